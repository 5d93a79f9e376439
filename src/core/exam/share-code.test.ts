import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blueprintMark, formatCode, parseCode, SHARED_SEEDS } from './share-code.ts';

const part = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 5000 }));
const shared = fc.record({
  blueprint: fc.string().map(blueprintMark),
  version: fc.tuple(part, part, part).map((parts) => parts.join('.')),
  seed: fc.nat({ max: SHARED_SEEDS - 1 }),
});
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code says what it was made of', () => {
  fc.assert(
    fc.property(shared, (form) => {
      expect(parseCode(formatCode(form))).toEqual({ ok: true, value: form });
    }),
  );
});

test('a code is short', () => {
  const code = formatCode({ blueprint: blueprintMark('pack'), version: '1.0.0', seed: 12_345_678 });
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
});

test('every wrong digit shows', () => {
  fc.assert(
    fc.property(shared, fc.nat(), fc.nat(), (form, where, what) => {
      const code = formatCode(form).replaceAll('-', '');
      const place = where % code.length;
      const digit = digits.charAt(what % digits.length);
      fc.pre(digit !== code.charAt(place));
      const typo = code.slice(0, place) + digit + code.slice(place + 1);
      expect(parseCode(typo).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('two digits that changed places show', () => {
  fc.assert(
    fc.property(shared, fc.nat(), (form, where) => {
      const code = formatCode(form).replaceAll('-', '');
      const place = where % (code.length - 1);
      const [a = '', b = ''] = code.slice(place, place + 2);
      fc.pre(a !== b);
      expect(parseCode(code.slice(0, place) + b + a + code.slice(place + 2)).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('letters that look alike, small or wide, and blanks make no difference', () => {
  fc.assert(
    fc.property(shared, (form) => {
      const code = formatCode(form);
      const loose = code
        .replaceAll('1', 'l')
        .replaceAll('0', 'o')
        .replaceAll('-', ' ')
        .toLowerCase();
      const wide = code.replaceAll(/./g, (letter) =>
        letter === '-' ? '－' : String.fromCharCode(letter.charCodeAt(0) + 65_248),
      );
      expect(parseCode(` ${loose} `)).toEqual({ ok: true, value: form });
      expect(parseCode(wide)).toEqual({ ok: true, value: form });
    }),
  );
});

test.each(['', 'hello', '????-????-????-??', '9F3K', '問答'])('%j is no code', (text) => {
  expect(parseCode(text)).toEqual({ ok: false, error: 'shape' });
});

test('any text is told apart without fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => parseCode(text)).not.toThrow();
    }),
  );
});
