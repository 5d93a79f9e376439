import * as fc from 'fast-check';
import type { Language, Localized } from '#core/language.ts';
import type { KindName, Scenario, ScenarioBase, ScenarioText } from '#core/pack/model.ts';
import { address, document, someDocument, someLine, word, words } from './text-arbitrary.ts';

export const slug = fc.constantFrom(
  'a',
  'b',
  'c',
  '1',
  '07',
  'true',
  'null',
  'long-one',
  'x-y',
  'concept',
);
export const slugs = fc.uniqueArray(slug, { maxLength: 3 });
const someSlugs = fc.uniqueArray(slug, { minLength: 1, maxLength: 5 });
export const date = fc.constantFrom('2026-11-20', '1999-01-31');

export const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: null }).map((held): Partial<Record<K, T>> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key loses its name
    held === null ? {} : ({ [key]: held } as Record<K, T>),
  );

export const inEach = <T>(
  languages: readonly Language[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Localized<T>> =>
  fc
    .tuple(...languages.map(() => value))
    .map((values) => Object.fromEntries(values.map((one, index) => [languages[index] ?? '', one])));

export const references = (languages: readonly Language[]) =>
  fc.uniqueArray(fc.record({ id: slug, url: address, title: inEach(languages, words) }), {
    maxLength: 2,
    selector: ({ id }) => id,
  });

export const checked = fc.record({
  on: date,
  how: fc.constantFrom('stored-copy' as const, 'live' as const),
});

const optionText = (id: string) =>
  fc.record(
    { id: fc.constant(id), text: someLine, why: someDocument, rightWhen: someLine },
    { requiredKeys: ['id', 'text'] },
  );

const scenarioText = (ids: readonly string[]): fc.Arbitrary<ScenarioText> =>
  fc.record({
    situation: document,
    question: someLine,
    options: fc.tuple(...ids.map(optionText)),
    decides: document,
  });

const base = (languages: readonly Language[], ids: readonly string[]): fc.Arbitrary<ScenarioBase> =>
  fc
    .tuple(
      fc.record({
        id: slug,
        was: slugs,
        reserve: fc.boolean(),
        references: references(languages),
        aged: fc.subarray(['a#1', 'long-one#07']),
        textRev: fc.constant(''),
        keyRev: fc.constant(''),
        text: inEach(languages, scenarioText(ids)),
      }),
      maybe('case', slug),
      maybe('checked', checked),
      maybe('change', fc.record({ was: inEach(languages, words), now: inEach(languages, words) })),
      maybe(
        'origin',
        fc.record(
          { format: words, name: word, kept: fc.dictionary(words, word, { maxKeys: 3 }) },
          { requiredKeys: ['format'] },
        ),
      ),
    )
    .map(([whole, ...parts]) => Object.assign(whole, ...parts));

const option = (id: string) =>
  fc
    .tuple(fc.boolean(), maybe('standsFor', slug), maybe('never', fc.constant(true as const)))
    .map(([right, standsFor, never]) => ({ id, right, ...standsFor, ...never }));

/** What a kind adds, for the ids of its options. */
const byKind: {
  readonly [K in KindName]: (ids: readonly string[]) => fc.Arbitrary<object>;
} = {
  single: (ids) =>
    fc.record({
      kind: fc.constant('single'),
      options: fc.tuple(...ids.map(option)),
      pin: fc.subarray([...ids]),
    }),
  multiple: (ids) =>
    fc.record({
      kind: fc.constant('multiple'),
      choose: fc.integer({ min: 1, max: 9 }),
      options: fc.tuple(...ids.map(option)),
      pin: fc.subarray([...ids]),
    }),
  ordering: (ids) =>
    fc.nat(ids.length).map((at) => ({
      kind: 'ordering',
      steps: ids.slice(0, at),
      spare: ids.slice(at),
    })),
  matching: (ids) =>
    fc.tuple(fc.nat(ids.length), slug).map(([at, choice]) => ({
      kind: 'matching',
      prompts: ids.slice(0, at).map((id) => ({ id, choice })),
      choices: ids.slice(at),
    })),
  short: (ids) =>
    fc
      .tuple(
        fc.constantFrom('prose' as const, 'exact' as const),
        fc.tuple(...ids.map(() => fc.tuple(fc.boolean(), fc.array(words, { maxLength: 2 })))),
      )
      .map(([compare, answers]) => ({
        kind: 'short',
        compare,
        answers: answers.map(([right, texts], index) => ({ id: ids[index], right, texts })),
      })),
};

const kinds: readonly KindName[] = ['single', 'multiple', 'ordering', 'matching', 'short'];

export const scenarioIn = (languages: readonly Language[]): fc.Arbitrary<Scenario> =>
  fc
    .tuple(someSlugs, fc.constantFrom(...kinds))
    .chain(([ids, kind]) => fc.tuple(base(languages, ids), byKind[kind](ids)))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table above has an entry a kind
    .map(([common, own]) => Object.assign(common, own) as Scenario);
