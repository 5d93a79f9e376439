import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Slug } from '#core/ids.ts';
import type { Filter, Mode } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Item } from './item.ts';
import { asStudied, type Choice } from './pick.ts';
import { sessionQueue } from './resume.ts';
import { answered, happened, noon, samplePack } from './sample.ts';

describe('a scenario that is kept for mock exams', () => {
  test('cannot stand in a queue: any id will not do, and none is made of it', () => {
    expectTypeOf<Slug>().not.toExtend<Item['scenario']>();
    expectTypeOf<Slug>().not.toExtend<Choice['scenario']>();
    expect(asStudied({ id: 's0', reserve: true })).toBeNull();
    expect(asStudied({ id: 's0', reserve: false })).toBe('s0');
  });

  test('comes in no session of any kind, nor as what is asked again after a miss', () => {
    const pack = samplePack({ concepts: 8 });
    const reserved = fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 2 })), {
      selector: ([concept, scenario]) => `${concept}/${scenario}`,
    });
    const filters = fc.constantFrom<Filter>(
      {},
      { only: 'missed' },
      { only: 'flagged' },
      { only: 'unseen' },
      { pack: 'pack', only: 'contrast', pair: ['c0', 'c1'] },
      { concept: 'c0' },
    );
    const modes = fc.constantFrom<Mode>('study', 'drill', 'exam');
    // Met in an exam, missed and flagged: that is no reason to show it in study.
    const learner = replay(
      Array.from({ length: 8 }, (_, concept) => [
        answered(concept * 2 + 1, noon(90, concept), {
          concept: `c${concept}`,
          right: false,
          mode: 'exam',
        }),
        happened(concept * 2 + 2, noon(90, concept), {
          type: 'flagged',
          target: { pack: 'pack', concept: `c${concept}`, scenario: 's0' },
          on: true,
        }),
      ]).flat(),
    );
    fc.assert(
      fc.property(reserved, filters, modes, (kept, filter, mode) => {
        const isKept = (concept: number, scenario: number): boolean =>
          kept.some(([c, s]) => c === concept && s === scenario);
        const library: PackIndex[] = [
          {
            ...pack,
            concepts: pack.concepts.map((concept, c) => ({
              ...concept,
              scenarios: concept.scenarios.map((scenario, s) => ({
                ...scenario,
                reserve: isKept(c, s),
              })),
            })),
          },
        ];
        const queue = sessionQueue(learner, library, noon(120), { seed: 1, mode, filter });
        const all = queue.flatMap(({ concept, scenario, others }) =>
          [scenario, ...others.map((other) => other.scenario)].map((id) => `${concept}/${id}`),
        );
        const forbidden = new Set(kept.map(([concept, scenario]) => `c${concept}/s${scenario}`));
        expect(all.filter((name) => forbidden.has(name))).toEqual([]);
      }),
    );
  });
});
