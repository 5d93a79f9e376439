import { useId, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import { isEnough } from '#core/exam/scope.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { settingFact } from '#core/journal/settings.ts';
import { LAST_DAYS } from '#core/study/exam-plan.ts';
import { minutesForAll, paceAt, type Pace } from '#core/study/pace.ts';
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
  const { outlooks, covered } = plan;
  const pace = paceOf(plan);
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
        {t(`share-${shareOf(plan, queue)}-${paceWord(pace)}`, {
          count: queue.items.length,
          minutes: queue.minutes,
        })}
        {sentenceGap(i18n.language)}
        {pace === null ? (
          <NearTheEnd plan={plan} queue={queue} />
        ) : (
          <Feasible plan={plan} pace={pace} />
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
function shareOf({ budget }: DayPlan, { items }: Today): 'questions' | 'dayOff' | 'nothing' {
  if (items.length > 0) return 'questions';
  return budget.today === 0 ? 'dayOff' : 'nothing';
}

const setMinutesOf = ({ budget }: DayPlan): number => Math.round(budget.set / 60);

/** What the minutes that are set come to; `null` on the eve, and where nothing is looked ahead to. */
function paceOf(plan: DayPlan): Pace | null {
  const { outlooks, budget, exam, day } = plan;
  if (outlooks.length === 0 || exam - day === 1) return null;
  return paceAt(outlooks, budget, setMinutesOf(plan));
}

function paceWord(pace: Pace | null): 'plain' | 'onPace' | 'behind' {
  if (pace === null) return 'plain';
  return pace.meetsAll ? 'onPace' : 'behind';
}

/** How many of the concepts the minutes that are set will meet, and how many minutes meet all. */
function Feasible({ plan, pace }: { readonly plan: DayPlan; readonly pace: Pace }) {
  const { t } = useTranslation('plan');
  const count = setMinutesOf(plan);
  if (pace.meetsAll) return t('feasible', { count });
  const all = minutesForAll(plan.outlooks, plan.budget);
  return t(all === null ? 'infeasibleAnyway' : 'infeasible', {
    count,
    percent: percent(pace.met),
    all: all ?? 0,
  });
}

/** The eve and the last days, when what was met is only kept. */
function NearTheEnd({ plan: { exam, day }, queue }: Pick<PlanCardProps, 'plan' | 'queue'>) {
  const { t } = useTranslation('plan');
  if (exam - day === 1) return t(queue.items.length > 0 ? 'eve' : 'eveDone');
  return exam - day <= LAST_DAYS ? t('lastDays') : null;
}

const LEAST_MINUTES = 5;

/** What other minutes a day would come to, from what was worked out with the plan. */
function OtherMinutes({ plan }: Pick<PlanCardProps, 'plan'>) {
  const { outlooks, budget } = plan;
  const { t } = useTranslation('plan');
  const { clock } = useStores();
  const record = useLearner((state) => state.record);
  const id = useId();
  const set = setMinutesOf(plan);
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
