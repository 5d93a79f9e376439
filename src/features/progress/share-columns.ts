import type { TFunction } from 'i18next';
import type { Share } from '#core/insight/share.ts';
import { percentWords, rounded } from './numbers.ts';
import type { Column } from './table.ts';

/** A share as columns: how many of how many, the share, and its interval. */
export function shareColumns<R>(
  t: TFunction<'progress'>,
  of: (row: R) => Share,
): readonly Column<R>[] {
  const part = (head: string, field: 'share' | 'low' | 'high'): Column<R> => {
    const known = (row: R) => (of(row).of === 0 ? null : of(row)[field]);
    return {
      head,
      value: (row) => rounded(known(row)),
      shown: (row) => percentWords(t, known(row)),
    };
  };
  return [
    { head: t('colAnswers'), value: (row) => of(row).of },
    { head: t('colRight'), value: (row) => of(row).count },
    part(t('colShare'), 'share'),
    part(t('colLow'), 'low'),
    part(t('colHigh'), 'high'),
  ];
}
