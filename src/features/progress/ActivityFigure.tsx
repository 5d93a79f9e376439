import { useTranslation } from '#ui/words.tsx';
import type { Activity, Spell } from '#core/insight/activity.ts';
import { formatDay } from '#core/time.ts';
import { Bars } from './Bars.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { aboutTime, type Names, type Words } from './numbers.ts';
import { tableOf, type Table } from './table.ts';

const wordsOf = (t: Words, { answers, millis, studied, days }: Activity): string =>
  answers === 0
    ? t('activityNone')
    : t('activitySays', {
        answers: t('answers', { count: answers }),
        time: aboutTime(t, millis),
        studied,
        days,
      });

/** With one decimal, where whole minutes would say nothing. */
const minutesIn = ({ millis }: Spell): number => Math.round(millis / 6000) / 10;

const tableOfSpells = (t: Words, names: Names, { spells, daysEach }: Activity): Table =>
  tableOf<Spell>(spells, [
    {
      head: t('colDay'),
      value: ({ from }) => formatDay(from),
      shown: ({ from }) => names.day(from),
    },
    ...(daysEach === 1
      ? []
      : [
          {
            head: t('colUntil'),
            value: ({ to }: Spell) => formatDay(to),
            shown: ({ to }: Spell) => names.day(to),
          },
          { head: t('colStudied'), value: ({ studied }: Spell) => studied },
        ]),
    { head: t('colAnswers'), value: ({ answers }) => answers },
    { head: t('colRight'), value: ({ right }) => right },
    { head: t('colMinutes'), value: minutesIn },
  ]);

const answersOf = ({ answers }: Spell): number => answers;

interface SpellBarsProps {
  readonly spells: readonly Spell[];
  readonly value: (spell: Spell) => number;
  readonly most: (value: number) => string;
  readonly ends: readonly [string, string];
}

function SpellBars({ spells, value, most, ends }: SpellBarsProps) {
  return (
    <Bars
      bars={spells.map((spell) => ({ key: spell.to, value: value(spell) }))}
      most={most(Math.max(...spells.map(value)))}
      ends={ends}
    />
  );
}

/** How much was done, day by day. */
export function ActivityFigure({ figures, names }: FigureProps) {
  const { t } = useTranslation('progress');
  const { activity } = figures;
  const { spells, daysEach } = activity;
  const isDrawn = activity.answers > 0;
  const ends = [names.day(spells[0]?.from ?? figures.today), t('today')] as const;
  const note = daysEach === 1 ? t('activityDaily') : t('activitySpells', { count: daysEach });
  return (
    <Figure
      name="activity"
      title={t('activity')}
      says={wordsOf(t, activity)}
      note={isDrawn ? note : undefined}
      table={isDrawn ? tableOfSpells(t, names, activity) : tableOf([], [])}
      today={figures.today}
    >
      {isDrawn && (
        <>
          <SpellBars
            {...{ spells, ends }}
            value={answersOf}
            most={(value) => t('answersMost', { value })}
          />
          <SpellBars
            {...{ spells, ends }}
            value={minutesIn}
            most={(value) => t('minutesMost', { value })}
          />
        </>
      )}
    </Figure>
  );
}
