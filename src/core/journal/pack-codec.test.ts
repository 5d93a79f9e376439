import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvents } from './arbitrary-events.ts';
import { formatEvent } from './codec.ts';
import { compareRefs } from './order.ts';
import { formatPack, parsePack } from './pack-codec.ts';
import { parsePackHead } from './pack-head.ts';
import { rangesOf } from './ranges.ts';
import { realisticJournal } from './realistic-journal.ts';

const texts = (events: Parameters<typeof formatPack>[0]) =>
  events.toSorted(compareRefs).map(formatEvent);

describe('a packed segment', () => {
  test('gives back every event to the letter', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { events: back, broken } = parsePack(formatPack(events));
        expect(broken).toBe(0);
        expect(texts(back)).toEqual(texts(events));
      }),
      { numRuns: 300 },
    );
  });

  test('is printable ASCII', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(formatPack(events)).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });

  test('tells in its first line what it holds', () => {
    const events = realisticJournal(100);
    expect(parsePackHead(formatPack(events))?.ranges).toEqual(rangesOf(events));
  });

  test('needs at most twenty characters an answer, with all that goes with it', () => {
    // 900 scenarios, each met some twenty times; the dictionary weighs more while they are new.
    const text = formatPack(realisticJournal(20_000));
    expect(text.length / 20_000).toBeLessThan(20);
  }, 60_000);

  test('loses one block of 32 at most to a wrong character at any place, and nothing is made up', () => {
    const events = realisticJournal(40, 1, 1);
    const known = new Set(texts(events));
    const text = formatPack(events);
    for (let place = 0; place < text.length; place += 1) {
      const wrong = text[place] === 'A' ? '\n' : 'A';
      const damaged = `${text.slice(0, place)}${wrong}${text.slice(place + 1)}`;
      const { events: left, broken } = parsePack(damaged);
      expect(broken).toBeGreaterThan(0);
      expect(left.length).toBeGreaterThanOrEqual(events.length - 32);
      expect(texts(left).filter((line) => !known.has(line))).toEqual([]);
    }
  }, 60_000);

  test('gives back its first blocks when its end is cut off', () => {
    const events = realisticJournal(400, 1, 10);
    const text = formatPack(events);
    const { events: left, broken } = parsePack(text.slice(0, (text.length * 3) / 4));
    expect(broken).toBeGreaterThan(0);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(events.length);
  });
});
