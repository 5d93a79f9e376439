import { useTranslation } from '#ui/words.tsx';
import type { ReviewLoad } from '#core/insight/figures.ts';
import { sentenceGap } from '#core/language.ts';
import { addDays, formatDay } from '#core/time.ts';
import { Bars } from './Bars.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { minutesOf, type Words } from './numbers.ts';
import { tableOf } from './table.ts';

function wordsOf(t: Words, { total, due, pace }: ReviewLoad, language: string): string {
  if (total === 0) return t('loadNone');
  const reviews = t('loadSays', { count: total, today: due[0] ?? 0 });
  if (pace === null) return reviews;
  const minutes = t('loadMinutes', {
    minutes: minutesOf(total * pace.median),
    low: minutesOf(total * pace.low),
    high: minutesOf(total * pace.high),
  });
  return [reviews, minutes].join(sentenceGap(language));
}

/** How many reviews come on which day. */
export function LoadFigure({ figures, names }: FigureProps) {
  const { t, i18n } = useTranslation('progress');
  const { load, today } = figures;
  const days = load.due.map((due, ahead) => ({ due, day: addDays(today, ahead) }));
  return (
    <Figure
      name="reviews"
      title={t('load')}
      says={wordsOf(t, load, i18n.language)}
      note={load.total > 0 ? t('loadNote') : undefined}
      table={tableOf(load.total > 0 ? days : [], [
        {
          head: t('colDay'),
          value: ({ day }) => formatDay(day),
          shown: ({ day }) => names.day(day),
        },
        { head: t('colReviews'), value: ({ due }) => due },
      ])}
      today={today}
    >
      {load.total > 0 && (
        <Bars
          bars={days.map(({ due, day }) => ({ key: day, value: due }))}
          most={t('atMost', { value: Math.max(...load.due) })}
          ends={[t('today'), names.day(addDays(today, load.due.length - 1))]}
          first={0}
        />
      )}
    </Figure>
  );
}
