import { isInstruction, isNavigation, isVote, labelOf } from './labels.ts';
import { findAnswer, type Named } from './answer.ts';
import { judgedRights } from './judged.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { trueOrFalse } from './true-or-false.ts';
import { optionMark, optionMarks, styleOf, type OptionMark, type OptionStyle } from './options.ts';

/** An option with the lines that go on below it, and what is said of it behind the answer. */
export interface ExamOption {
  readonly mark: OptionMark;
  readonly lines: string[];
  readonly why: string[];
}

/** What stands between the beginning of a question and that of the next, taken apart. */
export interface Exam {
  readonly stem: string[];
  readonly options: readonly ExamOption[];
  readonly explanation: string[];
  /** By place; null when no answer was read. */
  readonly rights: ReadonlySet<number> | null;
  /** The answer as it was written, when it names no option. */
  readonly unknown: string | null;
  /** An answer below the first that says something else: perhaps another question begins unseen. */
  readonly other: string | null;
  readonly notes: ReadonlyMap<string, string>;
}

interface Walk {
  readonly style: OptionStyle | null;
  readonly stem: string[];
  readonly options: ExamOption[];
  readonly explanation: string[];
  readonly notes: Map<string, string>;
  phase: 'stem' | 'options' | 'between' | 'after';
  /** Where text goes that begins nothing new. */
  into: string[];
  /** An answer was announced, and its value is still to come. */
  waits: boolean;
  rights: Set<number> | null;
  unknown: string | null;
  other: string | null;
  blank: boolean;
  /** Of the first option. */
  indent: number | null;
}

const words = ({ mark, lines }: ExamOption): string => [mark.text, ...lines].join(' ').trim();

const named = (options: readonly ExamOption[], wordsOf = words): readonly Named[] =>
  options.map((option, index) => ({
    name: option.mark.name === '' ? String.fromCodePoint(65 + index) : option.mark.name,
    words: wordsOf(option),
  }));

/** An answer names an option by all of its words, or by those of its first line. */
const answerAmong = (value: string, options: readonly ExamOption[]) =>
  findAnswer(value, named(options)) ??
  findAnswer(
    value,
    named(options, ({ mark }) => mark.text),
  );

/** @param first what stands on the line of the question's number */
export function readSegment(first: string, lines: readonly MarkdownLine[]): Exam {
  const answerAt = lines.findIndex((line) => labelOf(line)?.type === 'answer');
  const notes = notesOf(first);
  const stem = first === '' || notes.size > 0 ? [] : [first];
  const walk: Walk = {
    style: styleOf(answerAt < 0 ? lines : lines.slice(0, answerAt), answerAt >= 0),
    stem,
    options: [],
    explanation: [],
    notes,
    phase: 'stem',
    into: stem,
    waits: false,
    rights: null,
    unknown: null,
    other: null,
    blank: false,
    indent: null,
  };
  for (const line of lines) take(walk, line);
  const { options, explanation, rights, unknown, other } = walk;
  const judged = options.length === 0 && unknown !== null ? trueOrFalse(unknown) : null;
  if (judged !== null) {
    if (judged.rest !== '') explanation.unshift(judged.rest);
    return { stem, ...judged, explanation, unknown: null, other, notes };
  }
  const names = options.map(({ mark }) => mark.name);
  const found = rights ?? markedRights(options) ?? judgedRights(names, explanation);
  return { stem, options, explanation, rights: found, unknown, other, notes };
}

/** "Question 1 — Easy", "Question 522 - Topic 1": what stands behind the number is no question. */
function notesOf(first: string): Map<string, string> {
  const difficulty = /^(easy|medium|hard|beginner|intermediate|advanced)\b\W*$/i.exec(first)?.[1];
  if (difficulty !== undefined) return new Map([['difficulty', difficulty]]);
  return /^topic\b.{0,40}$/i.test(first) ? new Map([['topic', first]]) : new Map();
}

/** Checked boxes and marks; else bold options, if others are not. */
export function markedRights(options: readonly ExamOption[]): ReadonlySet<number> | null {
  const pick = (is: (mark: OptionMark) => boolean) =>
    new Set(options.flatMap(({ mark }, index) => (is(mark) ? [index] : [])));
  const marked = pick((mark) => mark.marked === true);
  if (marked.size > 0) return marked;
  const bold = pick((mark) => mark.bold);
  return bold.size > 0 && bold.size < options.length ? bold : null;
}

function take(walk: Walk, line: MarkdownLine): void {
  if (line.text.trim() === '' && !line.isCode) {
    walk.into.push('');
    walk.blank = true;
    return;
  }
  if (!takeLabel(walk, line) && !takeAnswer(walk, line) && !takeOption(walk, line))
    takeText(walk, line);
  walk.blank = false;
}

