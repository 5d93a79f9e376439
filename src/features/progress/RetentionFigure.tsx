import { useTranslation } from '#ui/words.tsx';
import { ENOUGH_IN_BIN, type Bin } from '#core/insight/reliability.ts';
import type { Retention } from '#core/insight/retention.ts';
import { Against } from './Against.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { percent, percentWords, rounded, type Words } from './numbers.ts';
import { shareColumns } from './share-columns.ts';
import { tableOf, type Column } from './table.ts';

function wordsOf(t: Words, { predicted, real, lacking }: Retention): string {
  if (lacking > 0) return t('retentionLacking', { count: lacking });
  const says = {
    predicted: percent(predicted),
    real: percent(real.share),
    low: percent(real.low),
    high: percent(real.high),
  };
  if (predicted > real.high) return t('retentionBelow', says);
  return t(predicted < real.low ? 'retentionAbove' : 'retentionHolds', says);
}

function columnsOf(t: Words): readonly Column<Bin>[] {
  const part = (head: string, field: 'from' | 'to' | 'predicted'): Column<Bin> => ({
    head,
    value: (bin) => rounded(bin[field]),
    shown: (bin) => percentWords(t, bin[field]),
  });
  return [
    part(t('colPredictedFrom'), 'from'),
    part(t('colPredictedTo'), 'to'),
    part(t('colPredicted'), 'predicted'),
    ...shareColumns<Bin>(t, ({ real }) => real),
  ];
}

const noteOf = (t: Words, count: number, dots: readonly Bin[]): string =>
  t(dots.length > 0 ? 'retentionNote' : 'retentionSpread', { count });

/** Whether what was predicted came true. */
export function RetentionFigure({ figures }: FigureProps) {
  const { t } = useTranslation('progress');
  const { retention } = figures;
  const isDrawn = retention.lacking === 0;
  // Thirty answers may be so spread that no bin has enough of them.
  const dots = retention.bins.filter(({ real }) => real.of >= ENOUGH_IN_BIN);
  return (
    <Figure
      name="retention"
      title={t('retention')}
      says={wordsOf(t, retention)}
      note={isDrawn ? noteOf(t, retention.real.of, dots) : undefined}
      table={tableOf(retention.bins, columnsOf(t))}
      today={figures.today}
    >
      {isDrawn && dots.length > 0 && (
        <Against bins={dots} across={t('retentionAcross')} up={t('retentionUp')} />
      )}
    </Figure>
  );
}
