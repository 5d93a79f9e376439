import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { packBlueprint } from '#core/exam/blueprint.ts';
import { examDayOf } from '#core/exam/date.ts';
import { ownExam, type Subject } from '#core/insight/exam-figures.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { findReadiness, type ReadinessFound } from '#state/readiness.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Evidence } from './Evidence.tsx';
import { Record } from './Record.tsx';
import { VerdictPart } from './VerdictPart.tsx';
import { Working } from './Working.tsx';
import './Readiness.css';

/** The exams that can be prepared for. */
const subjectsOf = (packs: readonly PackIndex[]): readonly Subject[] =>
  packs.flatMap((pack) => ownExam(pack, packBlueprint(pack)) ?? []);

/** How likely the learner is to pass, how sure that is, and what it was worked out from. */
export function ReadinessPage() {
  const { t } = useTranslation('readiness');
  const packs = useLibrary((state) => state.packs);
  const settings = useLearner((state) => state.learner.settings);
  const [params, setParams] = useSearchParams();
  const subjects = subjectsOf(packs);
  const wanted = params.get('pack');
  const subject = subjects.find(({ pack }) => pack.uid === wanted) ?? subjects[0];
  const language = questionLanguageOf(settings);
  return (
    <div className="ready">
      <PageTitle of={t('title')} />
      {subjects.length > 1 && subject && (
        <PackChoice
          {...{ subjects, subject, language }}
          onChoose={(uid) => setParams({ pack: uid }, { replace: true })}
        />
      )}
      {subject ? (
        <Found key={subject.pack.uid} subject={subject} language={language} />
      ) : (
        <>
          <h1>{t('title')}</h1>
          <p>{t('noExam')}</p>
        </>
      )}
    </div>
  );
}

interface PackChoiceProps {
  readonly subjects: readonly Subject[];
  readonly subject: Subject;
  readonly language: Language;
  readonly onChoose: (uid: string) => void;
}

function PackChoice({ subjects, subject, language, onChoose }: PackChoiceProps) {
  const { t } = useTranslation('readiness');
  return (
    <label className="ready-choice">
      <span>{t('pack')}</span>
      <select value={subject.pack.uid} onChange={(event) => onChoose(event.target.value)}>
        {subjects.map(({ pack }) => (
          <option key={pack.uid} value={pack.uid}>
            {localized(pack.title, language, pack.languages[0]) ?? pack.uid}
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

function useReadiness(subject: Subject): ReadinessFound | null {
  const stores = useStores();
  const learner = useLearner((state) => state.learner);
  const [found, setFound] = useState<ReadinessFound | null>(null);
  const { pack } = subject;
  // The journal is outside React.
  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const made = ownExam(pack, packBlueprint(pack));
      const isExam = learner.settings.exam === pack.uid;
      const day = isExam ? examDayOf(learner.settings) : null;
      const next = made && (await findReadiness(stores, learner, made, day));
      if (isCurrent) setFound(next);
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [stores, learner, pack]);
  return found;
}

function Found({ subject, language }: FoundProps) {
  const { t } = useTranslation('readiness');
  const found = useReadiness(subject);
  if (found === null)
    return (
      <>
        <h1>{t('title')}</h1>
        <output>{t('working')}</output>
      </>
    );
  const { readiness, today, isPartial } = found;
  return (
    <>
      <VerdictPart {...{ subject, readiness, today, language }} />
      {isPartial && <Notice kind="info">{t('partial')}</Notice>}
      <Evidence figures={readiness.figures} />
      <Working {...{ subject, language }} figures={readiness.figures} />
      <Record predictions={readiness.record.predictions} />
    </>
  );
}
