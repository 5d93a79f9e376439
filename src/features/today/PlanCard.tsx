import { useId, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import { isEnough } from '#core/exam/scope.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { settingFact } from '#core/journal/settings.ts';
import { LAST_DAYS } from '#core/study/exam-plan.ts';
import { minutesForAll, paceAt } from '#core/study/pace.ts';
import type { Today } from '#core/study/queue.ts';
import type { DayPlan } from '#state/exam-plan.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { planCalendar } from './plan-calendar.ts';

interface PlanCardProps {
  readonly plan: DayPlan;
  readonly learner: Learner;
  readonly queue: Today;
  /** Of the exam. */
  readonly title: string;
}

const percent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** What today holds, whether it is enough, and what other minutes would come to. */
export function PlanCard({ plan, learner, queue, title }: PlanCardProps) {
  const { t, i18n } = useTranslation('plan');
  const { clock } = useStores();
  const { outlooks, exam, day, covered } = plan;
  const hasMore = queue.items.length > 0;
  // Only then nothing is looked ahead to.
  const isKeeping = exam - day <= LAST_DAYS && outlooks.length === 0;
  const save = () => {
    const words = {
      study: (minutes: number) => t('calendarStudy', { count: minutes }),
      exam: t('calendarExam', { title }),
      body: t('calendarBody', { title }),
    };
    const text = planCalendar(learner, plan, words, clock().at);
    saveFile('mondo-plan.ics', text, 'text/calendar;charset=utf-8');
  };
  return (
    <>
      <p>
        <Share plan={plan} queue={queue} />
        {sentenceGap(i18n.language)}
        {exam - day === 1 ? (
          t(hasMore ? 'eve' : 'eveDone')
        ) : isKeeping ? (
          t('lastDays')
        ) : (
          <Pace plan={plan} />
        )}
      </p>
      {covered !== null && (covered === 'unknown' || !isEnough(covered)) && (
        <p className="today-caption">
          {covered === 'unknown' ? t('coveredUnknown') : t('covered', { ...covered })}
        </p>
      )}
      {outlooks.length > 0 && <OtherMinutes plan={plan} />}
      <div className="today-actions">
        <Button onClick={save}>{t('calendar')}</Button>
      </div>
    </>
  );
}

/** What is left for today. */
function Share({ plan: { budget }, queue }: Pick<PlanCardProps, 'plan' | 'queue'>) {
  const { t } = useTranslation('plan');
  const count = queue.items.length;
  if (count > 0) return t('todaysShare', { count, minutes: queue.minutes });
  return t(budget.today === 0 ? 'dayOff' : 'nothingToday');
}

/** On pace or not, in a sentence. */
function Pace({ plan: { outlooks, budget } }: Pick<PlanCardProps, 'plan'>) {
  const { t } = useTranslation('plan');
  if (outlooks.length === 0) return null;
  const set = Math.round(budget.set / 60);
  const { met, meetsAll } = paceAt(outlooks, budget, set);
  if (meetsAll) return t('onPace', { count: set });
  const all = minutesForAll(outlooks, budget);
  return t(all === null ? 'behindAnyway' : 'behind', {
    count: set,
    percent: percent(met),
    all: all ?? 0,
  });
}

const LEAST_MINUTES = 5;

/** What other minutes a day would come to, from what was worked out with the plan. */
function OtherMinutes({ plan: { outlooks, budget } }: Pick<PlanCardProps, 'plan'>) {
  const { t } = useTranslation('plan');
  const { clock } = useStores();
  const record = useLearner((state) => state.record);
  const id = useId();
  const set = Math.round(budget.set / 60);
  const [minutes, setMinutes] = useState(set);
  const most = Math.max(60, 2 * set, Math.ceil(1.2 * (minutesForAll(outlooks, budget) ?? 0)));
  const { met, recall } = paceAt(outlooks, budget, minutes);
  const sentence = t('wouldMeet', {
    count: minutes,
    met: percent(met),
    recall: percent(recall),
  });
  return (
    <div className="exam-minutes">
      <label htmlFor={id}>{t('whatIf')}</label>
      <input
        id={id}
        type="range"
        min={Math.min(LEAST_MINUTES, set)}
        max={most}
        value={minutes}
        aria-valuetext={sentence}
        onChange={({ target }) => setMinutes(Number(target.value))}
      />
      <p aria-hidden="true">{sentence}</p>
      {minutes !== set && (
        <Button
          onClick={() => {
            record([settingFact('minutesPerDay', minutes)], clock());
          }}
        >
          {t('useMinutes', { count: minutes })}
        </Button>
      )}
    </div>
  );
}
