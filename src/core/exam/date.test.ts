import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#core/journal/settings.ts';
import { parseDay, weekdayOf } from '#core/calendar-day.ts';
import { addDays, formatDay, studyDay } from '#core/time.ts';
import { dateTrouble, examDayOf, examEnd, firstRetake } from './date.ts';
import type { ExamProfile } from './profile.ts';

const day = (text: string) => parseDay(text) ?? studyDay(0);
const today = day('2026-11-26');

test.each([
  ['2026-11-26', null],
  ['2027-11-27', null],
  ['2027-11-28', 'far'],
  ['2026-11-25', 'past'],
  ['2027-02-29', 'impossible'],
  ['2028-02-29', 'far'],
  ['26.11.2026', 'impossible'],
  ['', 'impossible'],
  ['2026-1-1', 'impossible'],
])('an exam on %j: %j', (text, trouble) => {
  expect(dateTrouble(text, today)).toBe(trouble);
});

test('a date is read as it is written', () => {
  expect(formatDay(day('2028-02-29'))).toBe('2028-02-29');
  expect(weekdayOf(today)).toBe(4);
  expect(weekdayOf(studyDay(-5))).toBe(6);
});

const profile: ExamProfile = {
  id: 'harbour-pilot',
  title: {},
  kinds: ['single'],
  domains: [],
  sources: [],
};

describe('the day of the exam', () => {
  test('needs both an exam and a date that the calendar has', () => {
    const settings = { ...defaultSettings, exam: 'aws-saa-c03', examDate: '2026-11-26' };
    expect(examDayOf(settings)).toBe(today);
    expect(examDayOf({ ...settings, exam: null })).toBeNull();
    expect(examDayOf({ ...settings, examDate: null })).toBeNull();
    expect(examDayOf({ ...settings, examDate: '2027-02-29' })).toBeNull();
  });

  test('comes again by the rule of the provider, where it is known', () => {
    expect(firstRetake(today, { ...profile, retake: { days: 14 } })).toBe(addDays(today, 14));
    expect(firstRetake(today, profile)).toBeNull();
    expect(firstRetake(today, undefined)).toBeNull();
  });
});

describe('the end of an exam', () => {
  const last = { en: '2026-09-28', ja: '2027-01-13' };

  test.each([
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['2026-11-27', false],
  ])('%s is over: %j', (text, isOver) => {
    const end = examEnd({ ...profile, ends: { last: text, next: 'HP-3' } }, 'ja', today);
    expect(end).toEqual({ last: day(text), language: null, next: 'HP-3', isOver });
  });

  test.each([
    ['ja', 'ja', '2027-01-13', false],
    ['en', 'en', '2026-09-28', true],
    ['fr', 'en', '2026-09-28', true],
  ])('in %s is what is known of %s', (language, told, text, isOver) => {
    const end = examEnd({ ...profile, ends: { last } }, language, today);
    expect(end).toEqual({ last: day(text), language: told, next: null, isOver });
  });

  test('is not known where none was announced', () => {
    expect(examEnd(profile, 'en', today)).toBeNull();
    expect(examEnd(undefined, 'en', today)).toBeNull();
  });
});
