import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleForm } from './sample.ts';
import {
  blueprintMark,
  formatCode,
  groundMark,
  parseCode,
  SHARED_SEEDS,
  type Ground,
} from './share-code.ts';

const { blueprint } = sampleForm();

const part = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 5000 }));
const shared = fc.record({
  blueprint: fc.string().map(blueprintMark),
  from: fc.oneof(
    fc.tuple(part, part, part).map((parts) => parts.join('.')),
    fc.nat({ max: 2 ** 20 - 1 }),
  ),
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
  const own = formatCode({ blueprint: blueprintMark('pack'), from: '1.0.0', seed: 12_345_678 });
  expect(own).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  const mark = groundMark({ blueprint, packs: [{ uid: 'one', version: '1.0.0' }] });
  const real = formatCode({ blueprint: blueprintMark('real'), from: mark, seed: 12_345_678 });
  expect(real).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{2,4}$/);
});

test('a code that was made before says what it said', () => {
  expect(parseCode('CD9K-BRRA-E100-TX')).toEqual({
    ok: true,
    value: { blueprint: blueprintMark('pack'), from: '1.0.0', seed: 12_345_678 },
  });
});

test('a mark tells exams, packs and versions apart, but no order', () => {
  const packs = [
    { uid: 'one', version: '1.0.0' },
    { uid: 'two', version: '1.0.0' },
  ];
  const { domains } = blueprint;
  const grounds: Ground[] = [
    { blueprint, packs },
    { blueprint: { ...blueprint, id: 'other' }, packs },
    { blueprint: { ...blueprint, questions: 5 }, packs },
    { blueprint: { ...blueprint, domains: domains.toReversed() }, packs },
    { blueprint, packs: packs.slice(1) },
    { blueprint, packs: packs.map((pack) => ({ ...pack, version: '1.0.1' })) },
  ];
  expect(new Set(grounds.map(groundMark)).size).toBe(grounds.length);
  expect(groundMark({ blueprint, packs: packs.toReversed() })).toBe(
    groundMark({ blueprint, packs }),
  );
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
