import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { sentenceGap } from '#core/language.ts';
import { tookMillis, type Attempt } from '#core/exam/attempt.ts';
import { codeOf } from '#state/exam/forms.ts';
import { scoreOf, type Outcome } from '#core/exam/score.ts';
import type { ScenarioKey } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { useExams, useReport } from '#state/exam/react.ts';
import { missedDrill, outcomesOn, type Sheet } from '#state/exam/report.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { DomainTable } from './DomainTable.tsx';
import { Reading } from './Reading.tsx';
import { Reviews } from './Reviews.tsx';
import { ScoreHead } from './ScoreHead.tsx';
import { clockText, momentText, titleIn } from './words.ts';
import './Exam.css';

/** What an exam came to, and every question of it. Looking at it is studying: it is recorded once. */
export function ReportPage() {
  const { t } = useTranslation('exam');
  const { exam } = useParams();
  const status = useExams((state) => state.status);
  const attempt = useExams((state) => state.attempts.find((one) => one.exam === exam));
  if (status !== 'ready') return <Reading />;
  if (attempt === undefined)
    return (
      <div className="exams">
        <h1>{t('unknownTitle')}</h1>
        <p>{t('unknownBody')}</p>
        <Link to="/exam">{t('toExams')}</Link>
      </div>
    );
  if (attempt.end === null) return <Navigate to={`/exam/${attempt.exam}`} replace />;
  return <Report key={attempt.exam} attempt={attempt} />;
}

function Report({ attempt }: { readonly attempt: Attempt }) {
  const { t, i18n } = useTranslation('exam');
  const set = useLearner((state) => questionLanguageOf(state.learner.settings));
  const [language, setLanguage] = useState(set);
  const open = useReport((state) => state.open);
  const status = useReport((state) => state.status);
  const exam = useReport((state) => state.exam);
  const sheets = useReport((state) => state.sheets);
  const isUnrecorded = useReport((state) => state.isUnrecorded);
  // The words of all questions are fetched, then the journal is told: both outside React.
  useEffect(() => {
    void open(attempt, language);
    // oxlint-disable-next-line react/exhaustive-deps -- the attempt changes by what this records
  }, [open, attempt.exam, language]);
  const { form, startedAt } = attempt;
  const isReady = status === 'ready' && exam === attempt.exam;
  const tryAgain = <Button onClick={() => void open(attempt, language)}>{t('tryAgain')}</Button>;
  return (
    <div className="exams">
      <PageTitle of={t('report')} />
      <p className="exams-quiet">
        <Link to="/exam">{t('title')}</Link> · {momentText(startedAt, i18n.language)} ·{' '}
        {t('took', { time: clockText(tookMillis(attempt)) })}
      </p>
      <h1 lang={language}>{titleIn(form.blueprint, language)}</h1>
      {status !== 'ready' && status !== 'loading' && (
        <Notice kind="error" action={tryAgain}>
          {t(status === 'offline' ? 'questionOffline' : 'questionGone')}
        </Notice>
      )}
      {isReady && isUnrecorded && (
        <Notice kind="error" action={tryAgain}>
          {t('unrecorded')}
        </Notice>
      )}
      {isReady ? (
        <Ready attempt={attempt} sheets={sheets} language={language} onLanguage={setLanguage} />
      ) : (
        status === 'loading' && <output>{t('loading')}</output>
      )}
    </div>
  );
}

interface ReadyProps {
  readonly attempt: Attempt;
  readonly sheets: readonly Sheet[];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function Ready({ attempt, sheets, language, onLanguage }: ReadyProps) {
  const { t } = useTranslation('exam');
  const outcomes = outcomesOn(attempt, sheets);
  const score = scoreOf(attempt.form, outcomes);
  const code = codeOf(attempt.form);
  return (
    <>
      <ScoreHead attempt={attempt} score={score} />
      <Acts attempt={attempt} outcomes={outcomes} />
      {code !== null && (
        <p className="exams-quiet">
          {t('codeIs')} <b className="exam-code">{code}</b>
        </p>
      )}
      <DomainTable attempt={attempt} score={score} outcomes={outcomes} language={language} />
      <Reviews
        attempt={attempt}
        sheets={sheets}
        outcomes={outcomes}
        language={language}
        onLanguage={onLanguage}
      />
    </>
  );
}

interface ActsProps {
  readonly attempt: Attempt;
  readonly outcomes: ReadonlyMap<ScenarioKey, Outcome>;
}

/** What can be done with it. What was wrong is due again anyhow; the drill is for whoever wants it today. */
function Acts({ attempt, outcomes }: ActsProps) {
  const { t, i18n } = useTranslation('exam');
  const { session } = useStores();
  const addUnanswered = useReport((state) => state.addUnanswered);
  const navigate = useNavigate();
  const { packs } = attempt.form;
  const drill = async () => {
    // What could not be noted as not known is left out; the drill is to be had all the same.
    if (hasOpen) await addUnanswered().catch(() => undefined);
    void session.getState().start({ mode: 'drill', filter: missedDrill(attempt.form) });
    void navigate('/study');
  };
  const all = [...outcomes.values()];
  const hasOpen = all.includes('unanswered');
  const hasMissed = hasOpen || all.includes('wrong');
  return (
    <>
      <p className="exams-acts exam-no-print">
        {hasMissed && <Button onClick={() => void drill()}>{t('addToday')}</Button>}
        <Link className={buttonClass()} to={`/exam/${attempt.exam}/paper`}>
          {t('print')}
        </Link>
      </p>
      {hasMissed && (
        <p className="exams-quiet exam-no-print">
          {t(packs.length > 1 ? 'addTodayBodyMany' : 'addTodayBody')}
          {hasOpen && sentenceGap(i18n.language) + t('addTodayOpen')}
        </p>
      )}
    </>
  );
}
