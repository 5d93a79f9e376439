import { expect, test } from 'vitest';
import { ids } from './ids.ts';
import { codesOf, packOf, packWith, sampleConcept, samplePack, sampleScenario } from './sample.ts';

const pack = samplePack();

test('ids that name one thing each are accepted', () => {
  expect(codesOf(ids, pack)).toEqual([]);
});

test.each([
  ['domains', { ...pack, domains: [...pack.domains, ...pack.domains] }],
  ['notes', { ...pack, notes: [...pack.notes, ...pack.notes] }],
  ['concepts', { ...pack, concepts: [...pack.concepts, sampleConcept({ scenarios: [] })] }],
  ['scenarios', packOf(sampleScenario('a', 0), sampleScenario('a', 1))],
])('an id twice among the %s is found', (_what, spoiled) => {
  expect(codesOf(ids, spoiled)).toEqual(['id_twice']);
});

test('a reference twice in a scenario is found', () => {
  const { references } = sampleScenario('a', 0);
  const found = ids(packWith({ references: [...references, ...references] }));
  expect(found.map(({ path }) => path.at(-2))).toEqual(['references']);
});

test('a term with the id of a concept is found', () => {
  const terms = [...pack.terms, { id: 'night-work', title: { en: 'x', ja: 'x' } }];
  expect(codesOf(ids, { ...pack, terms })).toEqual(['term_is_concept']);
});
