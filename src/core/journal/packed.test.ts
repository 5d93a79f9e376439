import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberReader, numberWriter } from './packed-numbers.ts';
import { readWords, writeWords } from './packed-words.ts';

test('packed numbers come back, and are printable without quotation marks and backslashes', () => {
  const half = Math.floor(Number.MAX_SAFE_INTEGER / 2);
  const whole = fc.oneof(fc.nat({ max: 3000 }), fc.maxSafeNat());
  const signed = fc.integer({ min: -half, max: half });
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, signed)), (pairs) => {
      const writer = numberWriter();
      for (const [a, b] of pairs) {
        writer.whole(a);
        writer.signed(b);
      }
      const text = writer.text();
      expect(text).toMatch(/^[!#-[\]-~]*$/);
      const reader = numberReader(text);
      expect(pairs.map(() => [reader.whole(), reader.signed()])).toEqual(pairs);
      expect(reader.isAtEnd()).toBe(true);
      expect(() => reader.whole()).toThrow(SyntaxError);
    }),
  );
});

test('many packed numbers come back too', () => {
  const writer = numberWriter();
  for (let i = 0; i < 20_000; i += 1) writer.whole(i);
  const reader = numberReader(writer.text());
  for (let i = 0; i < 20_000; i += 1) if (reader.whole() !== i) throw new Error(`${i} is lost`);
  expect(reader.isAtEnd()).toBe(true);
});

test('packed words come back, whatever is in them, in printable ASCII', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{3}$/),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      expect(writeWords(words)).toMatch(/^[\w:,.-]*$/);
      expect(readWords(writeWords(words))).toEqual(words);
    }),
  );
});

test('names of equal width need no commas', () => {
  expect(writeWords(['abc', 'def'])).toBe('3:abcdef');
  expect(writeWords(['abc', 'de'])).toBe('0:abc,de,');
});
