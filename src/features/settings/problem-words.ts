import type { TFunction } from 'i18next';
import type { ImportProblem } from '#state/data.ts';

/** Where a file is broken, and why. */
export function problemWords(t: TFunction<'settings'>, problem: ImportProblem): string {
  switch (problem.code) {
    case 'not-json':
      return t('brokenJson');
    case 'unreadable':
      return t('brokenRead');
    case 'failed':
      return t('brokenOff');
    case 'too-large':
      return t('brokenSize');
    case 'not-a-backup':
      return t('brokenKind');
    case 'newer':
      return t('brokenNewer');
    case 'damaged':
      return t('brokenSum');
    case 'bad-event':
      return t('brokenEvent', { number: problem.number });
    case 'event-twice':
      return t('brokenTwice', { name: `${problem.writer}:${problem.seq}` });
  }
}
