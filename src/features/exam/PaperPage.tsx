import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams } from 'react-router';
import type { Form } from '#core/exam/form.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Subject } from '#core/exam/subject.ts';
import type { Language } from '#core/language.ts';
import { codeOf, readCode, sharedForm } from '#state/exam/forms.ts';
import { useExams } from '#state/exam/react.ts';
import { sheetsOf, type Sheets } from '#state/exam/report.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { useSubjects } from '#state/subjects.ts';
import { Button } from '#ui/Button.tsx';
import { LanguageToggle } from '#ui/LanguageToggle.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { AnswerKey, AnswerSheet, Paper } from './Paper.tsx';
import { Reading } from './Reading.tsx';
import { titleIn } from './words.ts';
import './Exam.css';
import './Paper.css';

/** A form on paper: of an exam that is over, or of a code that a class will sit. */
export function PaperPage() {
  const { t } = useTranslation('exam');
  const { exam, code } = useParams();
  const status = useExams((state) => state.status);
  const attempts = useExams((state) => state.attempts);
  const attempt = attempts.find((one) => one.exam === exam);
  const subjects = useSubjects();
  const form = code === undefined ? overForm(attempt) : formOfCode(code, subjects ?? []);
  if (status !== 'ready' || (code !== undefined && subjects === null)) return <Reading />;
  if (form === null)
    return (
      <div className="exams">
        <PageTitle of={t('paper')} />
        <h1>{t('unknownTitle')}</h1>
        <p>{t('unknownBody')}</p>
        <Link to="/exam">{t('toExams')}</Link>
      </div>
    );
  const running = attempts.find(({ end }) => end === null);
  if (running !== undefined && hasInCommon(form, running.form))
    return <Withheld exam={running.exam} />;
  return <OnPaper form={form} />;
}

/** With its answers a paper would tell those of the exam that is being sat. */
function hasInCommon(form: Form, other: Form): boolean {
  const keys = new Set(other.questions.map(questionKey));
  return form.questions.some((question) => keys.has(questionKey(question)));
}

function Withheld({ exam }: { readonly exam: string }) {
  const { t } = useTranslation('exam');
  return (
    <div className="exams">
      <PageTitle of={t('paper')} />
      <h1>{t('runningTitle')}</h1>
      <p>{t('paperRunning')}</p>
      <Link to={`/exam/${exam}`}>{t('goOn')}</Link>
    </div>
  );
}

/** What runs is not printed: it would show every question at once, outside of the clock's sight. */
const overForm = (attempt: { form: Form; end: unknown } | undefined): Form | null =>
  attempt === undefined || attempt.end === null ? null : attempt.form;

function formOfCode(code: string, subjects: readonly Subject[]): Form | null {
  const read = readCode(code, subjects);
  if (!read.ok) return null;
  const form = sharedForm(read.value.subject, { seed: read.value.seed, extraMinutes: 0 });
  return form.ok ? form.value : null;
}

function useSheets(form: Form, language: Language): Sheets | null {
  const { library } = useStores();
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const name = JSON.stringify([form.seed, form.questions, language]);
  // The files are outside React.
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const found = await sheetsOf({ library }, form, language);
      if (isCurrent) setSheets(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the name stands for the form, which is made anew each time
  }, [library, name]);
  return sheets;
}

function OnPaper({ form }: { readonly form: Form }) {
  const { t } = useTranslation('exam');
  const set = useLearner((state) => questionLanguageOf(state.learner.settings));
  const [language, setLanguage] = useState(set);
  const [hasKey, setHasKey] = useState(false);
  const sheets = useSheets(form, language);
  const code = codeOf(form);
  return (
    <div className="exams paper">
      <PageTitle of={t('paper')} />
      <PaperBar {...{ form, language, setLanguage, hasKey, setHasKey }} />
      <h1 lang={language}>{titleIn(form.blueprint, language)}</h1>
      <p className="paper-head">
        <span>{t('questions', { count: form.questions.length })}</span>
        <span>{t('minutes', { count: form.blueprint.minutes })}</span>
        {code !== null && (
          <span>
            {t('codeIs')} <b className="exam-code">{code}</b>
          </span>
        )}
        <span className="paper-line">{t('name')}</span>
        <span className="paper-line">{t('date')}</span>
      </p>
      {sheets === null && <output>{t('loading')}</output>}
      {sheets !== null && sheets.status !== 'ready' && (
        <Notice kind="error">
          {t(sheets.status === 'offline' ? 'questionOffline' : 'questionGone')}
        </Notice>
      )}
      {sheets?.status === 'ready' && (
        <>
          <Paper form={form} sheets={sheets.sheets} />
          <AnswerSheet form={form} sheets={sheets.sheets} />
          {hasKey && <AnswerKey form={form} sheets={sheets.sheets} />}
        </>
      )}
    </div>
  );
}

interface PaperBarProps {
  readonly form: Form;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly hasKey: boolean;
  readonly setHasKey: (hasKey: boolean) => void;
}

/** What is not printed: the language, whether the answers come along, and the printer. */
function PaperBar({ form, language, setLanguage, hasKey, setHasKey }: PaperBarProps) {
  const { t } = useTranslation('exam');
  const packs = useLibrary((state) => state.packs);
  const pack = packs.find(({ uid }) => uid === form.packs[0]?.uid);
  return (
    <div className="exam-no-print exams-acts">
      <Button look="primary" onClick={() => window.print()}>
        {t('printNow')}
      </Button>
      <LanguageToggle
        label={t('language')}
        languages={pack?.languages ?? [language]}
        value={language}
        onChange={setLanguage}
      />
      <label className="exams-switch">
        <input
          type="checkbox"
          checked={hasKey}
          onChange={(event) => setHasKey(event.target.checked)}
        />
        <span>{t('withKey')}</span>
      </label>
    </div>
  );
}
