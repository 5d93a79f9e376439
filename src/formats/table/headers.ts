import type { Language } from '#core/language.ts';
import { placeOf } from './labels.ts';

export type RoleName =
  | 'question'
  | 'situation'
  | 'option'
  | 'options'
  | 'wrong'
  | 'answer'
  | 'mark'
  | 'reason'
  | 'rightWhen'
  | 'explanation'
  | 'id'
  | 'path'
  | 'tags'
  | 'kind'
  | 'image';

/** What the name of a column says that it holds. */
export interface Role {
  readonly name: RoleName;
  /** Which option it belongs to, from 0; null: to none. */
  readonly place: number | null;
  readonly language: Language | null;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s*,\s*/));

/** Names of whole columns, in English and Japanese, as producers of tables write them. */
const whole: readonly (readonly [RoleName, ReadonlySet<string>])[] = [
  [
    'question',
    words(
      'question, questions, question text, question stem, question html, html of the question, question title, title of question, stem, prompt, q, front, term, word, item, quiz question, question body, body, text, problem, 問題, 問題文, 問, 設問, 設問文, 質問, 質問文, 表, 表面, 用語, 単語',
    ),
  ],
  [
    'situation',
    words(
      'situation, scenario, context, case, passage, background, premise, 状況, シナリオ, 背景, 前提, 本文, 事例, 状況説明',
    ),
  ],
  [
    'options',
    words(
      'options, choices, answer options, answer choices, alternatives, possible answers, responses, 選択肢, 解答群, 選択肢一覧',
    ),
  ],
  [
    'answer',
    words(
      'answer, answers, correct answer, correct answers, correct, correct option, correct options, correct choice, correct choices, correct response, correct letter, correct number, right, correct index, correct answer index, correct answer text, right answer, right answers, answer key, answer keys, answer index, key, solution, solutions, back, definition, ans, correct ans, accepted answers, 正解, 正答, 答え, 答, 解答, 回答, 正解番号, 正解の番号, 正答番号, 正解選択肢, 裏, 裏面, 意味, 定義',
    ),
  ],
  [
    'explanation',
    words(
      'explanation, explanations, overall explanation, overall feedback, rationale, feedback, general feedback, comment, comments, justification, answer explanation, html of the explanation to the answer, explanation text, why, note, notes, remark, remarks, extra, extra 1, back extra, 解説, 説明, 補足, コメント, 解説文, 備考, 理由',
    ),
  ],
  [
    'id',
    words(
      'id, uid, guid, no, number, question id, question no, question number, q no, qid, nr, num, 番号, 問題番号, 識別子, 問番号, 通し番号, 問題id',
    ),
  ],
  [
    'path',
    words(
      'domain, category, categories, topic, topics, subject, section, chapter, unit, module, lesson, concept, deck, theme, area, subcategory, sub category, subtopic, sub topic, quiz title, course, skill, 分野, カテゴリ, カテゴリー, ジャンル, 科目, 単元, 章, 領域, 大分類, 中分類, 小分類, テーマ, 教科, 項目, 概念, ドメイン',
    ),
  ],
  ['tags', words('tag, tags, label, labels, keyword, keywords, タグ, キーワード, ラベル')],
  [
    'kind',
    words(
      'type, kind, question type, qtype, q type, format, question format, item type, 種類, 種別, 形式, 問題形式, 問題種別, タイプ, 出題形式, 解答形式',
    ),
  ],
  [
    'image',
    words(
      'image, images, picture, image link, image url, question image, media, media url, photo, img, 画像, 画像url, 図, 写真',
    ),
  ],
];

