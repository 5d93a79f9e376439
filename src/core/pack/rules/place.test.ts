import { expect, test } from 'vitest';
import { place } from './place.ts';
import { codesOf, packOf, sampleScenario } from './sample.ts';

const packAt = (at: (index: number) => number) =>
  packOf(...Array.from({ length: 40 }, (_, index) => sampleScenario(`s${index}`, at(index))));

test('keys that stand at each place equally often are accepted', () => {
  expect(
    codesOf(
      place,
      packAt((index) => index % 4),
    ),
  ).toEqual([]);
});

test('a little unevenness is chance', () => {
  expect(
    codesOf(
      place,
      packAt((index) => (index < 4 ? 0 : index % 4)),
    ),
  ).toEqual([]);
});

test('a place that holds half of the keys is found', () => {
  const found = place(packAt((index) => (index % 3 === 0 ? 1 : index % 4)));
  expect(found).toMatchObject([{ code: 'key_place_skewed', params: { place: 2, count: 21 } }]);
});
