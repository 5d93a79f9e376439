import { labelOf } from './labels.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { isBoxed, isTicked, optionMarks } from './options.ts';

/** A question's lines, before they are read. */
export interface Segment {
  /** As the file counts it; empty when it does not. */
  readonly number: string;
  /** What stands behind the number. */
  readonly first: string;
  readonly line: number;
  readonly path: readonly string[];
  readonly lines: readonly MarkdownLine[];
}

interface Start {
  readonly at: number;
  readonly number: string;
  readonly first: string;
}

type Begins = (line: MarkdownLine) => Omit<Start, 'at'> | null;

const word = String.raw`(?:questions?|ques|q|problem|prob|no|exercise|item|問題|問|設問|質問|문제)\.?\s*(?:(?:no|nr|num|number)\b\.?\s*:?\s*)?[#№]?\s*(\d{1,5})(?!\d)\s*(?:問目?)?`;
const afterWord = String.raw`(?:[*_\s]*[.):：,、\-–—|]+|\s|$)[*_]*\s*(.*)$`;
const wordStart = new RegExp(`^${word}${afterWord}`, 'i');
const numberStart = /^(\d{1,5})(?: ?[.)．:：])?(?:\s+|$)(.*)$/;
const plainNumber = /^(\d{1,4})[.)．]\s+(.+)$/;

