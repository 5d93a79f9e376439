import { useTranslation } from '#ui/words.tsx';
import { useKeys } from '#question/keys.ts';
import { useSitting } from '#state/exam/react.ts';
import { useLearner } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';

interface PagedProps {
  readonly place: number;
  readonly total: number;
}

/** To the question before or after; after the last one all are reviewed. */
export function Paged({ place, total }: PagedProps) {
  const { t } = useTranslation('exam');
  const go = useSitting((state) => state.go);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const previous = place > 0 ? () => go(place - 1) : undefined;
  const next = () => go(place + 1 < total ? place + 1 : null);
  useKeys({ n: next, Enter: next, p: previous, r: () => go(null) }, singleKeys);
  return (
    <div className="exam-paged">
      <Button
        cap={singleKeys ? 'P' : undefined}
        blocked={previous === undefined ? t('isFirst') : undefined}
        onClick={previous}
      >
        {t('previous')}
      </Button>
      <Button look="primary" cap={singleKeys ? 'N' : 'Enter'} onClick={next}>
        {t(place + 1 < total ? 'next' : 'toReview')}
      </Button>
    </div>
  );
}
