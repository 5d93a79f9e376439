import { lineText, type Block, type Document, type Line } from '#core/pack/document.ts';
import { fewWords } from '#formats/few-words.ts';
import { asLine } from '#formats/html.ts';
import { splitStem } from '#formats/stem.ts';
import type { Told } from './draft.ts';
import type { Scribe } from './scribe.ts';

/** What stands in the text for a field or a menu. */
const GAP = '____';

const saysNothing = (title: string): boolean =>
  /^(?:question|item|frage|問題)?[\s#._-]*\d*$/i.test(title);

/** The words of a title, unless it is but a number. */
export const titleOf = (title: string): string =>
  saysNothing(title.trim()) ? '' : fewWords(title);

/** What is asked, and what stands before it. */
interface Asked {
  readonly situation: Document;
  readonly question: Line;
}

const says = (block: Block | undefined, passes: (words: string) => boolean): boolean =>
  block?.type === 'paragraph' && passes(lineText(block.children).trim());

const isGap = (words: string): boolean => words === GAP;

/** The place of the question by its gap: before one that stands alone, else around the last; below zero without. */
function gapAt(blocks: Document): number {
  const alone = blocks.findLastIndex((block) => says(block, isGap));
  return alone > 0 && says(blocks[alone - 1], () => true)
    ? alone - 1
    : blocks.findLastIndex((block) => says(block, (words) => words.includes(GAP)));
}

/** One paragraph asks; null when there is none. */
function split(blocks: Document): Asked | null {
  const at = gapAt(blocks);
  const block = blocks[at];
  if (block?.type === 'paragraph') {
    const isAsked = (index: number): boolean =>
      index === at || (index === at + 1 && says(blocks[index], isGap));
    return {
      situation: blocks.filter((_each, index) => !isAsked(index)),
      question: block.children,
    };
  }
  const stem = splitStem(blocks);
  return stem.question.length === 0 ? null : stem;
}

/** The words of an item as situation and question; null when nothing asks. */
export function asked(told: Told, scribe: Scribe): Asked | null {
  const passage = scribe.blocks(told.passage);
  const stem = scribe.blocks(told.stem);
  const prompt = split(scribe.blocks(told.prompt));
  if (prompt)
    return { situation: [...passage, ...stem, ...prompt.situation], question: prompt.question };
  const found = split(stem);
  if (found) return { ...found, situation: [...passage, ...found.situation] };
  if (titleOf(told.title) !== '') {
    scribe.say({ code: 'qti-title-asks' });
    return { situation: [...passage, ...stem], question: [told.title] };
  }
  // Code or a list alone is all that is asked.
  const question = asLine(stem);
  return question.length === 0 ? null : { situation: passage, question };
}