function takeLabel(walk: Walk, line: MarkdownLine): boolean {
  if (isNavigation(line)) return true;
  const votes = walk.notes.get('votes');
  if (walk.phase === 'after' && isVote(line, votes !== undefined)) {
    walk.notes.set('votes', [votes ?? '', line.bare].join(' ').trim());
    return true;
  }
  if (walk.phase !== 'stem' && walk.phase !== 'after' && isInstruction(line)) {
    walk.notes.set('instruction', line.bare);
    return true;
  }
  const label = labelOf(line);
  switch (label?.type) {
    case undefined:
      return false;
    case 'options':
      return true;
    case 'note':
      // Exam files of some tools say it below each answer.
      if (walk.phase !== 'stem' && label.name !== 'section') return false;
      walk.notes.set(label.name, label.value);
      return true;
    case 'question':
      walk.stem.push('', label.value);
      return true;
    case 'explanation':
      startAfter(walk);
      walk.waits = false;
      if (label.value !== '') walk.explanation.push(label.value);
      return true;
    case 'answer':
      startAfter(walk);
      walk.waits = walk.rights === null;
      if (label.value !== '' && walk.waits) answered(walk, label.value);
      else if (walk.other === null && label.value !== '' && !isRepeated(walk, label.value))
        walk.other = label.value;
      return true;
  }
}

function startAfter(walk: Walk): void {
  walk.phase = 'after';
  walk.into = walk.explanation;
}

/** A value that names no option is kept, for it may be the reason why a question is not taken. */
function answered(walk: Walk, value: string): void {
  const found = answerAmong(value, walk.options);
  walk.waits = false;
  if (found === null) {
    walk.unknown ??= value;
    return;
  }
  walk.rights = new Set([...(walk.rights ?? []), ...found.rights]);
  if (found.rest !== '') walk.explanation.push(found.rest);
}

/** Whether an answer says what was said before, in other words perhaps. */
function isRepeated({ options, rights }: Walk, value: string): boolean {
  const again = answerAmong(value, options)?.rights;
  return (
    again !== undefined && again.size === rights?.size && [...again].every((at) => rights.has(at))
  );
}

/** The lines below an announcement: `**B, C.** because …`, or a list of options. */
function takeAnswer(walk: Walk, line: MarkdownLine): boolean {
  if (!walk.waits || line.isCode) return false;
  const value = line.text.trim().replace(/^[-+*]\s+/, '');
  const found = answerAmong(value, walk.options);
  if (found === null) {
    walk.waits = walk.rights === null && walk.explanation.every((text) => text === '');
    return false;
  }
  answered(walk, value);
  walk.waits = found.rest === '';
  return true;
}

function takeOption(walk: Walk, line: MarkdownLine): boolean {
  if (walk.style === null) return false;
  if (walk.phase === 'after') return takeReason(walk, line, walk.style);
  const marks = optionMarks(line, walk.style);
  const [first] = marks;
  if (first === undefined || !isNext(walk, first)) return false;
  // A list within a point says more of it.
  if (walk.style === 'bullet' && line.indent > (walk.indent ??= line.indent)) return false;
  for (const mark of marks) walk.options.push({ mark, lines: [], why: [] });
  walk.phase = 'options';
  walk.into = walk.options.at(-1)?.lines ?? walk.stem;
  return true;
}

/** A, B, C or 1, 2, 3 follow one another; boxes need no names. */
function isNext({ options, style }: Walk, { name }: OptionMark): boolean {
  const count = options.length;
  if (style === 'letter') return name === String.fromCodePoint(65 + count);
  return style === 'box' || style === 'bullet' || name === String(count + 1);
}

/** `- A: why it is wrong`, behind the answer. */
function takeReason(walk: Walk, line: MarkdownLine, style: OptionStyle): boolean {
  const isNumber = style === 'number' || style === 'circled';
  const mark = optionMark(line, isNumber ? style : 'letter');
  if (mark === null || mark.text === '') return false;
  const index = named(walk.options).findIndex(({ name }) => name === mark.name);
  const option = walk.options[index];
  if (option === undefined) return false;
  const rest = mark.text.startsWith(words(option))
    ? mark.text.slice(words(option).length)
    : mark.text;
  option.why.push(rest.replace(/^\s*[:：\-–—]\s*/, ''));
  walk.into = option.why;
  return true;
}

function takeText(walk: Walk, line: MarkdownLine): void {
  const isApart = walk.blank || line.text.startsWith('>');
  if (walk.phase === 'options' && isApart && !line.isCode && line.indent < 2) {
    walk.phase = 'between';
    walk.into = walk.explanation;
  }
  // A reason ends at a blank line; what follows explains the whole.
  if (walk.phase === 'after' && walk.blank && line.indent < 2) walk.into = walk.explanation;
  walk.into.push(line.text);
}
