import { useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Outcome } from '#core/exam/score.ts';
import type { ScenarioKey } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Sheet } from '#state/exam/report.ts';
import { Icon, type IconName } from '#ui/Icon.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Reviewed } from './Reviewed.tsx';

const filters = ['missed', 'flagged', 'all'] as const;
type Filter = (typeof filters)[number];

const icons: { readonly [O in Outcome]: IconName } = {
  right: 'check',
  wrong: 'cross',
  unanswered: 'missed',
  void: 'left',
};

interface ReviewsProps {
  readonly attempt: Attempt;
  readonly sheets: readonly Sheet[];
  readonly outcomes: ReadonlyMap<ScenarioKey, Outcome>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

interface Row {
  readonly sheet: Sheet;
  readonly index: number;
  readonly key: ScenarioKey;
  readonly outcome: Outcome;
  readonly flagged: boolean;
}

const isMissed = ({ outcome }: Row): boolean => outcome === 'wrong' || outcome === 'unanswered';

function rowsOf({ attempt, sheets, outcomes }: ReviewsProps): Readonly<Record<Filter, Row[]>> {
  const all = sheets.map((sheet, index) => {
    const key = questionKey(sheet.question);
    const outcome = outcomes.get(key) ?? 'unanswered';
    return { sheet, index, key, outcome, flagged: attempt.flagged.has(key) };
  });
  return { all, missed: all.filter(isMissed), flagged: all.filter(({ flagged }) => flagged) };
}

/** Every question with what became of it; one at a time is looked at in full. */
export function Reviews(props: ReviewsProps) {
  const { t } = useTranslation('exam');
  const place = useRef<HTMLElement>(null);
  const rows = rowsOf(props);
  const [filter, setFilter] = useState<Filter>(rows.missed.length > 0 ? 'missed' : 'all');
  const [chosen, setChosen] = useState<ScenarioKey | null>(null);
  const shown = rows[filter];
  const current = shown.find(({ key }) => key === chosen) ?? shown[0];
  const following = current && shown[shown.indexOf(current) + 1];
  const show = (key: ScenarioKey) => {
    setChosen(key);
    place.current?.scrollIntoView();
    place.current?.focus();
  };
  return (
    <section aria-labelledby="exam-questions">
      <h2 id="exam-questions">{t('everyQuestion')}</h2>
      <Segmented
        legend={t('show')}
        segments={filters.map((value) => ({
          value,
          label: t(`filter-${value}`, { count: rows[value].length }),
        }))}
        value={filter}
        onChange={setFilter}
      />
      <Outcomes rows={shown} current={current} onShow={show} />
      <section className="exam-reviewed" ref={place} tabIndex={-1} aria-label={t('oneQuestion')}>
        {current === undefined ? (
          <p className="exams-quiet">{t('noneShown')}</p>
        ) : (
          <Reviewed
            key={current.key}
            {...props}
            sheet={current.sheet}
            number={current.index + 1}
            outcome={current.outcome}
            onNext={following === undefined ? undefined : () => show(following.key)}
          />
        )}
      </section>
    </section>
  );
}

interface OutcomesProps {
  readonly rows: readonly Row[];
  readonly current: Row | undefined;
  readonly onShow: (key: ScenarioKey) => void;
}

function Outcomes({ rows, current, onShow }: OutcomesProps) {
  const { t } = useTranslation('exam');
  return (
    <ol className="exam-numbers exam-no-print">
      {rows.map(({ key, index, outcome, flagged }) => (
        <li key={key}>
          <button
            type="button"
            className={`exam-cell exam-cell-${outcome}`}
            aria-current={key === current?.key ? 'true' : undefined}
            aria-label={[
              t('cell', { number: index + 1 }),
              t(`outcome-${outcome}`),
              ...(flagged ? [t('flagged')] : []),
            ].join(', ')}
            onClick={() => onShow(key)}
          >
            {index + 1}
            <Icon name={icons[outcome]} />
          </button>
        </li>
      ))}
    </ol>
  );
}
