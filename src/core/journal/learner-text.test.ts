import { describe, expect, test } from 'vitest';
import { scenarioKey } from '#core/ids.ts';
import { seeded } from '#core/random.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import type { Event, Fact } from './event.ts';
import { emptyLearner, type Learner } from './learner-state.ts';
import { readLearner, writeLearner } from './learner-text.ts';
import { replay } from './learner.ts';

const event = (seq: number, fact: Fact): Event => happened(seq, noon(100, seq), fact);

const target = { pack: 'pack', concept: 'c0' };
const eventful = replay([
  answered(1, noon(90), { right: false, confidence: 'certain' }),
  answered(2, noon(95), { concept: 'c1', keyRev: 'a~,;|.>é\u{d800}' }),
  answered(3, noon(96), { pack: 'other', response: null, right: false, confidence: null }),
  event(4, { type: 'flagged', target, on: true }),
  event(5, { type: 'noted', target: { ...target, scenario: 's0' }, text: '覚える;|' }),
  event(6, { type: 'setting', key: 'daysOff', value: [0, 6] }),
  event(7, {
    type: 'session-started',
    session: 'one',
    seed: 9,
    mode: 'drill',
    filter: { only: 'contrast', pair: ['a', 'b'], size: 3 },
  }),
  answered(8, noon(100, 8), { confidence: 'guessing' }),
  answered(9, noon(100, 9), { concept: 'c2' }),
  event(10, { type: 'buried', target, on: true }),
]);

describe('a written learner', () => {
  test.each<[string, Learner]>([
    ['new', emptyLearner],
    ['eventful', eventful],
  ])('comes back the same: %s', (_, learner) => {
    expect(readLearner(writeLearner(learner))).toEqual(learner);
  });

  test('keeps the marks of the open session apart from those of now', () => {
    const session = readLearner(writeLearner(eventful))?.session;
    expect(session?.before.marks.buried.size).toBe(0);
  });

  test('is none when anything is amiss', () => {
    const text = writeLearner(eventful);
    for (const broken of [
      '',
      'null',
      '{}',
      text.slice(0, -1),
      text.replace('"version":5', '"version":4'),
      text.replace('"numbers":"', '"numbers":"!'),
      text.replace(/("numbers":"[^"]*)[^"]"/, '$1"'),
      text.replace('"names":"0:pack,', '"names":"0:pack'),
      text.replace('"names":"0:pack,', '"names":"0:pack,c0,'),
      text.replace(/("revs":"[^"]*)[^"]"/, '$1"'),
      text.replace(/"options":"[^"]*"/, '"options":"0:"'),
      text.replace('session-started', 'session-ended'),
    ]) {
      expect(broken).not.toBe(text);
      expect(readLearner(broken)).toBeNull();
    }
  });

  test('of the version before is read where nothing else knows what it holds', () => {
    const { rules: _, version: _version, ...former } = JSON.parse(writeLearner(eventful));
    const text = JSON.stringify({ ...former, version: 4 });
    expect(readLearner(text)).toBeNull();
    expect(readLearner(text, true)).toEqual({ ...eventful, rules: new Map() });
    expect(readLearner(JSON.stringify({ ...former, version: 3 }), true)).toBeNull();
  });

  test('of 10,000 concepts and 30,000 scenarios is little more than a megabyte, and ASCII', () => {
    const random = seeded(1);
    const events: Event[] = [];
    for (let i = 0; i < 30_000; i += 1) {
      const concept = `concept-number-${i % 10_000}`;
      const keyRev = Math.floor(random() * 36 ** 8).toString(36);
      const clock = noon(20_000 + Math.floor(i / 40), i % 40);
      const right = random() < 0.8;
      const scenario = `scene-${Math.floor(i / 10_000)}`;
      events.push(answered(i + 1, clock, { concept, scenario, keyRev, right }));
    }
    const learner = replay(events);
    const text = writeLearner(learner);
    expect(learner.scenarios.size).toBe(30_000);
    expect(text.length).toBeLessThan(1_400_000);
    expect(/^[ -~]*$/.test(text)).toBe(true);
    expect(
      readLearner(text)?.scenarios.get(scenarioKey('pack', 'concept-number-7', 'scene-2')),
    ).toEqual(learner.scenarios.get(scenarioKey('pack', 'concept-number-7', 'scene-2')));
  });
});
