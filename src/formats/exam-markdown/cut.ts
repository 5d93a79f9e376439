import {
  begins,
  headed,
  headingText,
  isHeading,
  isPlain,
  plainNumber,
  plainText,
  styles,
  worded,
  type Beginning,
  type Begins,
} from './begin.ts';
import { labelOf } from './labels.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { isBoxed, isFirstTwo, isTicked, optionMark } from './options.ts';

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

interface Start extends Beginning {
  readonly at: number;
}

const startsBy = (lines: readonly MarkdownLine[], style: Begins): readonly Start[] =>
  lines.flatMap((line, at) => {
    const found = line.text === '' ? null : style(line);
    return found === null ? [] : { at, ...found };
  });

/** Which lines hold an option, an answer, a heading: asked for every way to cut. */
interface Survey {
  readonly lines: readonly MarkdownLine[];
  readonly hasOptions: (from: number, to: number) => boolean;
  /** Numbered lists, which say little by themselves. */
  readonly hasNumbers: (from: number, to: number) => boolean;
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
  const options = count((line) => isBoxed(line) || isFirstTwo(line));
  const ticks = count(isTicked);
  const numbers = count((line) => /^[12]$/.test(optionMark(line, 'number')?.name ?? ''));
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
    hasNumbers: (from, to) => numbers(from, to) > 1,
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

const bare = (line: MarkdownLine) => ({ number: '', first: headingText(line) });

/** Headings that are questions themselves: options stand right below them. */
function headingStarts({ lines, hasOption, endOf }: Survey): readonly Start[] {
  const all = lines.flatMap((line, at) =>
    isHeading(line) && labelOf(line) === null ? [{ at, ...(headed(line) ?? bare(line)) }] : [],
  );
  return all.filter((start, index) => hasOption(start.at, endOf(all, index)));
}

/** `Q: Which …?`, without a number. */
const labelled: Begins = (line) => {
  const label = labelOf(line);
  return label?.type === 'question' ? { number: '', first: label.value } : null;
};

/** Numbers that an author may have left out at once. */
const MISSING = 5;

/** Questions that begin unlike the others of the file: their numbers go on, and both sides have options. */
function strays({ lines, hasOptions }: Survey, starts: readonly Start[]): readonly Start[] {
  return starts.flatMap((start, index) => {
    const next = starts[index + 1];
    const end = next?.at ?? lines.length;
    const found: Start[] = [];
    let last = start;
    for (let at = start.at + 1; at < end && last.number !== ''; at += 1) {
      const line = lines[at];
      const begun = line && line.text !== '' ? worded(line) : null;
      if (begun === null || begun.number === next?.number) continue;
      const ahead = Number(begun.number) - Number(last.number);
      if (ahead < 1 || ahead > MISSING || !hasOptions(last.at, at) || !hasOptions(at, end))
        continue;
      last = { at, ...begun };
      found.push(last);
    }
    return found;
  });
}

/** The way to cut that leaves most questions with options; else with answers; with a key, with numbers to choose from. */
function bestStarts(all: Survey, hasKey: boolean): readonly Start[] {
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
  if (withOptions.score > 0) return withOptions.starts;
  const withAnswer = best(all.hasAnswer);
  return withAnswer.score > 0 || !hasKey ? withAnswer.starts : best(all.hasNumbers).starts;
}

/**
 * Cuts a file into its questions, whichever way its author began them.
 * @param hasKey the answers stood at its end
 */
export function cutSegments(lines: readonly MarkdownLine[], hasKey: boolean): readonly Segment[] {
  const all = survey(lines);
  const found = bestStarts(all, hasKey);
  const starts = [...found, ...strays(all, found)];
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
