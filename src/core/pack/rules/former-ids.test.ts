import { expect, test } from 'vitest';
import { formerIds } from './former-ids.ts';
import { codesOf, packOf, packWith, samplePack, sampleScenario } from './sample.ts';

test('a former id that nothing else has is accepted', () => {
  expect(codesOf(formerIds, packWith({ was: ['pier'] }))).toEqual([]);
});

test('a retired id that is used again is found', () => {
  expect(codesOf(formerIds, samplePack({ retired: ['night-work'] }))).toEqual(['retired_reused']);
  const scenario = samplePack({ retired: ['night-work/hills', 'day-work/hills'] });
  expect(codesOf(formerIds, scenario)).toEqual(['retired_reused']);
});

test('a former id that is in use is found', () => {
  expect(codesOf(formerIds, packWith({ was: ['hills'] }))).toEqual(['was_in_use']);
});

test('a former id that two claim is found', () => {
  const pack = packOf(
    sampleScenario('a', 0, { was: ['old'] }),
    sampleScenario('b', 1, { was: ['old'] }),
  );
  expect(codesOf(formerIds, pack)).toEqual(['was_twice']);
});

test('a former id that is retired as well is found', () => {
  const pack = { ...packWith({ was: ['pier'] }), retired: ['night-work/pier'] };
  expect(codesOf(formerIds, pack)).toEqual(['was_retired']);
});
