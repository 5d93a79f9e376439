import { sealed, unsealed, asciiJson } from './checksum.ts';
import type { AnyEvent, Fact, Stamp, UnknownFact } from './event.ts';
import { isRecord, parseFact, parseStamp } from './shape.ts';

const stampOf = ({ writer, seq, at, offset, epoch }: Stamp): Stamp => ({
  writer,
  seq,
  at,
  offset,
  epoch,
});

const hasType = (raw: UnknownFact['raw'] | object): raw is UnknownFact['raw'] =>
  'type' in raw && typeof raw.type === 'string';

/** Stamp first, then type and the rest, as it stands in a record, a backup and an archive. */
export function plainEvent(event: AnyEvent): Stamp & { readonly type: string } {
  const stamp = stampOf(event);
  return event.type === 'unknown' ? { ...stamp, ...event.raw } : { ...stamp, ...event };
}

/**
 * An event from a value of JSON. A fact that this version does not know, or whose shape is not the one it knows,
 * is kept word for word.
 * @returns undefined when the value bears no valid stamp and type
 */
export function parsePlainEvent(value: unknown): AnyEvent | undefined {
  const stamp = parseStamp(value);
  if (stamp === undefined || !isRecord(value)) return undefined;
  const { writer: _w, seq: _s, at: _a, offset: _o, epoch: _e, ...raw } = value;
  if (!hasType(raw)) return undefined;
  const fact = parseFact(raw);
  return fact === undefined ? { ...stamp, type: 'unknown', raw } : { ...stamp, ...fact };
}

/** An event as one line of printable ASCII. */
export const formatEvent = (event: AnyEvent): string => asciiJson(plainEvent(event));

/** @returns undefined when the text is no event */
export function parseEvent(text: string): AnyEvent | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return parsePlainEvent(value);
  } catch {
    return undefined;
  }
}

/** One record of an open segment and of the twin: the event with its checksum. */
export const formatRecord = (event: AnyEvent): string => sealed(formatEvent(event));

/**
 * The event of one record.
 * @param isChecked only a test of the checksum itself turns the check off
 * @returns undefined when a character has changed or is missing
 */
export function parseRecord(line: string, isChecked = true): AnyEvent | undefined {
  const text = isChecked ? unsealed(line) : line.slice(9);
  return text === undefined ? undefined : parseEvent(text);
}

/**
 * A new event, with its keys in the canonical order.
 * @throws when the fact has not the shape of its type: the app may only record what it can read again
 */
export function stamped(stamp: Stamp, fact: Fact | UnknownFact): AnyEvent {
  const event = parseEvent(formatEvent({ ...stamp, ...fact }));
  if (event === undefined || event.type !== fact.type) {
    throw new Error(`a fact of type ${fact.type} has not the shape of its type`);
  }
  return event;
}
