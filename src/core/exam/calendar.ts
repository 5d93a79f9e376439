import { addDays, formatDay, type Instant, type StudyDay } from '#core/time.ts';

/** Something that lasts a day, in a calendar. */
export interface CalendarDay {
  readonly day: StudyDay;
  /** Always the same for the same thing, whenever it is, so that a second import moves it and adds none. */
  readonly uid: string;
  /** Whether it comes again after that day. */
  readonly repeats?: Repeats;
  readonly summary: string;
  readonly description: string;
}

interface Repeats {
  /** 0 is Sunday; that of the first day among them. */
  readonly weekdays: readonly number[];
  /** The last day on which it may be. */
  readonly until: StudyDay;
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

/** RFC 5545, 3.3.10: of things that last a day, the last one is a date as well. */
const ruleOf = ({ weekdays, until }: Repeats): string =>
  `RRULE:FREQ=WEEKLY;UNTIL=${dateOf(until)};BYDAY=${weekdays.map((day) => WEEKDAYS[day]).join(',')}`;

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** RFC 5545, 3.8.7.4: what is written later has a greater number, by which a calendar knows that it is the newer. */
const sequenceOf = (at: Instant): number => Math.floor(at / 60_000);

const event = ({ day, uid, repeats, summary, description }: CalendarDay, at: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stampOf(at)}`,
  `SEQUENCE:${sequenceOf(at)}`,
  `DTSTART;VALUE=DATE:${dateOf(day)}`,
  `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
  ...(repeats === undefined ? [] : [ruleOf(repeats)]),
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
