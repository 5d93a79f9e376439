import { useTranslation } from '#ui/words.tsx';
import type { ReviewLoad } from '#core/insight/figures.ts';
import { ASSUMED_SECONDS, ENOUGH_FOR_PACE } from '#core/journal/learner-state.ts';
import { sentenceGap } from '#core/language.ts';
import { addDays, formatDay } from '#core/time.ts';
import { Bars } from './Bars.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { aboutTime, duration, type Words } from './numbers.ts';
import { tableOf } from './table.ts';

/** How long it takes, and what that rests on. */
function minutesWords(t: Words, { total, pace, timed }: ReviewLoad): string {
  if (pace !== null)
    return t('loadMinutes', {
      minutes: aboutTime(t, total * pace.median),
      low: aboutTime(t, total * pace.low),
      high: aboutTime(t, total * pace.high),
      pace: duration(t, pace.median),
      answers: t('answers', { count: pace.count }),
    });
  const assumed = ASSUMED_SECONDS * 1000;
  return t('loadAssumed', {
    minutes: aboutTime(t, total * assumed),
    pace: duration(t, assumed),
    answers: t('answers', { count: timed }),
    count: ENOUGH_FOR_PACE,
  });
}

function wordsOf(t: Words, load: ReviewLoad, language: string): string {
  const { total, due } = load;
  if (total === 0) return t('loadNone');
  const reviews = t('loadSays', { count: total, today: due[0] ?? 0 });
  return [reviews, minutesWords(t, load)].join(sentenceGap(language));
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
