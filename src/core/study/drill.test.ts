import { describe, expect, test } from 'vitest';
import type { Filter } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { drill } from './drill.ts';
import { itemKey } from './item.ts';
import { answered, happened, noon, samplePack } from './sample.ts';

const library = [samplePack({ concepts: 4 }), samplePack({ uid: 'other', concepts: 2 })];
const learner = replay([
  answered(1, noon(90), { concept: 'c0', right: false }),
  answered(2, noon(90, 1), { concept: 'c1', right: false }),
  answered(3, noon(91), { concept: 'c1', scenario: 's1' }),
  happened(4, noon(91), { type: 'flagged', target: { pack: 'pack', concept: 'c2' }, on: true }),
  happened(5, noon(91), {
    type: 'flagged',
    target: { pack: 'other', concept: 'c1', scenario: 's2' },
    on: true,
  }),
  happened(6, noon(91), { type: 'suspended', target: { pack: 'pack', concept: 'c3' }, on: true }),
]);
const keys: PackKeys = {
  uid: 'pack',
  scenarios: [
    { concept: 'c1', id: 's1', options: [{ id: 'a', right: true, standsFor: 'acl' }] },
    { concept: 'c1', id: 's2', options: [{ id: 'a', right: false, standsFor: 'acl' }] },
  ],
};
const keysOf = (filter: Filter, seed = 1) =>
  drill(learner, library, noon(100), { filter, seed, keys: [keys] }).map(itemKey);

const all = (pack: string, ...concepts: string[]) =>
  concepts.flatMap((concept) => ['s0', 's1', 's2'].map((id) => `${pack}/${concept}/${id}`));

describe('drill', () => {
  test.each<[string, Filter, string[]]>([
    ['a pack, without what is suspended', { pack: 'pack' }, all('pack', 'c0', 'c1', 'c2')],
    ['a domain', { pack: 'other', domain: 'd1' }, all('other', 'c1')],
    ['a concept', { pack: 'pack', concept: 'c0' }, all('pack', 'c0')],
    ['what was missed last, once each, as another scenario', { only: 'missed' }, ['pack/c0/s1']],
    ['what is flagged', { only: 'flagged' }, [...all('pack', 'c2'), 'other/c1/s2']],
    ['what is unseen', { only: 'unseen', pack: 'pack', domain: 'd1' }, ['pack/c1/s2']],
    [
      'a contrast: the concept itself, and where the term is right',
      { only: 'contrast', pair: ['c0', 'acl'], pack: 'pack' },
      [...all('pack', 'c0'), 'pack/c1/s1'],
    ],
    ['a contrast of nothing', { only: 'contrast' }, []],
  ])('%s', (_, filter, expected) => {
    expect(keysOf(filter).toSorted()).toEqual(expected.toSorted());
  });

  test('has as many questions as asked for, concepts in turn', () => {
    const four = keysOf({ size: 5 });
    expect(four).toHaveLength(5);
    expect(new Set(four.map((key) => key.slice(0, -3))).size).toBe(5);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(keysOf({}, 5)).toEqual(keysOf({}, 5));
    expect(keysOf({}, 5)).not.toEqual(keysOf({}, 6));
  });
});
