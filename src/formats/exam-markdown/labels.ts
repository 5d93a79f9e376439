import type { MarkdownLine } from './markdown-line.ts';

/** What a line says of the lines after it. */
export type Label =
  | { readonly type: 'answer'; readonly value: string }
  | { readonly type: 'explanation'; readonly value: string }
  | { readonly type: 'question'; readonly value: string }
  | { readonly type: 'note'; readonly name: string; readonly value: string }
  | { readonly type: 'options' };

const answer =
  /^(?:the )?(?:(?:correct|right|best|hint|suggested|final|verified) )?(?:answers?|ans|solution|response|correct(?: options?| choices?)?)(?: ?\(s\))?(?: (?:is|are)\b ?[:：]?| ?[:：])\s*(.*)$/i;
/** `Ans. b`, `Answer - B and C`: names of options, and nothing else. */
const answerNames =
  /^(?:(?:correct|right) )?(?:answers?|ans|key)\b ?[-–—.=]? ?(?=(?:\(?[A-H]\)?(?:\s*(?:,|&|\band\b)\s*)?){1,8}\.?$)(.*)$/i;
const answerHead =
  /^(?:(?:show|reveal|view|see|click)\b.{0,30}?)?(?:the )?(?:correct )?(?:answers?|solution|response)(?: ?(?:&|and|\+|\/) ?(?:explanation|rationale)s?)?[:：]?$/i;
/** `正解：イ`, `【解答】イ`, and before nothing but names of options `正解 ②`. */
const answerJapanese =
  /^(?:正解|答え|解答|回答|正答|答|정답|答案|正确答案)(?:\s*[:：】]|は|(?=\s*(?:[①-⑨ア-オA-HＡ-Ｈ]\s*[、,，・と]?\s*){1,9}$))\s*(.*)$/;
/** In the words of other languages, a few words before or behind: `Respuesta correcta: B`. */
const answerElsewhere =
  /^(?:[\p{L}]{2,12} )?(?:antwort(?:en)?|lösung(?:en)?|svar|antwoord|réponses?|respuestas?|solución|respostas?|gabarito|rispost[ae]|soluzione|odpowied[zź]i?|odpově[dď]|r[aă]spuns|cevap|jawaban|đáp án|ответы?|відповід[ьі]|답|参考答案|คำตอบ)(?: (?:correctes?|correctas?|corrett[ae]|corretas?|exacte|prawidłowa|poprawna|đúng))?(?:\s*[:：]\s*(.*)|)$/iu;
const answerHeadJapanese = /^(?:正解|答え|解答|回答|正答|정답|答案)(?!.*選).{0,12}$/;
const explanation =
  /^(?:(?:overall )?explanations?(?: ?\/ ?references?)?|rationale|reasons?|reasoning|why|justification|解説|説明|理由|해설|解析)(?:\s*[:：】]\s*(.*)|)$/i;
const options = /^(?:options?|choices|answer choices|選択肢(?:を見る)?)\s*[:：]?$/i;
const question = /^(?:question|q|問題|問)\s*[:：]\s*(.*)$/i;
const note =
  /^(difficulty|type|topic|domain|section|level|points?|tags?|concepts?)\s*[:：]\s*(.+)$/i;
const instruction = /^(?:choose|select|pick)\b.{0,60}$/i;

/** Values are taken from the line as it stands, for they may hold marks. */
function valueOf({ text }: MarkdownLine, bare: string): string {
  if (bare === '') return '';
  const at = text.search(/[:：】]|\b(?:is|are)\b|は/i);
  const value = at < 0 ? bare : text.slice(at).replace(/^(?:[:：】]|is\b|are\b|は)[:：]?/i, '');
  const untagged = value.replaceAll(/^(?:\s*<\/\w{1,6}>)+|(?:<\/\w{1,6}>\s*)+$/g, '');
  return withoutEnd(untagged.replace(/^\s*(?:\*\*|__|\*|_)(?=\s)/, '').trim());
}

/** The end of an emphasis that began in front of the label: `*Explanation: because.*` */
function withoutEnd(value: string): string {
  const end = /(?:\*\*|__|\*|_)$/.exec(value)?.[0];
  if (end === undefined) return value;
  return value.split(end).length % 2 === 0 ? value.slice(0, -end.length) : value;
}

/** What the visitors of one site chose: no word of the answer. */
const vote = /^(?:community vote distribution\b.*|(?:[A-H]{1,8} ?\()?\d{1,3} ?%\)?|other)$/i;
export const isVote = ({ bare }: MarkdownLine, hasBegun: boolean): boolean =>
  vote.test(bare) && (hasBegun || bare.toLowerCase().startsWith('community'));

export function labelOf(line: MarkdownLine): Label | null {
  if (line.isCode || line.bare === '') return null;
  const bare = line.bare.replace(/^[-+]\s+/, '');
  const said =
    answer.exec(bare) ??
    answerNames.exec(bare) ??
    answerJapanese.exec(bare) ??
    answerElsewhere.exec(bare);
  if (said) return { type: 'answer', value: valueOf(line, said[1] ?? '') };
  if (answerHead.test(bare) || answerHeadJapanese.test(bare)) return { type: 'answer', value: '' };
  const explained = explanation.exec(bare);
  if (explained) return { type: 'explanation', value: valueOf(line, explained[1] ?? '') };
  if (options.test(bare)) return { type: 'options' };
  const asked = question.exec(bare);
  if (asked) return { type: 'question', value: valueOf(line, asked[1] ?? '') };
  const [, name, value] = note.exec(bare) ?? [];
  if (name !== undefined && value !== undefined)
    return { type: 'note', name: name.toLowerCase(), value };
  return null;
}

/** "Choose the correct answer." below the options. */
export const isInstruction = ({ bare }: MarkdownLine): boolean => instruction.test(bare);

/** `[⬆ Back to Top](#contents)`: a way through the file, no word of a question. */
export const isNavigation = ({ bare }: MarkdownLine): boolean =>
  /back to (?:the )?(?:top|contents)|table of contents/i.test(bare) ||
  /^(?:-{3,}|_{3,})$/.test(bare);

/** How many are to be chosen, as far as a question says so. */
export function saidNumber(text: string): number | null {
  const english =
    /\b(?:choose|select|pick|which)\s+(?:any |the |all )?(two|three|four|five|[2-5])\b/i.exec(
      text,
    )?.[1];
  if (english !== undefined) {
    const index = ['two', 'three', 'four', 'five'].indexOf(english.toLowerCase());
    return index < 0 ? Number(english) : index + 2;
  }
  const japanese = /([2-5２-５])\s?つ(?:を)?\s?(?:選|えら|挙)/.exec(text)?.[1];
  return japanese === undefined ? null : Number(japanese.normalize('NFKC'));
}
