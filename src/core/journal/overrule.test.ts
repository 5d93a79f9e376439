import { describe, expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { review } from '#core/memory/schedule.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import type { Event } from './event.ts';
import { emptyLearner } from './learner-state.ts';
import { canFold, fold, replay } from './learner.ts';

const c0 = conceptKey('pack', 'c0');
const ref = (seq: number) => ({ writer: 'writer0001', seq });
const overruled = (seq: number, to: number, rating: 'easy' | 'again'): Event =>
  happened(seq, noon(110, seq), { type: 'overruled', ref: ref(to), rating });

describe('an overruled rating', () => {
  const answers = [answered(1, noon(100)), answered(2, noon(105), { concept: 'c1' })];

  test('is as if it had been rated so from the start', () => {
    const live = fold(fold(emptyLearner, answers), [overruled(3, 1, 'easy')]);
    expect(live.concepts.get(c0)?.memory).toEqual(review(null, 'easy', studyDay(100)));
    expect(live).toEqual(replay([...answers, overruled(3, 1, 'easy')]));
  });

  test('takes a lapse back, or makes one', () => {
    const events = [answered(1, noon(100)), answered(2, noon(101), { right: false })];
    const learner = fold(replay(events), [overruled(3, 2, 'easy')]);
    expect(learner.concepts.get(c0)).toMatchObject({ lapses: 0, lastRight: false });
    expect(fold(learner, [overruled(4, 2, 'again')]).concepts.get(c0)?.lapses).toBe(1);
  });

  test('of an answer that others came after needs a replay', () => {
    const later = [...answers, answered(3, noon(106), { scenario: 's1' })];
    const learner = replay(later);
    expect(canFold(learner, [overruled(4, 3, 'easy')])).toBe(true);
    expect(canFold(learner, [overruled(4, 1, 'easy')])).toBe(false);
    expect(replay([...later, overruled(4, 1, 'easy')]).concepts.get(c0)?.memory).toEqual(
      review(review(null, 'easy', studyDay(100)), 'good', studyDay(106)),
    );
  });

  test('counts as said last, even with an answer between the two', () => {
    const events = [
      ...answers,
      overruled(3, 1, 'again'),
      answered(4, noon(110, 4), { scenario: 's1' }),
      overruled(5, 1, 'easy'),
    ];
    expect(replay(events).concepts.get(c0)?.memory).toEqual(
      review(review(null, 'easy', studyDay(100)), 'good', studyDay(110)),
    );
    expect(canFold(replay(events.slice(0, 4)), events.slice(4))).toBe(false);
  });
});

describe('canFold', () => {
  const learner = replay([answered(2, noon(100))]);
  test.each<[string, Event, boolean]>([
    ['an answer after the head', answered(3, noon(100)), true],
    ['an answer that slips in before it', answered(1, noon(99)), false],
    ['the same moment, an earlier writer', { ...answered(9, noon(100)), writer: 'a' }, false],
    ['an undo of something folded', happened(3, noon(101), { type: 'undone', ref: ref(2) }), false],
    ['an import', happened(3, noon(101), { type: 'imported', ranges: [] }), false],
    ['a new epoch', happened(3, noon(101), { type: 'epoch-started' }), false],
  ])('%s: %s', (_, next, expected) => {
    expect(canFold(learner, [next])).toBe(expected);
  });

  test('an undo of what is new itself, and nothing at all', () => {
    const undo = happened(4, noon(101), { type: 'undone', ref: ref(3) });
    expect(canFold(learner, [answered(3, noon(100, 1)), undo])).toBe(true);
    expect(canFold(learner, [])).toBe(true);
  });
});
