import { lineText, type Document } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import type { OptionText, ScenarioText } from '#core/pack/model.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { lineToHtml, toHtml, type HtmlDialect } from '#formats/to-html.ts';
import { escaped } from './escapes.ts';
import { readNumeric } from './numeric.ts';
import { plainWords } from './plain.ts';
import { truthWords } from './truth.ts';

/** Why GIFT has no way to write a question; null when it has one. */
export function unwritable(question: ImportedQuestion): 'ordering' | 'arrow' | null {
  if (question.kind === 'ordering') return 'ordering';
  // With an arrow in an answer, Moodle takes a typed answer for a matching question.
  const isShort = question.kind === 'short' && numericSources(question) === null;
  return isShort && question.answers.some(({ texts }) => texts.some((text) => text.includes('->')))
    ? 'arrow'
    : null;
}

/**
 * Writes questions as GIFT; what it has no way to write is left out.
 * @param language of the words; a question that has none of it is left out as well
 */
export function writeGift(questions: readonly ImportedQuestion[], language: Language): string {
  let path = '';
  const parts: string[] = [];
  for (const question of questions) {
    const text = question.text[language];
    if (text === undefined || unwritable(question) !== null) continue;
    const category = question.path.map((name) => name.replaceAll('/', '//')).join(' / ');
    if (category !== path) parts.push(`$CATEGORY: ${category === '' ? 'top' : escaped(category)}`);
    path = category;
    parts.push(questionGift(question, text, language));
  }
  return parts.map((part) => `${part}\n`).join('\n');
}

/** How the texts of one question are written: all as words, or all as HTML. */
interface Pen {
  readonly format: string;
  readonly text: (document: Document) => string;
}

const words: Pen = { format: '', text: (document) => escaped(plainWords(document) ?? '') };
const html: Pen = {
  format: '[html]',
  // A bracket in front would be taken for the name of a format.
  text: (document) => escaped(inlineHtml(document).replace(/^\[/, '&#91;')),
};

/** A file of GIFT holds no pictures. */
const dialect: HtmlDialect = {};

function inlineHtml(document: Document): string {
  const [only, ...more] = document;
  return only?.type === 'paragraph' && more.length === 0
    ? lineToHtml(only.children, dialect)
    : toHtml(document, dialect);
}

const paragraph = (line: OptionText['text']): Document => [{ type: 'paragraph', children: line }];

function penFor(text: ScenarioText): Pen {
  const documents = [
    paragraph(text.question),
    text.decides,
    ...text.options.flatMap((option) => [paragraph(option.text), option.why ?? []]),
  ];
  const isPlain = text.situation.length === 0 && documents.every((one) => plainWords(one) !== null);
  return isPlain ? words : html;
}

function questionGift(question: ImportedQuestion, text: ScenarioText, language: Language): string {
  const pen = penFor(text);
  const { name } = question.origin;
  const title = name === undefined ? '' : `::${escaped(name)}::`;
  const stem = pen.text([...text.situation, ...paragraph(text.question)]);
  const decides = text.decides.length === 0 ? '' : `####${pen.text(text.decides)}`;
  return `${comment(question)}${title}${pen.format}${stem}{${answers(question, text, language, pen)}${decides}}`;
}

const bracketed = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}]+/gu, ' ')
    .replace(/\\+$/, '')
    .replaceAll(']', '\\]');

function comment({ tags, origin }: ImportedQuestion): string {
  const id = origin.kept?.['id'];
  const marks = [
    ...(id === undefined ? [] : [`[id:${bracketed(id)}]`]),
    ...tags.map((tag) => `[tag:${bracketed(tag.replaceAll(/[<>`]/g, ''))}]`),
  ];
  return marks.length === 0 ? '' : `// ${marks.join(' ')}\n`;
}

function answers(
  question: ImportedQuestion,
  text: ScenarioText,
  language: Language,
  pen: Pen,
): string {
  const byId = new Map(text.options.map((option) => [option.id, option]));
  const shown = (id: string): OptionText => byId.get(id) ?? { id, text: [] };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      if (isTruth(question, text, language)) return truth(question, shown, pen);
      return listed(
        choiceWeights(question).map((sign, at) => {
          const { id } = question.options[at] ?? { id: '' };
          return `${sign}${afterSign(pen.text(paragraph(shown(id).text)), sign)}${feedback(shown(id), pen)}`;
        }),
      );
    }
    case 'short':
      return short(question, shown, pen);
    case 'matching':
      return matching(question, shown, pen);
    case 'ordering':
      return '';
  }
}

const listed = (lines: readonly string[]): string =>
  `\n${lines.map((line) => `\t${line}\n`).join('')}`;

const feedback = ({ why }: OptionText, pen: Pen): string =>
  why === undefined || why.length === 0 ? '' : `#${pen.text(why)}`;

/** A text that begins with a number in percent signs needs a weight of its own in front. */
const afterSign = (text: string, sign: string): string =>
  text.startsWith('%') && !sign.endsWith('%') ? `%${sign === '=' ? 100 : 0}%${text}` : text;

