import { describe, expect, test } from 'vitest';
import { studyDay } from '#core/time.ts';
import { isRecent, rate, type Evidence } from './rate.ts';

const day = studyDay(100);
const evidence = (change: Partial<Evidence>): Evidence => ({
  right: true,
  confidence: 'certain',
  seen: null,
  day,
  ...change,
});

describe('mapping 1', () => {
  test.each([
    [{ right: false, confidence: 'certain' }, 'again'],
    [{ right: false, confidence: null }, 'again'],
    [{ confidence: 'guessing' }, 'hard'],
    [{ confidence: 'fairly-sure' }, 'good'],
    [{ confidence: 'certain' }, 'good'],
    [{ confidence: null }, 'good'],
    [{ seen: day }, 'hard'],
    [{ seen: studyDay(93) }, 'hard'],
    [{ seen: studyDay(92) }, 'good'],
  ] as const)('%o is %s', (change, rating) => {
    expect(rate(evidence(change), 1)).toBe(rating);
  });

  test('a version that there is not is a mistake of ours', () => {
    expect(() => rate(evidence({}), 2)).toThrow('no mapping 2');
  });
});

test('what was seen "later", before the clock was set back, is recent', () => {
  expect(isRecent(studyDay(105), day)).toBe(true);
});
