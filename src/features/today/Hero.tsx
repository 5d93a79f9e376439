import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import type { Today } from '#core/study/queue.ts';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';

interface HeroProps {
  /** `null` while it is looked for. */
  readonly plan: Today | null;
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
  const isEmpty = plan?.items.length === 0;
  return (
    <section className="today-hero">
      <div>
        <h1>{plan ? headline(t, plan) : t('title')}</h1>
        <p className="today-lead">
          {plan ? lead(t, plan).join(sentenceGap(i18n.language)) : t('looking')}
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
            {plan === null || reviewsOf(plan) + plan.counts.new > 0 ? t('start') : t('more')}
          </Button>
        )}
        {onDrillMissed && <Button onClick={onDrillMissed}>{t('drillWeak')}</Button>}
      </div>
    </section>
  );
}

type Words = ReturnType<typeof useTranslation<'today'>>['t'];

const reviewsOf = ({ counts }: Today): number =>
  counts.misconception + counts.changed + counts.contrast + counts.due;

function lead(t: Words, plan: Today): readonly string[] {
  const { items, counts, minutes } = plan;
  if (items.length === 0) return [t('allDoneBody')];
  return [
    t('plan', { due: reviewsOf(plan), fresh: counts.new }),
    ...(counts.ahead > 0 ? [t('ahead', { count: counts.ahead })] : []),
    t('about', { count: minutes }),
  ];
}

function headline(t: Words, { due, counts, items }: Today): string {
  if (items.length === 0) return t('allDone');
  if (due > 0) return t('fading', { count: due });
  return counts.new > 0 ? t('onlyNew') : t('nothingFading');
}
