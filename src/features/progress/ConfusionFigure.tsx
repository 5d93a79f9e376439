import { useTranslation } from '#ui/words.tsx';
import { ENOUGH_OFFERED, type ConfusionRate } from '#core/insight/confusion-rates.ts';
import { Button } from '#ui/Button.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows, type IntervalRow } from './IntervalRows.tsx';
import { percent, percentWords, rounded, type Names, type Words } from './numbers.ts';
import { tableOf, type Column, type Table } from './table.ts';
import { percentTicks } from './ticks.ts';

export type OnContrast = (pair: ConfusionRate) => void;

/** Once is a slip. */
const TWICE = 2;
const MOST_PAIRS = 8;

const namesOf = (names: Names, { pack, right, taken }: ConfusionRate) => ({
  right: names.side(pack, right),
  taken: names.side(pack, taken),
});

function wordsOf(t: Words, names: Names, pairs: readonly ConfusionRate[]): string {
  const [first] = pairs;
  if (first === undefined) return t('confusionsNone');
  if (first.times < TWICE) return t('confusionsOnce');
  return t('confusionsSay', {
    ...namesOf(names, first),
    times: first.times,
    of: first.rate.of,
  });
}

function rowOf(t: Words, names: Names, pair: ConfusionRate, onContrast: OnContrast): IntervalRow {
  const { pack, right, taken, times, rate } = pair;
  const sides = namesOf(names, pair);
  return {
    key: `${pack}/${right}/${taken}`,
    label: t('confusionPair', sides),
    value: t(rate.of < ENOUGH_OFFERED ? 'confusionFew' : 'confusionValue', {
      times,
      of: rate.of,
      count: ENOUGH_OFFERED,
      low: percent(rate.low),
      high: percent(rate.high),
    }),
    interval:
      rate.of < ENOUGH_OFFERED ? null : { mark: rate.share, low: rate.low, high: rate.high },
    action: (
      <Button aria-label={t('contrastOf', sides)} onClick={() => onContrast(pair)}>
        {t('contrast')}
      </Button>
    ),
  };
}

function tableOfPairs(t: Words, names: Names, pairs: readonly ConfusionRate[]): Table {
  const part = (head: string, field: 'share' | 'low' | 'high'): Column<ConfusionRate> => ({
    head,
    value: ({ rate }) => rounded(rate[field]),
    shown: ({ rate }) => percentWords(t, rate[field]),
  });
  return tableOf(pairs, [
    { head: t('colInstead'), value: (pair) => namesOf(names, pair).right },
    { head: t('colTaken'), value: (pair) => namesOf(names, pair).taken },
    { head: t('colTimes'), value: ({ times }) => times },
    { head: t('colOffered'), value: ({ rate }) => rate.of },
    part(t('colMixed'), 'share'),
    part(t('colLow'), 'low'),
    part(t('colHigh'), 'high'),
  ]);
}

interface ConfusionFigureProps extends FigureProps {
  readonly isKeyLost: boolean;
  readonly onContrast: OnContrast;
}

/** What is taken for what, each pair with the drill that tells the two apart. */
export function ConfusionFigure({ figures, names, isKeyLost, onContrast }: ConfusionFigureProps) {
  const { t } = useTranslation('progress');
  const { confusions } = figures;
  const often = confusions.filter(({ times }) => times >= TWICE).slice(0, MOST_PAIRS);
  return (
    <Figure
      name="confusions"
      title={t('confusions')}
      says={isKeyLost ? t('confusionsLost') : wordsOf(t, names, confusions)}
      note={often.length > 0 ? t('confusionsNote') : undefined}
      table={tableOfPairs(t, names, confusions)}
      today={figures.today}
    >
      {often.length > 0 && (
        <IntervalRows
          ticks={percentTicks(t)}
          rows={often.map((pair) => rowOf(t, names, pair, onContrast))}
        />
      )}
    </Figure>
  );
}
