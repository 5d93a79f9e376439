import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { useSitting } from '#state/exam/react.ts';
import { Icon } from '#ui/Icon.tsx';
import { countsOf, progressOf, type Progress } from './progress.ts';

interface NavigatorProps {
  readonly attempt: Attempt;
  readonly place: number;
}

/** Every question by its number: one tap away, in any order. */
export function Navigator({ attempt, place }: NavigatorProps) {
  const { t } = useTranslation('exam');
  const unfinished = useSitting((state) => state.unfinished);
  const progress = progressOf(attempt, unfinished);
  const { answered, open, flagged } = countsOf(progress);
  return (
    <nav className="exam-nav" aria-label={t('navigator')}>
      <p>{t('counts', { answered, open, flagged })}</p>
      <NumberList progress={progress} place={place} />
      <p className="exams-quiet">{t('promise')}</p>
    </nav>
  );
}

interface NumberListProps {
  readonly progress: readonly Progress[];
  readonly place: number | null;
}

export function NumberList({ progress, place }: NumberListProps) {
  const { t } = useTranslation('exam');
  const go = useSitting((state) => state.go);
  return (
    <ol className="exam-numbers">
      {progress.map((one) => (
        <li key={one.place}>
          <button
            type="button"
            className={`exam-cell exam-cell-${one.state}`}
            aria-current={one.place === place ? 'step' : undefined}
            aria-label={[
              t('cell', { number: one.place + 1 }),
              t(one.state),
              ...(one.flagged ? [t('flagged')] : []),
            ].join(', ')}
            onClick={() => go(one.place)}
          >
            {one.place + 1}
            {one.flagged && <Icon name="flag" />}
          </button>
        </li>
      ))}
    </ol>
  );
}
