import type { Bundle } from './bundle.ts';

/** The words of the first screens in this language: one chunk. The rest comes with its place (`i18n.ts`). */
export const files = import.meta.glob<Bundle>(
  ['./en/{app,common,feedback,question,study,today}.json'],
  { eager: true, import: 'default' },
);
