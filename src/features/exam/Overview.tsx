import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { useSitting } from '#state/exam/react.ts';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { NumberList } from './Navigator.tsx';
import { countsOf, progressOf, type Progress } from './progress.ts';

const filters = ['all', 'open', 'flagged'] as const;
type Filter = (typeof filters)[number];

const fits = ({ state, flagged }: Progress, filter: Filter): boolean =>
  filter === 'all' || (filter === 'flagged' ? flagged : state !== 'answered');

interface OverviewProps {
  readonly attempt: Attempt;
  readonly onHandIn: () => void;
}

/** All questions before they are handed in: what is still to do, what was flagged. */
export function Overview({ attempt, onHandIn }: OverviewProps) {
  const { t } = useTranslation('exam');
  const unfinished = useSitting((state) => state.unfinished);
  const go = useSitting((state) => state.go);
  const [filter, setFilter] = useState<Filter>('all');
  const heading = useRef<HTMLHeadingElement>(null);
  // A new place: it is read from its heading.
  useEffect(() => heading.current?.focus(), []);
  const progress = progressOf(attempt, unfinished);
  const counts = countsOf(progress);
  const shown = progress.filter((one) => fits(one, filter));
  const sizes = { all: progress.length, open: counts.open, flagged: counts.flagged };
  return (
    <div className="exam-overview">
      <h1 ref={heading} tabIndex={-1}>
        {t('overview')}
      </h1>
      <p>{t('counts', counts)}</p>
      <Segmented
        legend={t('show')}
        segments={filters.map((value) => ({
          value,
          label: t(`show-${value}`, { count: sizes[value] }),
        }))}
        value={filter}
        onChange={setFilter}
      />
      {shown.length === 0 ? (
        <p className="exams-quiet">{t('noneShown')}</p>
      ) : (
        <NumberList progress={shown} place={null} />
      )}
      <p className="exams-acts">
        <Button onClick={() => go(shown[0]?.place ?? 0)}>{t('back')}</Button>
        <Button look="primary" onClick={onHandIn}>
          {t('handIn')}
        </Button>
      </p>
    </div>
  );
}
