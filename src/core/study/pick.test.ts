import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, replay } from '#core/journal/learner.ts';
import { emptyLearner } from '#core/journal/learner-state.ts';
import { studyDay } from '#core/time.ts';
import { choicesOf, pickScenario } from './pick.ts';
import { answered, happened, noon, samplePack, withConcept } from './sample.ts';

const pack = samplePack({ concepts: 1 });
const [concept] = pack.concepts;
if (concept === undefined) throw new Error('the pack is empty');
const [s0, s1, s2] = concept.scenarios;
if (s0 === undefined || s1 === undefined || s2 === undefined) throw new Error('too few scenarios');

const picked = (learner = emptyLearner, of = concept, day = 100) =>
  pickScenario(learner, 'pack', of, studyDay(day))?.scenario;

describe('pickScenario', () => {
  test('takes one never seen before one seen, then the one seen longest ago', () => {
    const one = answered(1, noon(90), { scenario: 's1' });
    const two = answered(2, noon(91), { scenario: 's0' });
    const three = answered(3, noon(92), { scenario: 's2' });
    expect([[], [one], [one, two], [one, two, three]].map((past) => picked(replay(past)))).toEqual([
      's0',
      's0',
      's2',
      's1',
    ]);
  });

  test('takes one whose right answer has changed as if it were new', () => {
    const past = ['s0', 's1', 's2'].map((scenario, i) =>
      answered(i + 1, noon(90 + i), { scenario }),
    );
    const changed = { ...concept, scenarios: [s0, s1, { ...s2, keyRev: 'k2' }] };
    expect(picked(replay(past), changed)).toBe('s2');
  });

  test('leaves out reserve, suspended and buried ones, and the concept when it is itself', () => {
    const target = { pack: 'pack', concept: 'c0' };
    const learner = replay([
      happened(1, noon(100), {
        type: 'suspended',
        target: { ...target, scenario: 's1' },
        on: true,
      }),
      happened(2, noon(100), { type: 'buried', target: { ...target, scenario: 's2' }, on: true }),
    ]);
    const reserved = { ...concept, scenarios: [{ ...s0, reserve: true }, s1, s2] };
    expect(picked(learner, reserved)).toBeUndefined();
    expect(picked(learner, reserved, 101)).toBe('s2');
    const whole = fold(learner, [happened(3, noon(101), { type: 'suspended', target, on: true })]);
    expect(picked(whole, concept, 101)).toBeUndefined();
  });

  test('never takes the same twice running, or within a week while another was seen before that', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 25 }), (gaps) => {
        let learner = emptyLearner;
        let day = 100;
        const seen = new Map<string, number>();
        let last: string | undefined;
        gaps.forEach((gap, i) => {
          day += gap;
          const scenario = picked(learner, concept, day) ?? '';
          expect(scenario).not.toBe(last);
          const age = day - (seen.get(scenario) ?? 0);
          const ages = ['s0', 's1', 's2'].map((id) => day - (seen.get(id) ?? 0));
          expect(age).toBe(Math.max(...ages));
          learner = fold(learner, [answered(i + 1, noon(day, i), { scenario })]);
          seen.set(scenario, day);
          last = scenario;
        });
      }),
    );
  });
});

test('the other choices follow, the best first', () => {
  const learner = replay([answered(1, noon(90), { scenario: 's0' })]);
  const changed = withConcept(pack, 'c0', {}).concepts[0] ?? concept;
  expect(choicesOf(learner, 'pack', changed, studyDay(100))).toEqual(
    ['s1', 's2', 's0'].map((scenario) => ({ scenario, kind: 'single', chance: 0.25 })),
  );
});
