import { expect, test } from 'vitest';
import { formatTime, parseTime, parseWhole } from './entries.ts';

test.each([
  ['15', 15],
  [' 0 ', 0],
  ['９９９', 999],
  ['1000', null],
  ['-1', null],
  ['1.5', null],
  ['1e2', null],
  ['', null],
  ['ten', null],
])('%j as a whole number from 0 to 999 is %j', (text, number) => {
  expect(parseWhole(text, 0, 999)).toBe(number);
});

test.each([
  ['04:00', 240],
  ['0:05', 5],
  ['２３：５９', 1439],
  ['24:00', null],
  ['12:60', null],
  ['', null],
])('%j as a time of day is %j', (text, minutes) => {
  expect(parseTime(text)).toBe(minutes);
});

test('every time of day comes back as it was', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    expect(parseTime(formatTime(minutes))).toBe(minutes);
  }
});
