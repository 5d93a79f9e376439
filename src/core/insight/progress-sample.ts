import { conceptKey, scenarioKey } from '#core/ids.ts';
import { emptyLearner } from '#core/journal/learner-state.ts';
import { finish } from '#core/journal/slices.ts';
import { studyDay, type StudyDay } from '#core/time.ts';
import { figuring, type Figures } from './figures.ts';
import type { ScopedAnswer } from './scope.ts';

/** What the tests of figures are made of; nothing of it is in the app. */

/** A right and fairly sure first answer to `pack/c0/s0` on day 100, with what matters to the test in its place. */
export const scopedAnswer = (change: Partial<ScopedAnswer> = {}): ScopedAnswer => ({
  day: studyDay(100),
  pack: 'pack',
  concept: conceptKey('pack', 'c0'),
  scenario: scenarioKey('pack', 'c0', 's0'),
  keyRev: 'k1',
  right: true,
  confidence: 'fairly-sure',
  latency: 20_000,
  spent: 30_000,
  language: 'en',
  exposure: 'first-meeting',
  recall: null,
  chosen: [],
  domain: 'd0',
  chance: 0.25,
  ...change,
});

/** So many answers alike, of which so many are right. */
export const answersOf = (
  right: number,
  of: number,
  change: Partial<ScopedAnswer> = {},
): ScopedAnswer[] =>
  Array.from({ length: of }, (_, i) => scopedAnswer({ ...change, right: i < right }));

/** The figures of somebody who has answered nothing. */
export function figuresOfNobody(today: StudyDay): Figures {
  const evidence = { answers: [], inFiles: 0 };
  const ground = { evidence, learner: emptyLearner, packs: [], keys: [], today };
  return finish(figuring(ground, { pack: null, domain: null, days: null }));
}
