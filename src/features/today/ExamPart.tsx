import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { examDayOf, firstRetake } from '#core/exam/date.ts';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import { settingFact, type ExamResult } from '#core/journal/settings.ts';
import { localized, sentenceGap } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { QueuePlan, Today } from '#core/study/queue.ts';
import type { Clock, StudyDay } from '#core/time.ts';
import { dayWords } from '#i18n/day-words.ts';
import { ExamEndNotice } from '#question/ExamEndNotice.tsx';
import { useExamEnd } from '#state/exam-end.ts';
import { dayPlan, queuePart, type DayPlan } from '#state/exam-plan.ts';
import { useExamProfiles } from '#state/exams.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { interfaceLanguageOf } from '#state/stores.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { PlanCard } from './PlanCard.tsx';
import './ExamPart.css';

/** The plan of the day as the queue needs it, with the learner that it was made for. */
export type MadePlan = readonly [of: Learner, plan: QueuePlan | undefined];

export interface ExamPartProps {
  readonly learner: Learner;
  readonly packs: readonly PackIndex[];
  readonly clock: Clock;
  /** What is asked today; by the plan as soon as it is there. */
  readonly queue: Today;
  readonly onPlan: (made: MadePlan) => void;
}

/** The exam that is set: the plan to it, its day, and what came of it. */
export function ExamPart(props: ExamPartProps) {
  const { learner, clock } = props;
  const exam = examDayOf(learner.settings);
  const today = learnerDay(learner, clock);
  if (exam === null) return <NoPlan lacks={learner.settings.exam === null ? 'exam' : 'date'} />;
  if (exam > today) return <Ahead {...props} exam={exam} today={today} />;
  return exam === today ? <ExamDay {...props} /> : <Over {...props} exam={exam} />;
}

function NoPlan({ lacks }: { readonly lacks: 'exam' | 'date' }) {
  const { t, i18n } = useTranslation('plan');
  return (
    <p className="today-caption">
      {t(lacks === 'exam' ? 'none' : 'noDate')}
      {sentenceGap(i18n.language)}
      <Link to="/settings#exam">{t(lacks === 'exam' ? 'set' : 'setDate')}</Link>
    </p>
  );
}

/** What the exam is called; its id where it is no longer known. */
function useExamTitle({ learner, packs }: Pick<ExamPartProps, 'learner' | 'packs'>): string {
  const profiles = useExamProfiles() ?? [];
  const { exam } = learner.settings;
  const language = interfaceLanguageOf(learner.settings);
  const pack = packs.find(({ uid }) => uid === exam);
  const title = pack?.title ?? profiles.find(({ id }) => id === exam)?.title ?? {};
  return localized(title, language, pack?.languages[0]) ?? exam ?? '';
}

interface FrameProps {
  readonly title: string;
  readonly caption: string;
  readonly children: ReactNode;
}

function Frame({ title, caption, children }: FrameProps) {
  return (
    <section className="today-section exam-part" aria-labelledby="exam-title">
      <p className="today-caption">{caption}</p>
      <h2 id="exam-title">{title}</h2>
      {children}
    </section>
  );
}

type Made = DayPlan | 'making' | 'none';

/** A plan with what it was made from. */
interface Shown extends Pick<ExamPartProps, 'learner' | 'packs'> {
  readonly plan: Made;
}

/** The plan comes when it is made: the page has been painted long before. */
function usePlan({ learner, packs, clock, onPlan }: ExamPartProps): Made {
  const stores = useStores();
  const [made, setMade] = useState<Shown | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const bring = async () => {
      const plan = await dayPlan(stores, learner, clock);
      if (!isCurrent) return;
      setMade({ learner, packs, plan: plan ?? 'none' });
      onPlan([learner, plan === null ? undefined : queuePart(plan)]);
    };
    void bring();
    return () => {
      isCurrent = false;
    };
  }, [stores, learner, packs, clock, onPlan]);
  return made?.learner === learner && made.packs === packs ? made.plan : 'making';
}

interface AheadProps extends ExamPartProps {
  readonly exam: StudyDay;
  readonly today: StudyDay;
}

function Ahead({ exam, today, ...props }: AheadProps) {
  const { t } = useTranslation('plan');
  const title = useExamTitle(props);
  const plan = usePlan(props);
  const end = useExamEnd(props.learner.settings.exam);
  return (
    <Frame title={t('toGo', { count: exam - today })} caption={title}>
      <ExamEndNotice end={end} />
      {plan === 'making' && <p className="today-caption">{t('making')}</p>}
      {plan === 'none' && <p>{t('cannotPlan')}</p>}
      {typeof plan === 'object' && (
        <PlanCard plan={plan} learner={props.learner} queue={props.queue} title={title} />
      )}
    </Frame>
  );
}

function ExamDay(props: ExamPartProps) {
  const { t } = useTranslation('plan');
  // Today's queue follows it: nothing, unless the learner wants to.
  usePlan(props);
  return (
    <Frame title={t('isToday')} caption={useExamTitle(props)}>
      <p>{t('isTodayBody')}</p>
    </Frame>
  );
}

function Over({ exam, ...props }: ExamPartProps & { readonly exam: StudyDay }) {
  const { t, i18n } = useTranslation('plan');
  const { clock } = useStores();
  const record = useLearner((state) => state.record);
  const profiles = useExamProfiles() ?? [];
  const title = useExamTitle(props);
  const { examResult, exam: id } = props.learner.settings;
  const tell = (result: ExamResult) => record([settingFact('examResult', result)], clock());
  const end = useExamEnd(id);
  const own = props.packs.find(({ uid }) => uid === id)?.exam;
  const byRule = firstRetake(exam, own ?? profiles.find((profile) => profile.id === id));
  const again = end !== null && byRule !== null && byRule > end.last ? null : byRule;
  if (examResult === null)
    return (
      <Frame title={t('howWasIt')} caption={title}>
        <p>{t('howWasItBody', { date: dayWords(exam, i18n.language) })}</p>
        <div className="today-actions">
          <Button onClick={() => tell('passed')}>{t('passed')}</Button>
          <Button onClick={() => tell('failed')}>{t('failed')}</Button>
          <Link className={buttonClass('quiet')} to="/settings#exam">
            {t('moved')}
          </Link>
        </div>
      </Frame>
    );
  return (
    <Frame title={t(`${examResult}Title`)} caption={title}>
      {examResult === 'failed' && <ExamEndNotice end={end} />}
      <p>
        {examResult === 'failed' && again !== null
          ? t('againFrom', { date: dayWords(again, i18n.language) })
          : t(`${examResult}Body`)}
      </p>
      <div className="today-actions">
        <Link className={buttonClass()} to="/settings#exam">
          {t(examResult === 'passed' ? 'nextExam' : 'nextDate')}
        </Link>
      </div>
    </Frame>
  );
}
