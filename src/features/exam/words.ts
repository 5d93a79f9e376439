import { localized, type Language } from '#core/language.ts';
import type { Blueprint } from '#core/exam/blueprint.ts';
import type { Subject } from '#core/exam/subject.ts';
import type { Slug } from '#core/ids.ts';

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 60;

const padded = (number: number): string => String(number).padStart(2, '0');

/** `1:12:40`, or `12:40` below an hour. What has begun of a second counts whole. */
export function clockText(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / SECOND));
  const minutes = Math.floor(seconds / MINUTE);
  const hours = Math.floor(minutes / HOUR);
  const tail = `${padded(minutes % HOUR)}:${padded(seconds % MINUTE)}`;
  return hours > 0 ? `${hours}:${tail}` : `${minutes % HOUR}:${padded(seconds % MINUTE)}`;
}

export const titleIn = ({ title }: Blueprint, language: Language): string =>
  localized(title, language) ?? '';

export const domainIn = ({ domains }: Blueprint, id: Slug, language: Language): string => {
  const domain = domains.find((one) => one.id === id);
  return (domain && localized(domain.title, language)) ?? id;
};

/** The packs of an exam with their versions. */
export const packsIn = ({ packs }: Subject, language: Language): string =>
  new Intl.ListFormat(language).format(
    packs.map(({ title, version }) => `${localized(title, language) ?? ''} ${version}`),
  );

/** Percent without a fraction, rounded down: nobody is told more than they have. */
export const percentOf = (share: number): number => Math.floor(share * 100 + 1e-9);

/** A date with its time, as the device has it. */
export const momentText = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
