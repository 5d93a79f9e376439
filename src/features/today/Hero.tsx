import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import type { Today } from '#core/study/queue.ts';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';

interface HeroProps {
  readonly plan: Today;
  /** What the learner has now; `null` is what is left of the day's minutes. */
  readonly minutes: number | null;
  /** A session was left open. */
  readonly isOpen: boolean;
  readonly onMinutes: (minutes: number | undefined) => void;
  readonly onStart: () => void;
  readonly onContinue: () => void;
  /** Without it nothing can have been missed yet. */
  readonly onDrillMissed: (() => void) | undefined;
}

const choices = [5, 15, 30] as const;

/** How much there is, how long it takes, and the one primary button. */
export function Hero(props: HeroProps) {
  const { plan, minutes, isOpen, onMinutes, onStart, onContinue, onDrillMissed } = props;
  const { t, i18n } = useTranslation('today');
  const isEmpty = plan.items.length === 0;
  const { counts } = plan;
  const reviews = counts.misconception + counts.changed + counts.contrast + counts.due;
  return (
    <section className="today-hero">
      <div>
        <h1>{headline(t, plan)}</h1>
        <p className="today-lead">
          {isEmpty
            ? t('allDoneBody')
            : [
                t('plan', { due: reviews, fresh: counts.new }),
                ...(counts.ahead > 0 ? [t('ahead', { count: counts.ahead })] : []),
                t('about', { count: plan.minutes }),
              ].join(sentenceGap(i18n.language))}
        </p>
      </div>
      <Segmented
        legend={t('minutes')}
        segments={choices.map((value) => ({ value, label: t('minutesOption', { count: value }) }))}
        value={minutes ?? 0}
        onChange={onMinutes}
      />
      <div className="today-actions">
        {isOpen && (
          <Button look="primary" onClick={onContinue}>
            {t('continue')}
          </Button>
        )}
        {!isEmpty && (
          <Button look={isOpen ? 'plain' : 'primary'} onClick={onStart}>
            {reviews + counts.new > 0 ? t('start') : t('more')}
          </Button>
        )}
        {onDrillMissed && <Button onClick={onDrillMissed}>{t('drillWeak')}</Button>}
      </div>
    </section>
  );
}

type Words = ReturnType<typeof useTranslation<'today'>>['t'];

function headline(t: Words, { due, counts, items }: Today): string {
  if (items.length === 0) return t('allDone');
  if (due > 0) return t('fading', { count: due });
  return counts.new > 0 ? t('onlyNew') : t('nothingFading');
}
