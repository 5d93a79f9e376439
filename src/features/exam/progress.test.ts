import { expect, test } from 'vitest';
import { attemptsOf } from '#core/exam/attempts.ts';
import { after, answerFact, sampleForm, started } from '#core/exam/sample.ts';
import { countsOf, progressOf } from './progress.ts';

test('too little chosen is still to do, like nothing', () => {
  const [attempt] = attemptsOf([
    started(sampleForm()),
    after(1, answerFact(0)),
    after(2, answerFact(1)),
    after(3, answerFact(2, null)),
    after(4, {
      type: 'flagged',
      target: { pack: 'pack', concept: 'c3', scenario: 's0' },
      on: true,
    }),
  ]);
  if (attempt === undefined) throw new Error('no attempt');
  const progress = progressOf(attempt, ['pack/c1/s0', 'pack/c2/s0']);
  expect(progress.map(({ state }) => state)).toEqual([
    'answered',
    'unfinished',
    'unanswered',
    'unanswered',
  ]);
  expect(countsOf(progress)).toEqual({ answered: 1, open: 3, flagged: 1 });
});
