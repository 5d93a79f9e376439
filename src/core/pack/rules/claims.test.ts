import { expect, test } from 'vitest';
import type { Claim, NoteText } from '#core/pack/model.ts';
import { agedClaims, claims } from './claims.ts';
import { codesOf, packWith, paragraph, sampleConcept, samplePack } from './sample.ts';

const [manual] = samplePack().notes;
if (!manual) throw new Error('the sample has no note');

const noteOf = (changed: Partial<Claim>, english?: NoteText) => ({
  ...manual,
  claims: manual.claims.map((claim) => ({ ...claim, ...changed })),
  ...(english ? { text: { ...manual.text, en: english } } : {}),
});
const said = (ids: readonly string[], today?: string): NoteText => ({
  title: 'Manual',
  body: ids.map((id) => ({
    type: 'claim',
    id,
    says: ['Night is dark.'],
    ...(today === undefined ? {} : { today: paragraph(today) }),
  })),
});
const unasking = [sampleConcept({ claims: [] })];

test('a claim that nothing asks is found, unless it says why', () => {
  const pack = samplePack({ concepts: unasking });
  expect(codesOf(claims, samplePack())).toEqual([]);
  expect(codesOf(claims, pack)).toEqual(['claim_unasked']);
  expect(codesOf(claims, { ...pack, notes: [noteOf({ unasked: 'a story' })] })).toEqual([]);
});

test('a claim that a scenario corrects is asked', () => {
  const concepts = packWith({ aged: ['manual#1'] }).concepts.map((concept) => ({
    ...concept,
    claims: [],
  }));
  expect(codesOf(claims, samplePack({ concepts }))).toEqual([]);
});

test('a claim that is asked and says that it is not is found', () => {
  const notes = [noteOf({ unasked: 'a story' })];
  expect(codesOf(claims, samplePack({ notes }))).toEqual(['claim_asked_after_all']);
});

test('a claim that does not hold says what is true today, in every language', () => {
  const silent = noteOf({ verdict: 'wrong' });
  const half = noteOf({ verdict: 'wrong' }, said(['1'], 'Not under the moon.'));
  expect(claims(samplePack({ notes: [silent] })).map(({ params }) => params['language'])).toEqual([
    'en',
    'ja',
  ]);
  expect(claims(samplePack({ notes: [half] })).map(({ params }) => params['language'])).toEqual([
    'ja',
  ]);
});

test('claims of the front matter and of the text are the same', () => {
  expect(codesOf(claims, samplePack({ notes: [noteOf({}, said(['1', '2']))] }))).toEqual([
    'claim_without_verdict',
  ]);
  expect(codesOf(claims, samplePack({ notes: [noteOf({}, said([]))] }))).toEqual([
    'claim_without_text',
  ]);
});

test('a scenario that corrects a claim which holds is found', () => {
  const pack = packWith({ aged: ['manual#1'] });
  expect(codesOf(agedClaims, pack)).toEqual(['aged_claim_holds']);
  expect(codesOf(agedClaims, { ...pack, notes: [noteOf({ verdict: 'outdated' })] })).toEqual([]);
});
