import { expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { codesOf, packOf, packWith, samplePack, sampleScenario } from './sample.ts';

test('a scenario without a reference is found', () => {
  expect(codesOf(evidence, samplePack())).toEqual([]);
  expect(codesOf(evidence, packWith({ references: [] }))).toEqual(['no_reference']);
});

test.each([
  ['2025-11-20', []],
  ['2025-11-19', ['reference_old']],
])('facts checked on %s, and released on 2026-11-20', (on, codes) => {
  expect(codesOf(evidence, packWith({ checked: { on, how: 'live' } }))).toEqual(codes);
});

test('facts of which nobody has noted the day are found', () => {
  const { checked: _checked, ...unchecked } = sampleScenario('harbour', 0);
  expect(codesOf(evidence, packOf(unchecked))).toEqual(['checked_missing']);
});

test('a note that was checked long ago is found', () => {
  const notes = samplePack().notes.map((note) => ({
    ...note,
    checked: { on: '2020-01-01', how: 'live' } as const,
  }));
  expect(evidence(samplePack({ notes })).map(({ path }) => path)).toEqual([
    ['notes', 'manual', 'checked'],
  ]);
});
