import * as fc from 'fast-check';
import type { Line } from '#core/pack/document.ts';
import type { Concept, KindMap, KindName, OptionText, Pack, Scenario } from '#core/pack/model.ts';

/** Packs of plain words in two languages, for laws of writing and reading. */

const word = fc.stringMatching(/^[a-z=+@'"|,;<&\-A-F][a-z0-9あ鍵#:.]{0,6}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const line = words.map((text): Line => [text]);
const document = fc.array(
  line.map((children) => ({ type: 'paragraph' as const, children })),
  { maxLength: 2 },
);

type KindPart = { [K in KindName]: { readonly kind: K } & KindMap[K] }[KindName];

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

/** What each kind says of options `a`, `b`, … */
function partOf(kind: KindName, count: number, right: number): KindPart {
  const own = ids.slice(0, count);
  const options = own.map((id, place) => ({ id, right: place < right }));
  switch (kind) {
    case 'single':
      return { kind, options: own.map((id, place) => ({ id, right: place === right })), pin: [] };
    case 'multiple':
      return { kind, choose: right, options, pin: [] };
    case 'ordering':
      return { kind, steps: own.slice(0, right + 1).toReversed(), spare: own.slice(right + 1) };
    case 'matching': {
      const choices = own.slice(2);
      const choice = choices[right % choices.length] ?? 'c';
      return {
        kind,
        prompts: [
          { id: 'a', choice },
          { id: 'b', choice: 'c' },
        ],
        choices,
      };
    }
    case 'short':
      return {
        kind,
        compare: right % 2 === 0 ? 'exact' : 'prose',
        answers: options.map((option) => ({ ...option, texts: [] })),
      };
  }
}

const texts = (count: number) =>
  fc.record({
    situation: document,
    question: line,
    options: fc
      .uniqueArray(words, { minLength: count, maxLength: count })
      .chain((found) => fc.tuple(...found.map((text, place) => option(ids[place] ?? '', text)))),
    decides: document,
  });

const option = (id: string, text: string): fc.Arbitrary<OptionText> =>
  fc
    .record({ why: document, rightWhen: fc.option(line, { nil: [] }) })
    .map(({ why, rightWhen }) => ({
      id,
      text: [text],
      ...(why.length === 0 ? {} : { why }),
      ...(rightWhen.length === 0 ? {} : { rightWhen }),
    }));

/** @param kinds which kinds there are */
export const arbitraryScenario = (kinds: readonly KindName[]): fc.Arbitrary<Scenario> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      count: fc.integer({ min: 3, max: 6 }),
      right: fc.integer({ min: 1, max: 2 }),
    })
    .chain(({ kind, count, right }) =>
      fc
        .record({ en: texts(count), ja: fc.option(texts(count), { nil: undefined }) })
        .map((text): Scenario => ({
          ...partOf(kind, count, right),
          id: 's',
          was: [],
          reserve: false,
          references: [],
          aged: [],
          textRev: 'aaaaaaaa',
          keyRev: 'aaaaaaaa',
          text,
        })),
    );

export const packOfScenarios = (scenarios: readonly Scenario[]): Pack => ({
  format: 1,
  uid: 'k7w2m9qd4x8r',
  version: '1.0.0',
  released: '2026-11-20',
  languages: ['en', 'ja'],
  title: { en: 'A pack', ja: '問題集' },
  summary: { en: 'Questions.' },
  authors: [],
  contact: {},
  licence: 'CC-BY-4.0',
  domains: [{ id: 'keys', title: { en: 'Keys', ja: '鍵' }, weight: 100 }],
  terms: [],
  retired: [],
  notes: [],
  cases: [],
  concepts: scenarios.map((scenario, index): Concept => ({
    id: `c${index}`,
    domain: 'keys',
    claims: [],
    confusable: [],
    was: [],
    text: { en: { title: `Concept ${index}`, rule: [] } },
    scenarios: [scenario],
  })),
});
