import { lineText } from '#core/pack/document.ts';
import { choicesOf, type Answer } from './choices.ts';
import { htmlField, isBlank, lineIn, plainField, type Field, type Sheet } from './field.ts';
import { nthGap, onlyGap } from './gaps.ts';
import { htmlIn, languagesIn } from './languages.ts';
import type { Outcome } from './outcome.ts';
import { pairsOf } from './pairs.ts';
import { numbersOf, typedOf } from './typed.ts';

type GapType = 'one' | 'several' | 'prose' | 'exact' | 'number';

interface Gap {
  readonly type: GapType;
  readonly answers: readonly {
    readonly html: string;
    readonly feedback: string;
    readonly fraction: number;
  }[];
}

const typeNames: readonly (readonly [GapType, RegExp])[] = [
  ['one', /^(?:MULTICHOICE(?:_[VH]?S?)?|MC[VH]?S?)$/],
  ['several', /^(?:MULTIRESPONSE(?:_H?S?)?|MRH?S?)$/],
  ['prose', /^(?:SHORTANSWER|SA|MW)$/],
  ['exact', /^(?:SHORTANSWER_C|SAC|MWC)$/],
  ['number', /^(?:NUMERICAL|NM)$/],
];
const typeOf = (name: string): GapType | undefined =>
  typeNames.find(([, pattern]) => pattern.test(name))?.[0];

/** Gaps of one text; more are nobody's question. */
const MOST = 1_000;

const opener = /\{\d{0,4}:([A-Z_]{2,20}):/g;
const unescaped = (text: string): string => text.replaceAll(/\\([}#~/"\\=])/g, '$1').trim();

/** Whether the sign at this place has a backslash before it that has none itself. */
function isEscaped(text: string, at: number): boolean {
  let begin = at;
  while (text[begin - 1] === '\\') begin -= 1;
  return (at - begin) % 2 === 1;
}

/** Cuts at signs that are not escaped. */
function cut(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (isEscaped(text, at)) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

function answerOf(text: string): Gap['answers'][number] {
  const [words = '', ...feedback] = cut(text, '#');
  const [, share, percent = '', html = ''] =
    /^\s*(=|%(-?\d{1,3}(?:[.,]\d{0,9})?)%)?([\s\S]*)$/.exec(words) ?? [];
  const fraction = share === '=' ? 100 : Number(percent.replace(',', '.'));
  return { html: unescaped(html), feedback: unescaped(feedback.join('#')), fraction };
}

/** The end of a gap that begins before this place; -1 when it has none. */
function endOf(html: string, from: number): number {
  for (let at = html.indexOf('}', from); at >= 0; at = html.indexOf('}', at + 1))
    if (!isEscaped(html, at)) return at;
  return -1;
}

/** Gaps `{1:MC:=right#why~wrong}` of a text, and the text around them. */
export function readGapText(html: string): {
  readonly around: readonly string[];
  readonly gaps: readonly Gap[];
} {
  const around: string[] = [];
  const gaps: Gap[] = [];
  let end = 0;
  opener.lastIndex = 0;
  for (let found = opener.exec(html); found && gaps.length < MOST; found = opener.exec(html)) {
    const type = typeOf(found[1] ?? '');
    if (!type) continue;
    const close = endOf(html, opener.lastIndex);
    if (close < 0) break;
    around.push(html.slice(end, found.index));
    gaps.push({ type, answers: cut(html.slice(opener.lastIndex, close), '~').map(answerOf) });
    end = close + 1;
    opener.lastIndex = end;
  }
  around.push(html.slice(end));
  return { around, gaps };
}

const fill = (around: readonly string[], name: (at: number) => string): string =>
  around.map((text, at) => (at === around.length - 1 ? text : text + name(at))).join('');

const fieldsOf = (sheet: Sheet, { answers }: Gap): readonly Answer[] =>
  answers.map(({ html, feedback, fraction }) => ({
    text: htmlField(sheet, html),
    why: htmlField(sheet, feedback),
    fraction,
  }));

function only(sheet: Sheet, stem: Field, gap: Gap): Outcome {
  const answers = fieldsOf(sheet, gap);
  if (gap.type === 'one' || gap.type === 'several')
    return choicesOf(sheet, stem, answers, gap.type === 'one');
  const typed = answers.map(({ text, why, fraction }) => {
    const [pattern = '', tolerance = '0'] =
      gap.type === 'number'
        ? lineText(lineIn(sheet, text, sheet.language)).split(':')
        : [lineText(lineIn(sheet, text, sheet.language))];
    return { pattern, why, fraction, tolerance };
  });
  return gap.type === 'number'
    ? numbersOf(sheet, stem, typed)
    : typedOf(sheet, stem, typed, gap.type);
}

/** Several gaps are a matching question when all offer the same words, and one of them is right in each. */
function several(sheet: Sheet, stem: Field, gaps: readonly Gap[]): Outcome {
  const offers = gaps.map(({ answers }) =>
    JSON.stringify(answers.map(({ html }) => html).toSorted()),
  );
  const isSame = gaps.every(({ type }) => type === 'one') && new Set(offers).size === 1;
  const rights = gaps.map(({ answers }) => answers.filter(({ fraction }) => fraction > 0));
  if (!isSame || rights.some(({ length }) => length !== 1))
    return { code: 'moodle-gaps', params: { count: gaps.length } };
  if (gaps.some(({ answers }) => answers.some(({ feedback }) => feedback !== '')))
    sheet.remarks.push({ code: 'moodle-feedback' });
  const prompts = rights.flat().map(({ html }, at) => ({
    prompt: plainField(sheet, nthGap(at)),
    choice: htmlField(sheet, html),
  }));
  const offered = gaps[0]?.answers.map(({ html }) => ({ choice: htmlField(sheet, html) })) ?? [];
  return pairsOf(stem, [...prompts, ...offered]);
}

/** `cloze`, as its file calls it, or `multianswer`: gaps of any type within a text. */
export function readCloze(sheet: Sheet, field: Field): Outcome {
  if (languagesIn(field.pieces).length > 1) sheet.remarks.push({ code: 'moodle-one-language' });
  const { around, gaps } = readGapText(htmlIn(field.pieces, sheet.language));
  const [first] = gaps;
  if (!first) return { code: 'moodle-no-gap' };
  const shown = fill(around, gaps.length === 1 ? () => onlyGap : nthGap);
  const stem = { ...field, pieces: [shown] };
  if (isBlank(stem)) return { code: 'moodle-no-text' };
  return gaps.length === 1 ? only(sheet, stem, first) : several(sheet, stem, gaps);
}
