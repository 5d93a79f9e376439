import { expect, test } from 'vitest';
import { coloursOf, contrast, mixed } from './contrast.ts';

test('black on white has the greatest contrast there is, and a colour none with itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#1f4e79', '#1f4e79')).toBe(1);
});

test('the order of the two does not matter', () => {
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('nothing of a colour leaves the ground, all of it covers it', () => {
  expect(mixed('#102030', 0, '#ffffff')).toBe('#ffffff');
  expect(mixed('#102030', 1, '#ffffff')).toBe('#102030');
  expect(mixed('#000000', 0.5, '#ff0008')).toBe('#800004');
});

test('colours are found by name in both themes, over lines too', () => {
  const css =
    ':root {\n  --a: light-dark(#111111, #222222);\n  --b: light-dark(\n    #333333,\n    #444444\n  );\n  --c: red;\n}';
  expect([...coloursOf(css)]).toEqual([
    ['a', { light: '#111111', dark: '#222222' }],
    ['b', { light: '#333333', dark: '#444444' }],
  ]);
});
