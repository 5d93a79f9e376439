import { codeLines } from './fences.ts';
import { labelOf } from './labels.ts';
import { lineOf, type MarkdownLine } from './markdown-line.ts';
import { styleOf } from './options.ts';

/** Lines of a file whose answers and questions stand in no quotes. */
interface Unquoted {
  readonly texts: readonly string[];
  /** Where a quote began: no paragraph goes on over that. */
  readonly begins: ReadonlySet<number>;
}

const mark = /^(\s{0,12})>[ \t]?/;
const isQuoted = (text: string): boolean => mark.test(text);

/** `[!tip]- Answer`: what a callout is called says nothing. */
const callout = /^(\s{0,12})\[!\w{1,20}\][-+]?\s*/;

/** Quotes within quotes that are looked into. */
const DEPTH = 4;

/** Says what is right or why, holds options, or nothing: quoted to look well, not because somebody said it. */
function isOfQuestion(lines: readonly MarkdownLine[]): boolean {
  const isSaid = lines.some((line) => {
    const type = labelOf(line)?.type;
    return type === 'answer' || type === 'explanation';
  });
  if (isSaid || lines.every(({ text }) => text === '')) return true;
  const style = styleOf(lines, false);
  return style === 'letter' || style === 'box';
}

/** Where quotes begin and end; code between fences is none. */
function quotesIn(texts: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  const isCode = codeLines(texts);
  texts.forEach((text, at) => {
    if (isCode[at] === true || !isQuoted(text)) return;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

/**
 * Takes the marks of a quote off an answer, its explanation or a whole question, and off the quotes right behind one;
 * a quote in the words of a question stays one.
 */
export function withoutQuotes(all: readonly string[], depth = DEPTH): Unquoted {
  const texts = [...all];
  const begins = new Set<number>();
  let end = -1;
  for (const [from, to] of quotesIn(all)) {
    const goesOn = end >= 0 && all.slice(end, from).every((text) => text.trim() === '');
    const own = all.slice(from, to).map((text) => text.replace(mark, '$1'));
    const inner = depth > 1 ? withoutQuotes(own, depth - 1) : { texts: own, begins: [] };
    const bare = inner.texts.map((text) => text.replace(callout, '$1'));
    const isLook = goesOn || isOfQuestion(bare.map((text) => lineOf(text, 1, false)));
    end = isLook ? to : -1;
    if (!isLook) continue;
    bare.forEach((text, at) => (texts[from + at] = text));
    begins.add(from);
    for (const at of inner.begins) begins.add(from + at);
  }
  return { texts, begins };
}
