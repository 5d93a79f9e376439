import type { Words } from './numbers.ts';

/** The scale of shares. */
export const percentTicks = (t: Words): readonly [string, string, string] => [
  t('percent', { percent: 0 }),
  t('percent', { percent: 50 }),
  t('percent', { percent: 100 }),
];
