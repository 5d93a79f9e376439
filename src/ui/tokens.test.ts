import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Every colour token, in both themes. */
const colours: ReadonlyMap<string, { readonly [T in Theme]: string }> = new Map(
  [...css.matchAll(/--([\w-]+):\s+light-dark\(\s*(#\w{6}),\s*(#\w{6})\s*\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: Theme): string {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`there is no colour --${name}`);
  return found[theme];
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'accent-wash', 'right-wash', 'wrong-wash', 'warn-wash'];
const pairs = (texts: readonly string[], on: readonly string[]) =>
  texts.flatMap((text) => on.map((ground): [string, string] => [text, ground]));

const textPairs = [
  ...pairs(['ink', 'ink-2', 'ink-3', 'accent'], [...grounds, 'rule-wash']),
  ...pairs(['right', 'wrong', 'warn'], ['paper', 'sheet']),
  ...pairs(['right'], ['right-wash']),
  ...pairs(['wrong'], ['wrong-wash']),
  ...pairs(['warn'], ['warn-wash']),
  // Numbers in filled marks, words on the primary button.
  ...pairs(['accent-ink'], ['accent']),
  ...pairs(['sheet'], ['right', 'wrong']),
];

const borderPairs = [
  ...pairs(['rule-strong', 'accent', 'right', 'wrong', 'warn'], ['paper', 'sheet']),
  ...pairs(['accent'], ['accent-wash']),
  ...pairs(['right'], ['right-wash']),
  ...pairs(['wrong'], ['wrong-wash']),
];

describe.each(themes)('in the %s theme', (theme) => {
  test.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(borderPairs)('a border in %s can be seen on %s', (border, ground) => {
    expect(contrast(colour(border, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test('the ramp of recall goes one way', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => luminance(colour(`recall-${step}`, theme)));
    const sorted = steps.toSorted((a, b) => (theme === 'light' ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
});

test('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

const styles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.css') && !path.endsWith('tokens.css'),
);

test.each(styles)('%s takes its colours and fonts from the tokens', (path) => {
  const text = readFileSync(join('src', path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const raw = text.match(
    /#[\da-f]{3,8}\b(?![\w-]*[,{\s]*\{)|\b(?:rgb|hsl|oklch|lab)a?\(|font-family:(?!\s*var)/gi,
  );
  expect(raw).toBeNull();
});

test.each(styles)('%s uses only tokens that there are', (path) => {
  const text = readFileSync(join('src', path), 'utf8');
  const own = new Set([...(css + text).matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  expect(used.filter((name) => !own.has(name))).toEqual([]);
});
