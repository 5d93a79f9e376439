import { expect, test } from 'vitest';
import { misconceptions, standsFor } from './misconceptions.ts';
import { codesOf, packWith, sampleScenario } from './sample.ts';

const { options } = sampleScenario('harbour', 0);
const neverAt = (...places: readonly number[]) =>
  options.map((option, index) =>
    places.includes(index) ? { id: option.id, right: false, never: true as const } : option,
  );

test.each([
  [[1], []],
  [[1, 2], ['never_often']],
])('misconceptions at %j among twelve options', (places, codes) => {
  expect(codesOf(misconceptions, packWith({ options: neverAt(...places) }))).toEqual(codes);
});

test('an option that stands for nothing is found, save a misconception', () => {
  const bare = options.map(({ id, right }) => ({ id, right }));
  expect(codesOf(standsFor, packWith({ options: neverAt(1) }))).toEqual([]);
  expect(standsFor(packWith({ options: bare })).map(({ params }) => params['id'])).toEqual([
    'lamp',
    'rope',
    'bell',
    'drum',
  ]);
});
