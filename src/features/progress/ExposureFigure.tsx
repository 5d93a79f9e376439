import { useTranslation } from '#ui/words.tsx';
import type { Exposures, ExposureShare } from '#core/insight/exposures.ts';
import { isAboutNone, mayBeNone } from '#core/insight/share.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows } from './IntervalRows.tsx';
import { points, shareWords, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf } from './table.ts';
import { percentTicks } from './ticks.ts';

function wordsOf(t: Words, { gap }: Exposures): string {
  if (gap === null) return t('exposuresLacking');
  if (gap.difference < 0 && !mayBeNone(gap)) {
    return t('exposuresFresh', {
      points: points(-gap.difference),
      low: points(-gap.high),
      high: points(-gap.low),
    });
  }
  const none = isAboutNone(gap) ? 'exposuresRule' : 'exposuresOpen';
  return t(mayBeNone(gap) ? none : 'exposuresPicture', {
    points: points(gap.difference),
    low: points(gap.low),
    high: points(gap.high),
  });
}

/** What is known, against what is memorised. */
export function ExposureFigure({ figures }: FigureProps) {
  const { t } = useTranslation('progress');
  const { shares } = figures.exposures;
  const isDrawn = shares.some(({ lacking }) => lacking === 0);
  return (
    <Figure
      name="exposures"
      title={t('exposures')}
      says={wordsOf(t, figures.exposures)}
      note={isDrawn ? t('exposuresNote') : undefined}
      table={tableOf(shares, [
        { head: t('colExposure'), value: ({ exposure }) => t(exposure) },
        ...shareColumns<ExposureShare>(t, ({ right }) => right),
      ])}
      today={figures.today}
    >
      <IntervalRows
        ticks={percentTicks(t)}
        rows={shares.map(({ exposure, right, lacking }) => ({
          key: exposure,
          label: t(exposure),
          value: lacking > 0 ? t('lacking', { count: lacking }) : shareWords(t, right),
          interval: lacking > 0 ? null : { mark: right.share, low: right.low, high: right.high },
        }))}
      />
    </Figure>
  );
}
