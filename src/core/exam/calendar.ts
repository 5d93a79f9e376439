import { addDays, formatDay, type Instant, type StudyDay } from '#core/time.ts';

/** Something that lasts a day, in a calendar. */
export interface CalendarDay {
  readonly day: StudyDay;
  /** Always the same for the same thing, so that a second import changes it and adds none. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
}

/** RFC 5545, 3.1: no line is longer than this, in octets of UTF-8, its break left out. */
const LONGEST_LINE = 75;

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
};

/** A long line goes on in the next, after a blank; no character is torn apart. */
function folded(line: string): string {
  let folds = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > LONGEST_LINE) {
      folds += '\r\n ';
      length = 1;
    }
    folds += character;
    length += size;
  }
  return folds;
}

/** RFC 5545, 3.3.11: what would end a value is escaped; control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n?|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- those are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

const dateOf = (day: StudyDay): string => formatDay(day).replaceAll('-', '');

/** `20261126T030000Z` */
const stampOf = (at: Instant): string =>
  new Date(at).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');

const event = ({ day, uid, summary, description }: CalendarDay, at: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stampOf(at)}`,
  `DTSTART;VALUE=DATE:${dateOf(day)}`,
  `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  // It takes no time from others who look for some.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar file (iCalendar, RFC 5545) with things that last a day each. */
export const calendarFile = (days: readonly CalendarDay[], at: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mondo//Study plan//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => event(day, at)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
