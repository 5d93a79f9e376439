import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byNamespace, type Bundle } from './bundle.ts';

/** Every word of a language, except those of `problems`, which the pack tools test. */
const wordsOf = (language: string): ReadonlyMap<string, Bundle> =>
  byNamespace(
    Object.fromEntries(
      readdirSync(join('src/i18n', language))
        .filter((file) => file !== 'problems.json')
        .map((file): [string, Bundle] => {
          const path = join('src/i18n', language, file);
          const words: Bundle = JSON.parse(readFileSync(path, 'utf8'));
          return [path, words];
        }),
    ),
  );

const en = wordsOf('en');
const ja = wordsOf('ja');

/** Keys that no literal in the source spells, by namespace, with where they come from. */
const dynamicKeys: ReadonlyMap<string, RegExp> = new Map([
  // core/answer/response.ts: confidences
  ['question', /^(guessing|fairly-sure|certain)$/],
  // core/answer/rules.ts: states; core/memory/rating.ts: ratings; question/NextRow.tsx: saved
  [
    'feedback',
    /^(chosen-right|chosen-wrong|missed|rightly-left|again|hard|good|easy|saving|saved|fragile|failed)$/,
  ],
  // features/packs/standing.ts: states
  ['packs', /^(unmet|due|fading|known|misconception|changed)$/],
  // core/insight/exposures.ts: exposures; core/insight/figures.ts: groups
  ['progress', /^(first-meeting|new-scenario|repeat|all|right|wrong)$/],
  // features/packs/adding.ts: why nothing was fetched
  ['share', /^(addressBad|linkBad|fetch-.*)$/],
  // features/settings/releases.ts
  ['settings', /^news[A-Z]/],
  // formats: remarks of readers, whose own test follows
  ['import', /-/],
]);

const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(PLURAL, '');
const slots = (text: string): string[] =>
  [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

const namespaces = [...en.keys()];
const wordsIn = (language: typeof en, namespace: string): [string, string][] =>
  Object.entries(language.get(namespace) ?? {});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => readFileSync(join('src', path), 'utf8'));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `${kind}Title` in the source stands for every key that ends so. */
function templates(source: string): RegExp[] {
  return [...source.matchAll(/`([^`\s]*\$\{[^`]*?\}[^`\s]*)`/g)]
    .map(([, text]) => (text ?? '').split(/\$\{[^}]*\}/))
    .filter((parts) => parts.join('').length >= 3)
    .map((parts) => new RegExp(`^${parts.map(escaped).join('.+')}$`));
}

function isUsed(namespace: string, key: string): boolean {
  if (dynamicKeys.get(namespace)?.test(key)) return true;
  return sources
    .filter((source) => source.includes(`'${namespace}'`) || source.includes(`${namespace}:`))
    .some(
      (source) =>
        source.includes(`'${key}'`) ||
        source.includes(`'${namespace}:${key}'`) ||
        templates(source).some((template) => template.test(key)),
    );
}

test('both languages have the same files', () => {
  expect([...ja.keys()].toSorted()).toEqual(namespaces.toSorted());
});

test.each(namespaces)('%s has the same keys in both languages', (namespace) => {
  const keys = (language: typeof en) =>
    [...new Set(wordsIn(language, namespace).map(([key]) => base(key)))].toSorted();
  expect(keys(ja)).toEqual(keys(en));
});

test.each([
  ['en', en, ['one', 'other']],
  ['ja', ja, ['other']],
] as const)('%s has just the plural forms that it needs', (_code, language, forms) => {
  for (const namespace of namespaces) {
    const plurals = wordsIn(language, namespace).filter(([key]) => PLURAL.test(key));
    for (const key of new Set(plurals.map(([form]) => base(form)))) {
      const there = plurals
        .filter(([form]) => base(form) === key)
        .map(([form]) => form.slice(key.length + 1));
      expect(there, `${namespace}:${key}`).toEqual(forms);
    }
  }
});

test.each(namespaces)('%s has the same slots in both languages', (namespace) => {
  const english = new Map(wordsIn(en, namespace));
  for (const [key, text] of wordsIn(ja, namespace)) {
    const twin = english.get(key) ?? english.get(`${base(key)}_other`);
    expect(slots(text), `${namespace}:${key}`).toEqual(slots(twin ?? ''));
  }
});

test.each(namespaces)('%s has no word that nobody says', (namespace) => {
  const unused = wordsIn(en, namespace)
    .map(([key]) => base(key))
    .filter((key) => !isUsed(namespace, key));
  expect([...new Set(unused)]).toEqual([]);
});

test('every remark that a reader of foreign files can make has its words, and no other', () => {
  const formats = readdirSync('src/formats', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join('src/formats', path), 'utf8'))
    .join('\n');
  const codes = [...formats.matchAll(/code: '([a-z0-9]+(?:-[a-z0-9]+)+)'/g)].map(
    ([, code]) => code,
  );
  const said = wordsIn(en, 'import').map(([key]) => base(key));
  expect(new Set(codes)).toEqual(new Set(said.filter((key) => key.includes('-'))));
});

test('no word is empty', () => {
  for (const language of [en, ja])
    for (const namespace of namespaces)
      for (const [key, text] of wordsIn(language, namespace))
        expect(text.trim(), `${namespace}:${key}`).not.toBe('');
});
