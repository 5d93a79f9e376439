import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { useLearner, useStores } from '#state/react.tsx';
import type { Trouble } from '#storage/trouble.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice, type NoticeKind } from '#ui/Notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import './StorageTroubles.css';

type Words = TFunction<'troubles'>;

/** What went wrong with the storage, what that means, and what can be done: each until it is dismissed. */
export function StorageTroubles() {
  const { t } = useTranslation('troubles');
  const troubles = useLearner((state) => state.troubles);
  const { learner } = useStores();
  return (
    <div className="troubles">
      {newestOfEach(troubles).map((trouble) => (
        <Notice
          key={JSON.stringify(trouble)}
          kind={kinds[trouble.code]}
          title={t(titles[trouble.code])}
          action={
            <div className="troubles-actions">
              <Remedy trouble={trouble} />
              <Button
                look="quiet"
                onClick={() => {
                  for (const each of troubles)
                    if (isSame(each, trouble)) learner.getState().dismiss(each);
                }}
              >
                {t('dismiss')}
              </Button>
            </div>
          }
        >
          {wordsOf(trouble, troubles, t)}
        </Notice>
      ))}
    </div>
  );
}

/** Of troubles that grow, only the last says how things stand. */
const isSame = (one: Trouble, other: Trouble): boolean =>
  one === other ||
  (one.code === other.code && ['not-saved', 'nearly-full', 'missing'].includes(one.code));

const newestOfEach = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles.filter((trouble, i) => !troubles.slice(i + 1).some((later) => isSame(trouble, later)));

const kinds: { readonly [C in Trouble['code']]: NoticeKind } = {
  'local-full': 'warn',
  'local-unavailable': 'warn',
  'twin-unavailable': 'warn',
  'not-saved': 'error',
  newer: 'warn',
  unreadable: 'warn',
  missing: 'error',
  'archive-needed': 'error',
  'nearly-full': 'info',
  'clock-ahead': 'warn',
};

const titles = {
  'local-full': 'localFullTitle',
  'local-unavailable': 'localUnavailableTitle',
  'twin-unavailable': 'twinUnavailableTitle',
  'not-saved': 'notSavedTitle',
  newer: 'newerTitle',
  unreadable: 'unreadableTitle',
  missing: 'missingTitle',
  'archive-needed': 'archiveNeededTitle',
  'nearly-full': 'nearlyFullTitle',
  'clock-ahead': 'clockAheadTitle',
} as const satisfies { readonly [C in Trouble['code']]: string };

function wordsOf(trouble: Trouble, all: readonly Trouble[], t: Words): string {
  const has = (...codes: Trouble['code'][]) => all.some(({ code }) => codes.includes(code));
  switch (trouble.code) {
    case 'local-full':
      return t(has('twin-unavailable') ? 'nowhereBody' : 'localFullBody');
    case 'local-unavailable':
      return t(has('twin-unavailable') ? 'nowhereBody' : 'localUnavailableBody');
    case 'twin-unavailable':
      return t(has('local-full', 'local-unavailable') ? 'nowhereBody' : 'twinUnavailableBody');
    case 'not-saved':
      return t('notSavedBody', { count: trouble.events });
    case 'newer':
      return t('newerBody');
    case 'unreadable':
      return t(trouble.aside === null ? 'unreadableLeft' : 'unreadableAside', {
        place: t(trouble.where === 'local' ? 'placeLocal' : 'placeTwin'),
      });
    case 'missing':
      return t('missingBody', {
        count: trouble.ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0),
      });
    case 'archive-needed':
      return t('archiveNeededBody');
    case 'nearly-full':
      return t('nearlyFullBody', {
        percent: Math.round((100 * trouble.used) / trouble.capacity),
      });
    case 'clock-ahead':
      return t('clockAheadBody', { count: Math.round(trouble.hours) });
  }
}

/** The one thing that helps, as a button or as a way to where it is done. */
function Remedy({ trouble }: { readonly trouble: Trouble }): ReactNode {
  const { t } = useTranslation('troubles');
  const { learner, clock } = useStores();
  switch (trouble.code) {
    case 'newer':
      return <Button onClick={() => location.reload()}>{t('reload')}</Button>;
    case 'unreadable':
      return (
        <Button onClick={() => saveFile('mondo-unreadable.txt', trouble.text, 'text/plain')}>
          {t('saveFile')}
        </Button>
      );
    case 'clock-ahead':
      return (
        <Button
          onClick={() => {
            learner.getState().record([trouble.correction], clock());
            learner.getState().dismiss(trouble);
          }}
        >
          {t('correct')}
        </Button>
      );
    case 'local-full':
    case 'local-unavailable':
    case 'twin-unavailable':
    case 'not-saved':
      return (
        <Link className={buttonClass()} to="/settings#stored">
          {t('backUp')}
        </Link>
      );
    case 'missing':
    case 'archive-needed':
      return (
        <Link className={buttonClass()} to="/settings#stored">
          {t('toImport')}
        </Link>
      );
    case 'nearly-full':
      return (
        <Link className={buttonClass()} to="/settings#stored">
          {t('makeRoom')}
        </Link>
      );
  }
}
