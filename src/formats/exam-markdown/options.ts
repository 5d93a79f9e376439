import type { MarkdownLine } from './markdown-line.ts';

/** How the options of a question are marked. */
export type OptionStyle = 'letter' | 'box' | 'circled' | 'number' | 'bullet';

export interface OptionMark {
  readonly style: OptionStyle;
  /** `A` or `1`; empty for boxes and points of a list. */
  readonly name: string;
  readonly text: string;
  /** What the file itself says of it: a checked box, a mark at its end. */
  readonly marked: boolean | null;
  /** All of it is bold. */
  readonly bold: boolean;
}

const lettered =
  /^(?:[-*+•]\s+)?(?:\[([ xX]?)\]\s+)?(\*\*|__)?\(?([A-Za-zＡ-Ｚア-オ](?=[.)．）:：、])|[ア-オ](?=[ \u3000])|[A-ZＡ-Ｚ](?=\u3000))[.)．）:：、 \u3000](\*\*|__)?\s*(.*)$/u;
/** `*b) Rain`: a star that no other ends is put before the right one. */
const starred = /^\*(?=\(?[A-Za-z][.)]\s)(?!.*\*\s*$)/;
const cursive = /^\*(?=\(?[A-Za-z][.)]\s)(.*[^*\s])\*\s*$/;
/** ①, ② and so on. */
const circled = /^(?:[-*+•]\s+)?([①-⑨])\s*(\S.*)$/u;
/** A point of a list with a box, or a box of text that holds something, a blank at least. */
const boxed = /^(?:[-*+•]\s+[[(](?=[ xX]?[\])])|\[(?=[ xX*]\]\s))([ xX*]?)[\])](?:\s+(.*))?$/;
const bulleted = /^[-*+•]\s+(\S.*)$/;
const numbered = /^(\d{1,2})[.)]\s+(.*)$/;
const rightMark = /\s*(?:✅|✔️?|✓|☑️?|\[correct\]|\(correct\)|\(正解\)|[←<]-*\s?correct)\s*$/iu;
const wrongMark = /\s*(?:❌|✗|✘)\s*$/u;

/** Which one the visitors of a site chose most. */
const voted = /\s*Most Voted\s*$/;

/** アイウエオ stand for A to E in exams of Japan. */
const kana = new Map(
  Array.from('アイウエオ', (letter, index) => [letter, 'ABCDE'[index] ?? letter]),
);

export const letterName = (letter: string): string =>
  kana.get(letter) ?? letter.normalize('NFKC').toUpperCase();

function marksAtEnd(text: string): { text: string; marked: boolean | null } {
  if (rightMark.test(text.slice(-40))) return { text: text.replace(rightMark, ''), marked: true };
  if (wrongMark.test(text.slice(-20))) return { text: text.replace(wrongMark, ''), marked: false };
  return { text, marked: null };
}

function unbold(text: string): { text: string; bold: boolean } {
  const [, inner] = /^\*\*([^*]+)\*\*[.]?$/.exec(text.trim()) ?? [];
  return inner === undefined ? { text, bold: false } : { text: inner, bold: true };
}

function markOf(
  style: OptionStyle,
  name: string,
  box: string | undefined,
  rest: string,
): OptionMark {
  const { text: said, marked } = marksAtEnd(rest.trim().replace(voted, ''));
  const { text, bold } = unbold(said);
  return { style, name, text, bold, marked: box === undefined ? marked : /[x*]/i.test(box) };
}

/** The option that a line begins, in one of the styles. */
export function optionMark(line: MarkdownLine, style: OptionStyle): OptionMark | null {
  if (line.isCode || line.heading > 0) return null;
  const text = line.text.trimStart();
  if (style === 'box') {
    const [mark, box, rest = ''] = boxed.exec(text) ?? [];
    const [, name = '', named] = /^\(?([A-Z])[.)]\s+(.*)$/.exec(rest) ?? [];
    return mark === undefined ? null : markOf(style, name, box, named ?? rest);
  }
  if (style === 'bullet') {
    const [, rest] = bulleted.exec(text) ?? [];
    return rest === undefined ? null : markOf(style, '', undefined, rest);
  }
  if (style === 'circled') {
    const [, name, rest] = circled.exec(text) ?? [];
    if (name === undefined || rest === undefined) return null;
    return markOf(style, name.normalize('NFKC'), undefined, rest);
  }
  if (style === 'number') {
    const [, name, rest] = numbered.exec(text) ?? [];
    return name === undefined || rest === undefined ? null : markOf(style, name, undefined, rest);
  }
  const isStarred = starred.test(text);
  const [, box = isStarred ? 'x' : undefined, bold, letter, end, rest] =
    lettered.exec(text.replace(starred, '').replace(cursive, '$1')) ?? [];
  if (letter === undefined || rest === undefined) return null;
  // "**A. text**": the bold goes on behind the letter.
  const whole = bold !== undefined && end === undefined ? `${bold}${rest}` : rest;
  return markOf(style, letterName(letter), box, whole);
}

/** Whether the next letter follows behind a gap. */
function goesOn({ name, text }: OptionMark): boolean {
  const [, next] = /\s{2,}\(?([B-H])[.)]\s/.exec(text) ?? [];
  return next !== undefined && next.charCodeAt(0) === name.charCodeAt(0) + 1;
}

/** The options of one line: `A. x  B. y  C. z`. */
export function optionMarks(line: MarkdownLine, style: OptionStyle): readonly OptionMark[] {
  const first = optionMark(line, style);
  if (first === null) return [];
  if (style !== 'letter' || !goesOn(first)) return [first];
  const pieces = `${first.name}. ${first.text}`.split(/\s{2,}(?=\(?[A-H][.)])/);
  return pieces.flatMap((text) => optionMark({ ...line, text }, style) ?? []);
}

/** Whether a line begins one of the first two options, by a name that steps of a list don't have. */
export const isFirstTwo = (line: MarkdownLine): boolean =>
  optionMarks(line, 'letter').some(({ name }) => /^[AB]$/.test(name)) ||
  /^[12]$/.test(optionMark(line, 'circled')?.name ?? '');

/** Whether a line begins with a box to check. */
export const isBoxed = (line: MarkdownLine): boolean =>
  /[[(]/.test(line.text) && optionMark(line, 'box') !== null;

const followsIn = (names: readonly string[], first: string, second: string): boolean =>
  names.includes(first) && names.includes(second);

/** Whether a line is an option, named or not, with the mark of a right one. */
export const isTicked = (line: MarkdownLine): boolean =>
  rightMark.test(line.text.slice(-40)) &&
  (['bullet', 'number'] as const).some((style) => optionMark(line, style)?.marked === true);

/** The points of a list are options where an answer follows, or a mark says which is right. */
function arePoints(lines: readonly MarkdownLine[], isAnswered: boolean): boolean {
  const points = lines.filter((line) => optionMark(line, 'bullet') !== null);
  return points.length > 1 && (isAnswered || points.some(isTicked));
}

/**
 * In which style the options of these lines stand; null when there are none.
 * @param isAnswered an answer stands behind them
 */
export function styleOf(lines: readonly MarkdownLine[], isAnswered: boolean): OptionStyle | null {
  if (lines.some(isBoxed)) return 'box';
  const names = (style: OptionStyle) =>
    lines.flatMap((line) => optionMarks(line, style).map(({ name }) => name));
  if (followsIn(names('letter'), 'A', 'B')) return 'letter';
  if (followsIn(names('circled'), '1', '2')) return 'circled';
  if (followsIn(names('number'), '1', '2')) return 'number';
  return arePoints(lines, isAnswered) ? 'bullet' : null;
}
