import { lineText, type Block, type Document, type Line } from '#core/pack/document.ts';

/** What is asked, and what stands before it. */
export interface Stem {
  readonly situation: Document;
  readonly question: Line;
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;

const isParagraph = (block: Block): block is Paragraph => block.type === 'paragraph';

/** Also behind a bracket or quotation mark, and the full stop of a Japanese question. */
const asks = ({ children }: Paragraph): boolean =>
  /(?:[?？]|か。)[\s)\]"'”’」』）]*$/.test(lineText(children));

/** A point of a list that is none to the format, or a picture's place: it belongs to what is asked above it. */
const isBeside = ({ children }: Paragraph): boolean =>
  /^\s*(?:[([（]?(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})[)\]）.:：]\s.*|\[[^\]]*\])$/.test(
    lineText(children),
  ) || children.every((node) => typeof node !== 'string' && node.type === 'image');

/**
 * Other formats have one text for both. The last paragraph is the question, if nothing follows it and it is
 * more than a point or a picture below one; else the last that asks, or the last there is. The question is empty when there is no paragraph at all.
 */
export function splitStem(document: Document): Stem {
  const last = document.at(-1);
  const paragraphs = document.filter(isParagraph);
  const question =
    last?.type === 'paragraph' && !isBeside(last)
      ? last
      : (paragraphs.findLast(asks) ?? paragraphs.at(-1));
  return {
    situation: document.filter((block) => block !== question),
    question: question?.children ?? [],
  };
}
