import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { anyEvents } from './arbitrary-events.ts';
import { crc32, sealed } from './checksum.ts';
import { formatEvent, formatRecord, parseEvent, parseRecord, stamped } from './codec.ts';

const stamp = { writer: 'writeraaaa', seq: 7, at: instant(1e12), offset: 540, epoch: 0 };
const note = stamped(stamp, {
  type: 'noted',
  target: { pack: 'p', concept: 'c' },
  text: '問答 "\\ \ud800\n',
});

test('the checksum is CRC-32', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});

describe('a record', () => {
  test('gives back any event', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const event of events) expect(parseRecord(formatRecord(event))).toEqual(event);
      }),
    );
  });

  test('is one line of printable ASCII', () => {
    expect(formatRecord(note)).toMatch(/^[0-9a-f]{8} [\x20-\x7e]+$/);
  });

  test('with one character changed is refused, wherever it is', () => {
    const record = formatRecord(note);
    for (let place = 0; place < record.length; place += 1) {
      const wrong = `${record.slice(0, place)}${record[place] === 'x' ? 'y' : 'x'}${record.slice(place + 1)}`;
      expect(parseRecord(wrong)).toBeUndefined();
    }
  });

  test.each([
    ['no writer', '{"seq":1,"at":1,"offset":0,"epoch":0,"type":"undone"}'],
    ['a number below 1', '{"writer":"writeraaaa","seq":0,"at":1,"offset":0,"epoch":0,"type":"x"}'],
    ['no type', '{"writer":"writeraaaa","seq":1,"at":1,"offset":0,"epoch":0}'],
    ['a list', '[]'],
    ['no JSON', '{'],
  ])('with %s is none', (_, text) => {
    expect(parseRecord(sealed(text))).toBeUndefined();
  });
});

describe('what a newer Mondo wrote', () => {
  const head = '{"writer":"writeraaaa","seq":1,"at":1,"offset":0,"epoch":0,';

  test.each([
    ['a fact of an unknown type', '"type":"dreamt","of":{"sheep":[1,null]},"also":2}'],
    ['an unknown key', '"type":"session-ended","session":"s","mood":"fine"}'],
    ['an unknown key deep inside', '"type":"undone","ref":{"writer":"w","seq":1,"why":"slip"}}'],
    ['a known type in another shape', '"type":"undone","refs":["w:1"]}'],
  ])('is written back byte for byte: %s', (_, rest) => {
    const event = parseEvent(head + rest);
    expect(event && formatEvent(event)).toBe(head + rest);
  });

  test('is unknown when its shape is not the one we know', () => {
    const event = parseEvent(`${head}"type":"undone","refs":["w:1"]}`);
    expect(event).toMatchObject({ type: 'unknown', raw: { type: 'undone', refs: ['w:1'] } });
  });
});

test('a fact of our own that has not the shape of its type is refused', () => {
  expect(() =>
    stamped(stamp, {
      type: 'session-started',
      session: 's',
      seed: Number.NaN,
      mode: 'study',
      filter: {},
    }),
  ).toThrow('shape');
});
