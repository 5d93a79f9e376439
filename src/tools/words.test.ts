import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import en from '#i18n/en/problems.json' with { type: 'json' };
import ja from '#i18n/ja/problems.json' with { type: 'json' };
import { problemLine } from './words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The sources that find problems, as text: readers of foreign formats make remarks, and name foreign keys. */
const sources = ['core/pack', 'core/exam', 'formats', 'tools']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && !/\.test\.ts$|(?:sample|small-pack)\.ts$/.test(file),
      )
      .map((file) => ({ file, text: readFileSync(join(root, folder, file), 'utf8') }))
      .filter(
        ({ file, text }) =>
          folder !== 'formats' || file.startsWith('markdown') || text.includes('pack/problem.ts'),
      )
      .map(({ text }) => text),
  )
  .join('\n');

const said = Object.keys(en).filter((key) => !key.endsWith('_hint'));
const literals = new Set(
  [...sources.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g)].map(([, code = '']) => code),
);

/** Words in quotes with a low line that are no codes: types of valibot. */
const others = ['loose_object'];

describe('the words of problems', () => {
  test('are there for every code that the sources can report, and for no other', () => {
    const codes = [...literals].filter((code) => !others.includes(code));
    expect(new Set(codes)).toEqual(new Set(said));
  });

  test('come with a hint each, in both languages', () => {
    const keys = said.flatMap((code) => [code, `${code}_hint`]).toSorted();
    expect(Object.keys(en).toSorted()).toEqual(keys);
    expect(Object.keys(ja).toSorted()).toEqual(keys);
  });

  test('have the same slots in both languages', () => {
    const slots = (text: string): Set<string> => new Set(text.match(/\{\{\w+\}\}/g) ?? []);
    const japanese = new Map(Object.entries(ja));
    for (const code of said) {
      const english = new Map(Object.entries(en)).get(code) ?? '';
      expect([code, slots(japanese.get(code) ?? '')]).toEqual([code, slots(english)]);
    }
  });

  test('make a line that an editor can follow', () => {
    const problem = {
      severity: 'error',
      code: 'unknown_key_near',
      file: 'p/concepts/a/b.md',
      line: 3,
      column: 5,
      path: [],
      params: { key: 'refrences', near: 'references' },
    } as const;
    expect(problemLine('en', 'questions/', problem)).toBe(
      'questions/p/concepts/a/b.md:3:5 error unknown_key_near There is no key “refrences” here. Did you mean “references”?',
    );
  });
});