/** Without the marks of a heading, and with the bold of the whole taken off. */
function headingText(line: MarkdownLine): string {
  const text = line.text
    .trim()
    .replace(/^#+\s+/, '')
    .replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '')
    .replace(/\s+#+$/, '');
  return unbold(text);
}

const unbold = (text: string): string => {
  const [, inner, rest] = /^\*\*([^*]+)\*\*(.*)$/.exec(text) ?? [];
  return inner === undefined || rest === undefined ? text : `${inner}${rest}`.trim();
};

const begins =
  (
    is: (line: MarkdownLine) => boolean,
    textOf: (line: MarkdownLine) => string,
    pattern: RegExp,
  ): Begins =>
  (line) => {
    if (line.isCode || !is(line)) return null;
    const [, number, first] = pattern.exec(textOf(line)) ?? [];
    return number === undefined ? null : { number, first: (first ?? '').trim() };
  };

const isHeading = (line: MarkdownLine): boolean => line.heading > 0;
const isBold = (line: MarkdownLine): boolean => /^\s{0,3}\*\*/.test(line.text);
const isPlain = (line: MarkdownLine): boolean =>
  line.heading === 0 && line.indent <= 3 && !isBold(line);
const admonition = (line: MarkdownLine): boolean => /^\?\?\?\+? question "/.test(line.text);
const admonitionText = (line: MarkdownLine): string =>
  line.text.replace(/^[^"]*"/, '').replace(/"\s*$/, '');
const boldText = (line: MarkdownLine): string => unbold(line.text.trim());
const plainText = (line: MarkdownLine): string => line.text.trim();

/** How files begin their questions; where two fit as well, the first is meant. */
const styles: readonly Begins[] = [
  begins(isHeading, headingText, wordStart),
  begins(isHeading, headingText, numberStart),
  begins(isBold, boldText, wordStart),
  begins(isBold, boldText, numberStart),
  begins(admonition, admonitionText, wordStart),
  begins(isPlain, plainText, wordStart),
];

const startsBy = (lines: readonly MarkdownLine[], style: Begins): readonly Start[] =>
  lines.flatMap((line, at) => {
    const found = line.text === '' ? null : style(line);
    return found === null ? [] : { at, ...found };
  });

/** Which lines hold an option, an answer, a heading: asked for every way to cut. */
interface Survey {
  readonly lines: readonly MarkdownLine[];
  readonly hasOptions: (from: number, to: number) => boolean;
  readonly hasOption: (from: number, to: number) => boolean;
  readonly hasAnswer: (from: number, to: number) => boolean;
  /** Where a question ends: at the next, or at a heading that it does not hold. */
  readonly endOf: (starts: readonly Start[], index: number) => number;
}

/** By the depth of a question's own heading, 0 for none: the next heading at or above it, for each line. */
function headingsAhead(lines: readonly MarkdownLine[]): readonly Uint32Array[] {
  const ends = lines.map(endingDepth);
  return Array.from({ length: 7 }, (_, depth) => {
    const ahead = new Uint32Array(lines.length);
    let next = lines.length;
    for (let at = lines.length - 1; at >= 0; at -= 1) {
      ahead[at] = next;
      if (endsDepth(ends[at] ?? 0, depth)) next = at;
    }
    return ahead;
  });
}

/** How deep a heading is that may end a question; 0 for every other line. */
const endingDepth = (line: MarkdownLine): number =>
  line.heading > 0 && labelOf(line) === null ? line.heading : 0;

const endsDepth = (ending: number, depth: number): boolean =>
  ending > 0 && (depth === 0 || ending <= depth);

function survey(lines: readonly MarkdownLine[]): Survey {
  const count = (is: (line: MarkdownLine) => boolean): ((from: number, to: number) => number) => {
    let sum = 0;
    const sums = [0];
    for (const line of lines) {
      if (line.text !== '' && is(line)) sum += 1;
      sums.push(sum);
    }
    return (from, to) => (sums[to] ?? 0) - (sums[from] ?? 0);
  };
  const options = count(
    (line) => isBoxed(line) || optionMarks(line, 'letter').some(({ name }) => /^[AB]$/.test(name)),
  );
  const ticks = count(isTicked);
  const answers = count((line) => labelOf(line)?.type === 'answer');
  const ahead = headingsAhead(lines);
  return {
    lines,
    endOf: (starts, index) => {
      const at = starts[index]?.at ?? 0;
      const end = ahead[lines[at]?.heading ?? 0]?.[at] ?? lines.length;
      return Math.min(starts[index + 1]?.at ?? lines.length, end);
    },
    hasOptions: (from, to) => options(from, to) > 1,
    hasOption: (from, to) => options(from, to) + ticks(from, to) > 0,
    hasAnswer: (from, to) => answers(from, to) + ticks(from, to) > 0,
  };
}

/** Numbered lists stand in explanations too: a question has options, or its number is just what was missing. */
function plainStarts({ lines, hasOptions, hasAnswer, endOf }: Survey): readonly Start[] {
  const numbered = startsBy(lines, begins(isPlain, plainText, plainNumber));
  const indentOf = ({ at }: Start): number => lines[at]?.indent ?? 0;
  // Numbers within the question of another are its options or steps.
  const outer = numbered.reduce((least, start) => Math.min(least, indentOf(start)), 3);
  const all = numbered.filter((start) => indentOf(start) <= outer + 1);
  const full = all.filter((start, index) => hasOptions(start.at, endOf(all, index)));
  if (full.length === 0)
    return all.filter((start, index) => hasAnswer(start.at, endOf(all, index)));
  const kept: Start[] = [];
  let next = 0;
  all.forEach((start, index) => {
    if (start === full[next]) {
      next += 1;
      kept.push(start);
      return;
    }
    const before = Number(kept.at(-1)?.number ?? 0);
    const after = full[next]?.number;
    const number = Number(start.number);
    const isMissing = after !== undefined && number === before + 1 && number < Number(after);
    const isLast = after === undefined && number === before + 1;
    if (isMissing || (isLast && hasAnswer(start.at, endOf(all, index)))) kept.push(start);
  });
  return kept;
}

const counted = begins(isHeading, headingText, wordStart);
const bare = (line: MarkdownLine) => ({ number: '', first: headingText(line) });

/** Headings that are questions themselves: options stand right below them. */
function headingStarts({ lines, hasOption, endOf }: Survey): readonly Start[] {
  const all = lines.flatMap((line, at) =>
    isHeading(line) && labelOf(line) === null ? [{ at, ...(counted(line) ?? bare(line)) }] : [],
  );
  return all.filter((start, index) => hasOption(start.at, endOf(all, index)));
}

/** `Q: Which …?`, without a number. */
const labelled: Begins = (line) => {
  const label = labelOf(line);
  return label?.type === 'question' ? { number: '', first: label.value } : null;
};

/** The way to cut that leaves most questions with options; else with answers. */
function bestStarts(all: Survey): readonly Start[] {
  const ways = [
    ...styles.map((style) => startsBy(all.lines, style)),
    plainStarts(all),
    headingStarts(all),
    startsBy(all.lines, labelled),
  ];
  const best = (has: (from: number, to: number) => boolean) =>
    ways
      .map((starts) => ({
        starts,
        score: starts.filter(({ at }, index) => has(at, all.endOf(starts, index))).length,
      }))
      .reduce((a, b) => (b.score > a.score ? b : a), { starts: [] as readonly Start[], score: 0 });
  const withOptions = best(all.hasOptions);
  return withOptions.score > 0 ? withOptions.starts : best(all.hasAnswer).starts;
}

/** Cuts a file into its questions, whichever way its author began them. */
export function cutSegments(lines: readonly MarkdownLine[]): readonly Segment[] {
  const starts = bestStarts(survey(lines));
  const byLine = new Map(starts.map((start) => [start.at, start]));
  const segments: Segment[] = [];
  const path: string[] = [];
  let open: MarkdownLine[] | null = null;
  let depth = 0;
  lines.forEach((line, at) => {
    const start = byLine.get(at);
    if (start) {
      if (line.heading > 0) path.length = Math.min(path.length, line.heading - 1);
      depth = line.heading;
      open = [];
      const { number, first } = start;
      const names = path.filter((name) => name !== undefined && name !== '');
      segments.push({ number, first, line: line.line, path: names, lines: open });
      return;
    }
    if (endsDepth(endingDepth(line), depth)) {
      open = null;
      path.length = Math.min(path.length, line.heading - 1);
      path[line.heading - 1] = headingText(line);
      return;
    }
    open?.push(line);
  });
  return segments;
}
