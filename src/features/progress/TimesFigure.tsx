import { useTranslation } from '#ui/words.tsx';
import { ENOUGH_TIMES, type AnswerTimes } from '#core/insight/answer-times.ts';
import type { TimedGroup } from '#core/insight/figures.ts';
import { lacking } from '#core/insight/share.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows, type IntervalRow } from './IntervalRows.tsx';
import { duration, secondsOf, tooLittle, type Names, type Words } from './numbers.ts';
import { tableOf, type Column, type Table } from './table.ts';

const labelOf = (t: Words, names: Names, { group }: TimedGroup): string =>
  typeof group === 'string' ? t(group) : names.domain(group.pack, group.domain);

const keyOf = ({ group }: TimedGroup): string =>
  typeof group === 'string' ? group : `${group.pack}/${group.domain}`;

/** Times that can be drawn. */
const drawn = (times: AnswerTimes | null): AnswerTimes | null =>
  times !== null && times.count >= ENOUGH_TIMES ? times : null;

function wordsOf(t: Words, all: AnswerTimes | null): string {
  const times = drawn(all);
  if (times === null) return t('timesLacking', { count: lacking(all?.count ?? 0, ENOUGH_TIMES) });
  return t('timesSay', {
    median: duration(t, times.median),
    low: duration(t, times.low),
    high: duration(t, times.high),
  });
}

/** The end of the scale: the next half minute above everything that is drawn. */
const HALF_MINUTE = 30_000;
const endOf = (groups: readonly TimedGroup[]): number =>
  HALF_MINUTE *
  Math.max(
    1,
    ...groups.map(({ times }) => Math.ceil((drawn(times)?.threeQuarters ?? 0) / HALF_MINUTE)),
  );

function rowOf(t: Words, names: Names, group: TimedGroup, end: number): IntervalRow {
  const times = drawn(group.times);
  const row = { key: keyOf(group), label: labelOf(t, names, group) };
  const count = group.times?.count ?? 0;
  if (times === null)
    return { ...row, value: tooLittle(t, 'answers', count, ENOUGH_TIMES), interval: null };
  const value = t('timesValue', {
    median: duration(t, times.median),
    low: duration(t, times.low),
    high: duration(t, times.high),
    answers: t('answers', { count }),
  });
  const { median, quarter, threeQuarters } = times;
  return {
    ...row,
    value,
    interval: { mark: median / end, low: quarter / end, high: threeQuarters / end },
  };
}

const secondsColumn = (head: string, field: keyof AnswerTimes): Column<TimedGroup> => ({
  head,
  value: ({ times }) => (times === null ? null : secondsOf(times[field])),
});

const tableOfTimes = (t: Words, names: Names, groups: readonly TimedGroup[]): Table =>
  tableOf(groups, [
    { head: t('colGroup'), value: (group) => labelOf(t, names, group) },
    { head: t('colAnswers'), value: ({ times }) => times?.count ?? 0 },
    secondsColumn(t('colMedian'), 'median'),
    secondsColumn(t('colMedianLow'), 'low'),
    secondsColumn(t('colMedianHigh'), 'high'),
    secondsColumn(t('colQuarter'), 'quarter'),
    secondsColumn(t('colThreeQuarters'), 'threeQuarters'),
  ]);

/** How long answers take: right and wrong ones, and those of each domain. */
export function TimesFigure({ figures, names }: FigureProps) {
  const { t } = useTranslation('progress');
  const groups = figures.times;
  const all = groups[0]?.times ?? null;
  const end = endOf(groups);
  const isDrawn = drawn(all) !== null;
  return (
    <Figure
      name="times"
      title={t('times')}
      says={wordsOf(t, all)}
      note={isDrawn ? t('timesNote') : undefined}
      table={all === null ? tableOf([], []) : tableOfTimes(t, names, groups)}
      today={figures.today}
    >
      {isDrawn && (
        <IntervalRows
          ticks={[duration(t, 0), duration(t, end / 2), duration(t, end)]}
          rows={groups.map((group) => rowOf(t, names, group, end))}
        />
      )}
    </Figure>
  );
}
