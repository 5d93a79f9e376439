import { unsealed } from './checksum.ts';
import type { Range } from './event.ts';

// Apart from the codec: at most starts the heads are all that is looked at.

/** What the head tells without decoding. */
export interface PackHead {
  readonly ranges: readonly Range[];
  readonly blocks: number;
}

export const formatRange = ({ writer, first, last }: Range): string =>
  `${writer}${first.toString(36)}-${last.toString(36)}`;

const RANGE = /^([a-z0-9]{10})([a-z0-9]+)-([a-z0-9]+)$/;
const HEAD = /^mondo-journal 1 packed (\d+) (.*)$/;

function parseRange(text: string): Range[] {
  const [, writer, first = '', last = ''] = RANGE.exec(text) ?? [];
  return writer === undefined
    ? []
    : [{ writer, first: Number.parseInt(first, 36), last: Number.parseInt(last, 36) }];
}

/** The first line of a segment, which tells what it holds. */
export const headLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** @returns undefined when the text is no packed segment, or its head is damaged */
export const parsePackHead = (text: string): PackHead | undefined =>
  packHeadIn(unsealed(headLine(text)) ?? '');

/** The same of a head without its seal. */
export function packHeadIn(head: string): PackHead | undefined {
  const [, blocks, ranges = ''] = HEAD.exec(head) ?? [];
  if (blocks === undefined) return undefined;
  return { blocks: Number(blocks), ranges: ranges.split(',').flatMap(parseRange) };
}

/** Whether a text has the marks of a packed segment, whatever became of its head. */
export const looksPacked = (text: string): boolean => /\n#[0-9a-f]{8}/.test(text);
