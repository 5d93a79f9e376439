import { expect, test } from 'vitest';
import { names } from './names.ts';
import { codesOf, packWith, sampleConcept, samplePack, sampleScenario } from './sample.ts';

const { options } = sampleScenario('harbour', 0);
const standingFor = (standsFor: string) => options.map((option) => ({ ...option, standsFor }));

test('what points at something that is there is accepted', () => {
  const sharedCase = { id: 'pier', text: {} };
  const pack = { ...packWith({ case: 'pier', aged: ['manual#1'] }), cases: [sharedCase] };
  expect(codesOf(names, pack)).toEqual([]);
});

test('an option may stand for a term and for a concept', () => {
  expect(codesOf(names, packWith({ options: standingFor('lamp') }))).toEqual([]);
  expect(codesOf(names, packWith({ options: standingFor('night-work') }))).toEqual([]);
});

test.each([
  ['unknown_domain', samplePack({ concepts: [sampleConcept({ domain: 'days' })] })],
  ['unknown_note', samplePack({ concepts: [sampleConcept({ note: 'book' })] })],
  ['unknown_claim', samplePack({ concepts: [sampleConcept({ claims: ['manual#2'] })] })],
  ['unknown_concept', samplePack({ concepts: [sampleConcept({ confusable: ['noon'] })] })],
  ['unknown_case', packWith({ case: 'pier' })],
  ['unknown_claim', packWith({ aged: ['book#1'] })],
  [
    'unknown_term',
    packWith({ options: [...options, { id: 'sun', right: false, standsFor: 'sun' }] }),
  ],
])('%s', (code, pack) => {
  expect(codesOf(names, pack)).toEqual([code]);
});

test('a reference that the note does not have is found', () => {
  const notes = samplePack().notes.map((note) => ({ ...note, references: [] }));
  expect(codesOf(names, samplePack({ notes }))).toEqual(['unknown_reference']);
});

test('a concept that is confusable with itself is found', () => {
  const concept = sampleConcept({ confusable: ['night-work'] });
  expect(codesOf(names, samplePack({ concepts: [concept] }))).toEqual(['confusable_itself']);
});
