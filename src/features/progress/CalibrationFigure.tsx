import { useTranslation } from '#ui/words.tsx';
import type { CalibrationLevel } from '#core/insight/calibration.ts';
import { Figure, type FigureProps } from './Figure.tsx';
import { IntervalRows } from './IntervalRows.tsx';
import { percent, shareWords, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf } from './table.ts';
import { percentTicks } from './ticks.ts';

/** Who calls an answer certain should be right so often: below it, less confidence would have told more. */
const CERTAIN = 0.8;

function wordsOf(t: Words, certain: CalibrationLevel | undefined): string {
  if (certain === undefined || certain.lacking > 0)
    return t('calibrationLacking', { count: certain?.right.of ?? 0 });
  const { share, low, high } = certain.right;
  const says = { percent: percent(share), low: percent(low), high: percent(high) };
  if (low >= CERTAIN) return t('calibrationTrusted', says);
  return t(high < CERTAIN ? 'calibrationDoubted' : 'calibrationPlain', says);
}

/** How right each confidence was. */
export function CalibrationFigure({ figures }: FigureProps) {
  const { t } = useTranslation(['progress', 'question']);
  const levels = figures.calibration;
  const isDrawn = levels.some(({ lacking }) => lacking === 0);
  return (
    <Figure
      name="calibration"
      title={t('calibration')}
      says={wordsOf(t, levels.at(-1))}
      note={isDrawn ? t('bandNote') : undefined}
      table={tableOf(levels, [
        { head: t('colConfidence'), value: ({ confidence }) => t(`question:${confidence}`) },
        ...shareColumns<CalibrationLevel>(t, ({ right }) => right),
      ])}
      today={figures.today}
    >
      <IntervalRows
        ticks={percentTicks(t)}
        rows={levels.map(({ confidence, right, lacking }) => ({
          key: confidence,
          label: t(`question:${confidence}`),
          value: lacking > 0 ? t('lacking', { count: lacking }) : shareWords(t, right),
          interval: lacking > 0 ? null : { mark: right.share, low: right.low, high: right.high },
        }))}
      />
    </Figure>
  );
}
