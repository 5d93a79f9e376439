import type { TFunction } from 'i18next';
import type { Share } from '#core/insight/share.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { formatDay, middleOf, type StudyDay } from '#core/time.ts';

export type Words = TFunction<'progress'>;

/** A share of 1 as whole percent. */
export const percent = (share: number): number => Math.round(share * 100);

/** A difference of shares in whole points, with a true minus. */
export const points = (difference: number): string =>
  String(percent(difference)).replace('-', '\u2212');

/** "82 %"; a stroke where nothing is known. */
export const percentWords = (t: Words, share: number | null): string =>
  share === null ? '–' : t('percent', { percent: percent(share) });

/** What memory promises is rounded down, as everywhere. */
export const promised = (recall: number): number => Math.floor(recall * 100);

/** Where there is too little to draw: "too little yet: 3 of 5 concepts". */
export const tooLittle = (t: Words, of: 'concepts' | 'answers', count: number, enough: number) =>
  t(`tooLittle-${of}`, { have: count, count: enough });

/** "82 % (74 to 88), 112 answers". */
export const shareWords = (t: Words, { share, low, high, of }: Share): string =>
  t('share', {
    percent: percent(share),
    low: percent(low),
    high: percent(high),
    answers: t('answers', { count: of }),
  });

const MINUTE = 60_000;

/** "42 s", "2 min" or "1 min 32 s". */
export function duration(t: Words, millis: number): string {
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) return t('seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0
    ? t('minutes', { minutes })
    : t('minutesSeconds', { minutes, seconds: seconds % 60 });
}

/** Below this, whole minutes would make both ends of a range the same. */
const SHORT = 10 * MINUTE;

/** About so long: whole minutes, and seconds where there are few. */
export const aboutTime = (t: Words, millis: number): string =>
  millis < SHORT ? duration(t, millis) : t('minutes', { minutes: minutesOf(millis) });

const minutesOf = (millis: number): number => Math.round(millis / MINUTE);

/** Seconds with one decimal, for a file. */
export const secondsOf = (millis: number): number => Math.round(millis / 100) / 10;

/** Four decimals, for a file: more say nothing. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e4) / 1e4;

const found = (
  pack: PackIndex | undefined,
  things: PackIndex['domains'] | PackIndex['terms'] | PackIndex['concepts'],
  id: string,
  language: Language,
): string | undefined => {
  const thing = things.find((each) => each.id === id);
  return thing && localized(thing.title, language, pack?.languages[0]);
};

/** The words for what figures name. An id stands for what has no name. */
export interface Names {
  readonly domain: (pack: string, domain: string) => string;
  readonly concept: (pack: string, concept: string) => string;
  /** A concept or term that an option stands for. */
  readonly side: (pack: string, side: string) => string;
  /** With its year, where that is not this one. */
  readonly day: (day: StudyDay) => string;
}

const yearOf = (day: StudyDay): string => formatDay(day).slice(0, -'-MM-DD'.length);

/** Words for days without a year, as far as that is the one of today. */
function daysIn(language: string, today: StudyDay): (day: StudyDay) => string {
  const parts = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const near = new Intl.DateTimeFormat(language, parts);
  const far = new Intl.DateTimeFormat(language, { ...parts, year: 'numeric' });
  return (day) => (yearOf(day) === yearOf(today) ? near : far).format(middleOf(day));
}

/** Titles of domains that several packs have: each alone would not say whose it is. */
function sharedTitles(packs: readonly PackIndex[], language: Language): ReadonlySet<string> {
  const owners = new Map<string, PackIndex>();
  const shared = new Set<string>();
  for (const pack of packs) {
    for (const { id, title } of pack.domains) {
      const name = localized(title, language, pack.languages[0]) ?? id;
      if ((owners.get(name) ?? pack) !== pack) shared.add(name);
      owners.set(name, pack);
    }
  }
  return shared;
}

/** Names in the language of the questions; a domain says whose it is where another pack has one of its name. */
export function namesIn(
  packs: readonly PackIndex[],
  language: Language,
  interfaceLanguage: string,
  today: StudyDay,
): Names {
  const packOf = (uid: string) => packs.find((pack) => pack.uid === uid);
  const shared = sharedTitles(packs, language);
  return {
    domain(uid, id) {
      const pack = packOf(uid);
      const name = found(pack, pack?.domains ?? [], id, language) ?? id;
      const owner = pack && localized(pack.title, language, pack.languages[0]);
      return shared.has(name) && owner !== undefined ? `${name} · ${owner}` : name;
    },
    concept: (uid, id) => found(packOf(uid), packOf(uid)?.concepts ?? [], id, language) ?? id,
    side: (uid, id) =>
      found(packOf(uid), packOf(uid)?.terms ?? [], id, language) ??
      found(packOf(uid), packOf(uid)?.concepts ?? [], id, language) ??
      id,
    day: daysIn(interfaceLanguage, today),
  };
}
