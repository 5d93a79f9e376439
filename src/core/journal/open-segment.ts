import { sealed, unsealed } from './checksum.ts';
import { formatRecord, parseRecord } from './codec.ts';
import type { AnyEvent, Range } from './event.ts';
import { headLine, looksPacked, packHeadIn } from './pack-head.ts';
import { rangesOf } from './ranges.ts';

/** The storage format's number, in the first line of every segment; a higher one is left untouched. */
const SEGMENT_FORMAT = 1;

const HEAD = sealed(`mondo-journal ${SEGMENT_FORMAT} open`);

/** What a segment holds, told without reading it. */
export interface Head {
  readonly kind: 'open' | 'packed' | 'newer' | 'unreadable';
  readonly ranges: readonly Range[];
}

/** An open segment: a head and one line for each record. */
export const formatSegment = (records: readonly string[]): string => [HEAD, ...records].join('\n');

export const formatEvents = (events: readonly AnyEvent[]): string =>
  formatSegment(events.map(formatRecord));

const NAMED = /^[0-9a-f]{8} \{"writer":"([a-z0-9]{10})","seq":(\d+),/;

/**
 * Cheap on purpose: nothing is decoded, and the checksum of the first line alone is looked at.
 * @returns undefined for a pack with a damaged head: only its blocks can tell what they hold
 */
export function glanceAt(text: string): Head | undefined {
  const head = unsealed(headLine(text));
  const format = head === undefined ? undefined : /^mondo-journal (\d+) /.exec(head)?.[1];
  if (format !== undefined && Number(format) > SEGMENT_FORMAT) return { kind: 'newer', ranges: [] };
  const packed = packHeadIn(head ?? '');
  if (packed !== undefined) return { kind: 'packed', ranges: packed.ranges };
  if (looksPacked(text)) return undefined;
  const refs = text.split('\n').flatMap((line) => {
    const [, writer, seq] = NAMED.exec(line) ?? [];
    return writer === undefined ? [] : [{ writer, seq: Number(seq) }];
  });
  if (head === undefined && refs.length === 0) return { kind: 'unreadable', ranges: [] };
  return { kind: 'open', ranges: rangesOf(refs) };
}

/** What can be read of an open segment, and how many of its lines cannot. */
export function parseOpen(
  text: string,
  isChecked = true,
): { readonly events: readonly AnyEvent[]; readonly broken: number } {
  const [first, ...lines] = text.split('\n');
  const events = lines.flatMap((line) => parseRecord(line, isChecked) ?? []);
  return { events, broken: lines.length - events.length + (first === HEAD ? 0 : 1) };
}
