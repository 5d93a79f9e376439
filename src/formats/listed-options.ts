import {
  documentText,
  lineText,
  type Block,
  type Document,
  type Line,
} from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { DraftOption, DraftWords, Key } from './draft.ts';
import { partedStem } from './cell-text.ts';
import { asLine } from './html.ts';
import { placesBy } from './table/answer.ts';
import { unlabelled } from './table/labels.ts';

/** A front that ends in a list of options, with a back that names the right ones. */
export interface Listed {
  readonly words: DraftWords;
  readonly key: Key;
}

interface Front {
  readonly stem: Document;
  readonly options: readonly Line[];
}

/** Stands for an option about which nothing is said. */
export const NO_REASON = '–';

const isLabelled = (block: Block | undefined, place: number): boolean =>
  block?.type === 'paragraph' &&
  new RegExp(
    `^[(（]?(?:${'ABCDEFGHIJKL'[place]}|${'abcdefghijkl'[place]}|${'アイウエオカキクケコサシ'[place]}|${place + 1})[).:．、]`,
  ).test(lineText(block.children).normalize('NFKC').trimStart());

/** Paragraphs at the end that count up: `A. …`, `B. …`. */
function labelledEnd(blocks: Document): Front | null {
  for (let count = Math.min(limits.options, blocks.length - 1); count > 1; count -= 1) {
    const end = blocks.slice(-count);
    if (!end.every(isLabelled)) continue;
    const texts = unlabelled(end.map((block) => documentText([block])));
    return { stem: blocks.slice(0, -count), options: texts.map((text) => [text]) };
  }
  return null;
}

function frontOf(blocks: Document): Front | null {
  const last = blocks.at(-1);
  if (last?.type === 'list' && last.ordered && blocks.length > 1)
    return { stem: blocks.slice(0, -1), options: last.items.map(asLine) };
  return labelledEnd(blocks);
}

const prefix =
  /^\s*(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|正解|答え|解答)\s*(?:is|are|は)?\s*[:：]?\s*/iu;

function reasonsOf(blocks: Document, count: number): readonly Document[] {
  const last = blocks.at(-1);
  return last?.type === 'list' && last.ordered && last.items.length === count
    ? last.items.map((item) => (documentText(item) === NO_REASON ? [] : item))
    : [];
}

/** @returns null when the front lists nothing, or the back names none of it */
export function readListed(front: Document, back: Document): Listed | null {
  const found = frontOf(front);
  const [first, ...rest] = back;
  if (!found || first?.type !== 'paragraph') return null;
  const { stem, options } = found;
  if (options.length < 2 || options.length > limits.options) return null;
  const said = lineText(first.children).slice(0, 2_000);
  const texts = options.map((option) => lineText(option));
  const right = [said, said.replace(prefix, '')]
    .map((text) => placesBy('letter', [text], texts) ?? placesBy('any', [text], texts))
    .find((places) => places !== null);
  const { situation, question } = partedStem(stem);
  if (!right || question.length === 0) return null;
  const reasons = reasonsOf(rest, options.length);
  return {
    words: {
      situation,
      question,
      options: options.map((text, place): DraftOption => ({ text, why: reasons[place] ?? [] })),
      decides: reasons.length > 0 ? rest.slice(0, -1) : rest,
    },
    key: { kind: right.length > 1 ? 'multiple' : 'single', right },
  };
}