/** Names of columns that belong to one option each, before its letter or number. */
const stems: readonly (readonly [RoleName, ReadonlySet<string>])[] = [
  [
    'wrong',
    words(
      'incorrect, wrong, incorrect answer, incorrect answers, wrong answer, incorrect option, wrong option, distractor, false answer, fake answer, 誤答, 不正解, ダミー, 誤り',
    ),
  ],
  ['rightWhen', words('right when')],
  [
    'reason',
    words(
      'reason, explanation, feedback, rationale, comment, why, option feedback, answer feedback, option explanation, answer explanation, 理由, 解説',
    ),
  ],
  [
    'mark',
    words('correct, is correct, right, is right, option correct, answer correct, 正誤, 正解, 正否'),
  ],
  [
    'option',
    words(
      'option, options, choice, choices, answer, answers, answer option, answer choice, answer text, option text, alternative, response, opt, ans, q, a, possible answer, 選択肢, 選択, 解答, 回答, 答え, 肢, 解答群',
    ),
  ],
];

const languageNames: ReadonlyMap<string, Language> = new Map([
  ...['en', 'ja', 'de', 'fr', 'es', 'zh', 'ko', 'pt', 'it', 'nl'].map((code): [string, string] => [
    code,
    code,
  ]),
  ['jp', 'ja'],
  ['english', 'en'],
  ['japanese', 'ja'],
  ['英語', 'en'],
  ['日本語', 'ja'],
  ['和文', 'ja'],
  ['英文', 'en'],
]);

/** Of other languages the codes with a country or script, which no word looks like. */
const languageCode = /^[a-z]{2,3}-(?:[A-Z]{2}|[A-Z][a-z]{3})$/;

const spaced = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\(s\)/g, 's')
    .replace(/#\s*$/, ' no')
    .replaceAll(/[\s_/.:#*?!"'|-]+/g, ' ')
    .trim();

/** `Question (en)`, `question_ja`, `問題（日本語）`, `en: question`: the language, and what is left of the name. */
function parted(name: string): readonly [string, Language | null] {
  const text = name.normalize('NFKC').trim();
  const found =
    /^(.+?)\s*[([](.{2,8})[)\]]$/u.exec(text) ??
    /^(.+?)[_\-:.\s]([a-z]{2,8}|日本語|英語)$/iu.exec(text);
  const said = found?.[2] ?? '';
  const code =
    languageNames.get(said.toLowerCase()) ?? (languageCode.test(said) ? said : undefined);
  if (found && code !== undefined) return [found[1] ?? '', code];
  const before = /^([a-z]{2,8}|日本語|英語)[_\-:.\s](.+)$/iu.exec(text);
  const first = languageNames.get((before?.[1] ?? '').toLowerCase());
  return before && first !== undefined ? [before[2] ?? '', first] : [text, null];
}

const indexed = /^(.*?)\s*([a-l]|\d{1,2}|[ア-シ])$/u;
/** The label in the middle: `option 1 feedback`. */
const within = /^(option|answer|choice|選択肢)\s*([a-l]|\d{1,2}|[ア-シ])\s*(?:の\s*)?(.+)$/u;

const stemRole = (stem: string): RoleName | undefined =>
  stems.find(([, names]) => names.has(stem))?.[0];

/** How the tables that we write call the answer, so that it is never taken for an option's text. */
export const ANSWER_HEADER = 'answer (letters)';

/** What a column's name says; null when it says nothing that is known. */
export function roleOf(header: string): Role | null {
  const [named, language] = parted(header.slice(0, 200));
  // `Question - max 120 characters`, `QType (0=kprim,1=mc,2=sc)`
  const plain = named.replace(/\s[-–—:]\s.*$/u, '').replace(/\s*\((?!s\)).*$/u, '');
  const name = spaced(plain);
  const known = whole.find(([, names]) => names.has(name))?.[0];
  if (known !== undefined) return { name: known, place: null, language };
  const inner = within.exec(name);
  const innerRole = inner ? stemRole(inner[3] ?? '') : undefined;
  if (inner && innerRole !== undefined && innerRole !== 'option')
    return { name: innerRole, place: placeOf(inner[2] ?? ''), language };
  const found = indexed.exec(name);
  const place = found ? placeOf(found[2] ?? '') : null;
  if (found && place !== null) {
    const stem = found[1] ?? '';
    const role = stem === '' ? 'option' : stemRole(stem);
    return role === undefined ? null : { name: role, place, language };
  }
  return stemRole(name) === 'wrong' ? { name: 'wrong', place: 0, language } : null;
}
