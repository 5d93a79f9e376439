import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coloursOf,
  contrast,
  leastContrast,
  lookThemes,
  luminance,
  type LookTheme,
} from '#core/contrast.ts';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const colours = coloursOf(css);

function colour(name: string, theme: LookTheme): string {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`there is no colour --${name}`);
  return found[theme];
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

describe.each(lookThemes)('in the %s theme', (theme) => {
  test.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(
      leastContrast.text,
    );
  });

  test.each(borderPairs)('a border in %s can be seen on %s', (border, ground) => {
    expect(contrast(colour(border, theme), colour(ground, theme))).toBeGreaterThanOrEqual(
      leastContrast.mark,
    );
  });

  test('the ramp of recall goes one way', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => luminance(colour(`recall-${step}`, theme)));
    const sorted = steps.toSorted((a, b) => (theme === 'light' ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
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