type Choice = Extract<ImportedQuestion, { kind: 'single' | 'multiple' }>;
type Typed = Extract<ImportedQuestion, { kind: 'short' }>;
type Matching = Extract<ImportedQuestion, { kind: 'matching' }>;

/** The weights that came with it, if they still belong to these options. */
function keptWeights(question: Choice | Typed, isRight: (weight: number) => boolean) {
  const options = question.kind === 'short' ? question.answers : question.options;
  const weights = question.origin.kept?.['weights']?.split(' ').map(Number) ?? [];
  return weights.length === options.length &&
    options.every(({ right }, at) => right === isRight(weights[at] ?? 0))
    ? weights
    : null;
}

const signOf = (right: boolean, weight: number): string =>
  right ? '=' : weight === 0 ? '~' : `~%${weight}%`;

function choiceWeights(question: Choice): readonly string[] {
  const full = keptWeights(question, (weight) => weight >= 100);
  if (question.kind === 'single')
    return question.options.map(({ right }, at) => signOf(right, full?.[at] ?? 0));
  const weights = keptWeights(question, (weight) => weight > 0);
  // Beside answers of full worth stand wrong ones worth a part: only `=` tells them apart.
  if (weights === null && full !== null)
    return question.options.map(({ right }, at) => signOf(right, full[at] ?? 0));
  const share = Number((100 / question.choose).toFixed(5));
  return question.options.map(({ right }, at) => `~%${weights?.[at] ?? (right ? share : -100)}%`);
}

const isTruth = (question: Choice, text: ScenarioText, language: Language): boolean =>
  question.kind === 'single' &&
  question.origin.kept?.['type'] === 'truefalse' &&
  text.options.map((option) => lineText(option.text)).join('/') === truthWords(language).join('/');

function truth(question: Choice, shown: (id: string) => OptionText, pen: Pen): string {
  const [yes, no] = question.options;
  const isTrue = yes?.right === true;
  const right = feedback(shown((isTrue ? yes : no)?.id ?? ''), pen);
  const wrong = feedback(shown((isTrue ? no : yes)?.id ?? ''), pen);
  return `${isTrue ? 'TRUE' : 'FALSE'}${wrong === '' && right !== '' ? '#' : wrong}${right}`;
}

/** The numbers and tolerances that it came with, if they still ask for what it asks. */
function numericSources(question: Typed): readonly string[] | null {
  const { type, answers: source } = question.origin.kept ?? {};
  if (type !== 'numeric' || source === undefined) return null;
  const lines = source.split('\n');
  const accepted = new Set(lines.flatMap(acceptedBy));
  const now = new Set(question.answers.flatMap(({ texts, right }) => (right ? texts : [])));
  const isSame = accepted.size === now.size && [...accepted].every((text) => now.has(text));
  return isSame && now.size > 0 ? lines : null;
}

const acceptedBy = (line: string): readonly string[] =>
  readNumeric(line).answers.flatMap(({ texts, right }) => (right ? texts : []));

/** The reason of each line's numbers; a number that an earlier line lists as well has that line's. */
function numericLines(
  question: Typed,
  lines: readonly string[],
  reason: (id: string) => string,
): readonly string[] {
  const told = new Set<string>();
  return lines.map((line) => {
    const [read] = readNumeric(line).answers;
    if (read === undefined) return line;
    const own = read.texts.filter((text) => !told.has(`${read.right} ${text}`));
    for (const text of own) told.add(`${read.right} ${text}`);
    const answer = question.answers.find(
      ({ right, texts }) => right === read.right && texts.some((text) => own.includes(text)),
    );
    return answer === undefined ? line : line + reason(answer.id);
  });
}

function short(question: Typed, shown: (id: string) => OptionText, pen: Pen): string {
  const numbers = numericSources(question);
  if (numbers !== null)
    return `#${listed(numericLines(question, numbers, (id) => feedback(shown(id), pen)))}`;
  const weights = keptWeights(question, (weight) => weight >= 100);
  const { type, answers: wild } = question.origin.kept ?? {};
  const lines = question.answers.map(({ id, right }, at) => {
    const typed = escaped(lineText(shown(id).text)).replaceAll('*', String.raw`\*`);
    const plain = typed.startsWith('[') ? '[plain]' : '';
    return `=%${weights?.[at] ?? (right ? 100 : 0)}%${plain}${typed}${feedback(shown(id), pen)}`;
  });
  return listed([...lines, ...(wild === undefined || type === 'numeric' ? [] : wild.split('\n'))]);
}

function matching(question: Matching, shown: (id: string) => OptionText, pen: Pen): string {
  const choice = (id: string): string => escaped(lineText(shown(id).text));
  const used = new Set(question.prompts.map((prompt) => prompt.choice));
  return listed([
    ...question.prompts.map(
      (prompt) => `=${pen.text(paragraph(shown(prompt.id).text))} -> ${choice(prompt.choice)}`,
    ),
    ...question.choices.filter((id) => !used.has(id)).map((id) => `= -> ${choice(id)}`),
  ]);
}
