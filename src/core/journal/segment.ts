import { sealed, unsealed } from './checksum.ts';
import { formatRecord, parseRecord } from './codec.ts';
import type { AnyEvent, Range } from './event.ts';
import { headLine, looksPacked, parsePack, parsePackHead, unpacking } from './pack-codec.ts';
import { rangesOf } from './ranges.ts';
import type { Slices } from './slices.ts';
import { finish } from './slices.ts';

/** The storage format's number, in the first line of every segment; a higher one is left untouched. */
const SEGMENT_FORMAT = 1;

const HEAD = sealed(`mondo-journal ${SEGMENT_FORMAT} open`);

/** What a segment holds, told without reading it. */
export interface Head {
  readonly kind: 'open' | 'packed' | 'newer' | 'unreadable';
  readonly ranges: readonly Range[];
}

/** A segment read in full. */
export interface Segment extends Head {
  readonly events: readonly AnyEvent[];
  /** Lines or blocks that could not be read. */
  readonly broken: number;
}

/** An open segment: a head and one line for each record. */
export const formatSegment = (records: readonly string[]): string => [HEAD, ...records].join('\n');

export const formatEvents = (events: readonly AnyEvent[]): string =>
  formatSegment(events.map(formatRecord));

const NAMED = /^[0-9a-f]{8} \{"writer":"([a-z0-9]{10})","seq":(\d+),/;

/** Cheap on purpose: nothing is decoded, and the checksum of the first line alone is looked at. */
export function parseHead(text: string): Head {
  const head = unsealed(headLine(text));
  const format = head === undefined ? undefined : /^mondo-journal (\d+) /.exec(head)?.[1];
  if (format !== undefined && Number(format) > SEGMENT_FORMAT) return { kind: 'newer', ranges: [] };
  const packed = parsePackHead(text);
  if (packed !== undefined) return { kind: 'packed', ranges: packed.ranges };
  // With a damaged head only the blocks can tell what they hold.
  if (looksPacked(text)) return { kind: 'packed', ranges: rangesOf(parsePack(text).events) };
  const refs = text.split('\n').flatMap((line) => {
    const [, writer, seq] = NAMED.exec(line) ?? [];
    return writer === undefined ? [] : [{ writer, seq: Number(seq) }];
  });
  if (head === undefined && refs.length === 0) return { kind: 'unreadable', ranges: [] };
  return { kind: 'open', ranges: rangesOf(refs) };
}

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
    case 'open': {
      const [first, ...lines] = text.split('\n');
      const events = lines.flatMap((line) => parseRecord(line, isChecked) ?? []);
      const broken = lines.length - events.length + (first === HEAD ? 0 : 1);
      return { ...head, events, broken };
    }
  }
}

export const parseSegment = (text: string, isChecked = true): Segment =>
  finish(readingSegment(text, isChecked));
