import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#core/calendar-day.ts';
import { instant, studyDay, type Instant } from '#core/time.ts';
import { calendarFile, type CalendarDay } from './calendar.ts';

const at = instant(Date.UTC(2026, 10, 26, 3, 4, 5, 678));
const entry = (change: Partial<CalendarDay> = {}): CalendarDay => ({
  day: parseDay('2026-12-31') ?? studyDay(0),
  uid: 'study-aws-saa-c03@mondo.invalid',
  summary: '15 minutes',
  description: 'https://example.org/',
  ...change,
});

/** As a reader does it: continued lines are joined, then values are taken out of their escapes. */
function read(file: string): ReadonlyMap<string, string> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replaceAll(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));
      return [line.slice(0, colon), value];
    }),
  );
}

test('a day is an event of a whole day, stamped in UTC', () => {
  expect(calendarFile([entry()], at)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Mondo//Study plan//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:study-aws-saa-c03@mondo.invalid',
      'DTSTAMP:20261126T030405Z',
      'SEQUENCE:29927704',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:15 minutes',
      'DESCRIPTION:https://example.org/',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('what is on several days of a week is one event, with the last day that it may be on', () => {
  const until = parseDay('2027-01-09') ?? studyDay(0);
  const file = calendarFile([entry({ repeats: { weekdays: [0, 4, 6], until } })], at);
  expect(file).toContain('\r\nRRULE:FREQ=WEEKLY;UNTIL=20270109;BYDAY=SU,TH,SA\r\n');
});

test('what is written later is known to be the newer by its number, for centuries', () => {
  const sequence = (when: Instant) => Number(read(calendarFile([entry()], when)).get('SEQUENCE'));
  expect(sequence(instant(at + 60_000))).toBe(sequence(at) + 1);
  expect(sequence(instant(Date.UTC(2400, 0)))).toBeLessThan(2 ** 31);
});

test('what would end a value is escaped', () => {
  const file = calendarFile([entry({ summary: 'a, b; c\\d\ne\u0007' })], at);
  expect(file).toContain('SUMMARY:a\\, b\\; c\\\\d\\ne\r\n');
});

describe('lines', () => {
  const octets = (text: string) => new TextEncoder().encode(text).length;

  test('have at most 75 octets, and no character is torn', () => {
    const file = calendarFile(
      [entry({ summary: '試験まであと二十三日。今日は十五分。'.repeat(5) })],
      at,
    );
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map(octets))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(2);
    expect(file).not.toContain('\ufffd');
  });

  test('come back as they were written, whatever stands in them', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(words, (summary) => {
        // oxlint-disable-next-line no-control-regex -- control characters have no place in a value
        const said = summary.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
        const file = calendarFile([entry({ summary: said })], at);
        expect(read(file).get('SUMMARY')).toBe(said);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
