import type { Progress } from '#state/progress.ts';
import { ActivityFigure } from './ActivityFigure.tsx';
import { CalibrationFigure } from './CalibrationFigure.tsx';
import { ConceptFigure } from './ConceptFigure.tsx';
import { ConfusionFigure, type OnContrast } from './ConfusionFigure.tsx';
import { DomainFigure } from './DomainFigure.tsx';
import { ExposureFigure } from './ExposureFigure.tsx';
import { LanguageFigure } from './LanguageFigure.tsx';
import { LoadFigure } from './LoadFigure.tsx';
import type { Names } from './numbers.ts';
import { RetentionFigure } from './RetentionFigure.tsx';
import { TimesFigure } from './TimesFigure.tsx';

interface FigureListProps {
  readonly progress: Progress;
  readonly names: Names;
  readonly onContrast: OnContrast;
}

/** First what is known, then what to do about it, then how it came about. */
export function FigureList({ progress, names, onContrast }: FigureListProps) {
  const { figures, isKeyLost } = progress;
  const given = { figures, names };
  return (
    <>
      <DomainFigure {...given} />
      <ConceptFigure {...given} />
      <ConfusionFigure {...given} isKeyLost={isKeyLost} onContrast={onContrast} />
      <ExposureFigure {...given} />
      <CalibrationFigure {...given} />
      <RetentionFigure {...given} />
      <LoadFigure {...given} />
      <ActivityFigure {...given} />
      <TimesFigure {...given} />
      <LanguageFigure {...given} />
    </>
  );
}
