import type { AnyEvent } from './event.ts';
import { glanceAt, parseOpen, type Head } from './open-segment.ts';
import { parsePack, unpacking } from './pack-codec.ts';
import { rangesOf } from './ranges.ts';
import type { Slices } from './slices.ts';
import { finish } from './slices.ts';

/** A segment read in full. */
export interface Segment extends Head {
  readonly events: readonly AnyEvent[];
  /** Lines or blocks that could not be read. */
  readonly broken: number;
}

/** What a segment holds; of a pack nothing is decoded, unless its head is damaged. */
export const parseHead = (text: string): Head =>
  glanceAt(text) ?? { kind: 'packed', ranges: rangesOf(parsePack(text).events) };

/** Reads everything of a segment that can still be read. */
export function* readingSegment(text: string, isChecked = true): Slices<Segment> {
  const head = parseHead(text);
  switch (head.kind) {
    case 'newer':
      return { ...head, events: [], broken: 0 };
    case 'unreadable':
      return { ...head, events: [], broken: 1 };
    case 'packed':
      return { ...head, ...(yield* unpacking(text)) };
    case 'open':
      return { ...head, ...parseOpen(text, isChecked) };
  }
}

export const parseSegment = (text: string, isChecked = true): Segment =>
  finish(readingSegment(text, isChecked));
