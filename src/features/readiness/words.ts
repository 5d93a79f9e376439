import type { TFunction } from 'i18next';
import { percentOf, type Chance } from '#core/insight/chance.ts';

export type Words = TFunction<'readiness'>;

/** Whole percent, rounded down. */
export const percent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** Whole percent, rounded up: the upper end of a range, which rounding must not make narrower. */
export const percentAbove = (share: number): number => Math.ceil(share * 100 - 1e-9);

/** A chance with its band, each in whole percent, rounded down. */
export const chanceSlots = ({ chance, low, high }: Chance) => ({
  percent: percentOf(chance),
  low: percentOf(low),
  high: percentOf(high),
});

/** How many, with thousands set apart. */
export const whole = (count: number, language: string): string =>
  new Intl.NumberFormat(language).format(count);

/** Log odds and the like: two digits, and a minus that is one. */
export const decimal = (value: number, language: string): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', '−');
