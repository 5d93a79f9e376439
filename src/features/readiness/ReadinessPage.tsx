import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { examDayOf } from '#core/exam/date.ts';
import type { Subject } from '#core/exam/subject.ts';
import { localized, type Language } from '#core/language.ts';
import { ExamEndNotice } from '#question/ExamEndNotice.tsx';
import { useExamEnd } from '#state/exam-end.ts';
import { findReadiness, type ReadinessFound } from '#state/readiness.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { useSubjects } from '#state/subjects.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Evidence } from './Evidence.tsx';
import { Record } from './Record.tsx';
import { VerdictPart } from './VerdictPart.tsx';
import { Working } from './Working.tsx';
import './Readiness.css';

/** How likely the learner is to pass, how sure that is, and what it was worked out from. */
export function ReadinessPage() {
  const { t } = useTranslation('readiness');
  const subjects = useSubjects();
  return (
    <div className="ready">
      <PageTitle of={t('title')} />
      {subjects === null ? <Pending /> : <Chosen subjects={subjects} />}
    </div>
  );
}

function Pending() {
  const { t } = useTranslation('readiness');
  return (
    <>
      <h1>{t('title')}</h1>
      <output>{t('working')}</output>
    </>
  );
}

/** The exam that is asked for, else the one that is set, else the first. */
function Chosen({ subjects }: { readonly subjects: readonly Subject[] }) {
  const { t } = useTranslation('readiness');
  const settings = useLearner((state) => state.learner.settings);
  const [params, setParams] = useSearchParams();
  const byId = (id: string | null) => subjects.find(({ blueprint }) => blueprint.id === id);
  const subject = byId(params.get('exam')) ?? byId(settings.exam) ?? subjects[0];
  const language = questionLanguageOf(settings);
  if (subject === undefined)
    return (
      <>
        <h1>{t('title')}</h1>
        <p>{t('noExam')}</p>
      </>
    );
  return (
    <>
      {subjects.length > 1 && (
        <ExamChoice
          {...{ subjects, subject, language }}
          onChoose={(id) => setParams({ exam: id }, { replace: true })}
        />
      )}
      <Found key={subject.blueprint.id} subject={subject} language={language} />
    </>
  );
}

interface ExamChoiceProps {
  readonly subjects: readonly Subject[];
  readonly subject: Subject;
  readonly language: Language;
  readonly onChoose: (id: string) => void;
}

/** A pack's own exam goes by the name of the pack, a real one by its own. */
function nameOf({ packs, blueprint, covers }: Subject, language: Language): string {
  const [pack] = packs;
  const title = covers || pack === undefined ? blueprint.title : pack.title;
  return localized(title, language, pack?.languages[0]) ?? blueprint.id;
}

function ExamChoice({ subjects, subject, language, onChoose }: ExamChoiceProps) {
  const { t } = useTranslation('readiness');
  return (
    <label className="ready-choice">
      <span>{t('exam')}</span>
      <select value={subject.blueprint.id} onChange={(event) => onChoose(event.target.value)}>
        {subjects.map((each) => (
          <option key={each.blueprint.id} value={each.blueprint.id}>
            {nameOf(each, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FoundProps {
  readonly subject: Subject;
  readonly language: Language;
}

/** `null` until it is worked out. */
function useReadiness(subject: Subject, attempt: number): ReadinessFound | 'failed' | null {
  const stores = useStores();
  const learner = useLearner((state) => state.learner);
  const [found, setFound] = useState<{
    readonly attempt: number;
    readonly result: ReadinessFound | 'failed';
  }>();
  // The journal is outside React.
  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const isExam = learner.settings.exam === subject.blueprint.id;
      const day = isExam ? examDayOf(learner.settings) : null;
      const result = await findReadiness(stores, learner, subject, day).catch(
        () => 'failed' as const,
      );
      if (isCurrent) setFound({ attempt, result });
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [stores, learner, subject, attempt]);
  return found?.attempt === attempt ? found.result : null;
}

function Found({ subject, language }: FoundProps) {
  const { t } = useTranslation('readiness');
  const [attempt, setAttempt] = useState(0);
  const found = useReadiness(subject, attempt);
  const end = useExamEnd(subject.blueprint.id);
  if (found === null) return <Pending />;
  if (found === 'failed')
    return (
      <>
        <h1>{t('title')}</h1>
        <Notice
          kind="error"
          action={<Button onClick={() => setAttempt(attempt + 1)}>{t('tryAgain')}</Button>}
        >
          {t('failed')}
        </Notice>
      </>
    );
  const { readiness, today, isPartial } = found;
  return (
    <>
      <VerdictPart {...{ subject, readiness, today, language }} />
      <ExamEndNotice end={end} />
      {isPartial && <Notice kind="info">{t('partial')}</Notice>}
      <Evidence figures={readiness.figures} />
      <Working {...{ subject, language }} figures={readiness.figures} />
      <Record predictions={readiness.record.predictions} />
    </>
  );
}
