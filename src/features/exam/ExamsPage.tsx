import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { tookMillis, type Attempt } from '#core/exam/attempt.ts';
import type { Language } from '#core/language.ts';
import { useExams } from '#state/exam/react.ts';
import { reviewedScore } from '#state/exam/report.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { useSubjects } from '#state/subjects.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { EnterCode } from './EnterCode.tsx';
import { OfferCard } from './OfferCard.tsx';
import { Reading } from './Reading.tsx';
import { clockText, momentText, percentOf, titleIn } from './words.ts';
import './Exam.css';

/** What can be sat, the exam that runs, and what came of those before. */
export function ExamsPage() {
  const { t } = useTranslation('exam');
  const reading = useExams((state) => state.status);
  const attempts = useExams((state) => state.attempts);
  const language = useLearner((state) => questionLanguageOf(state.learner.settings));
  const subjects = useSubjects();
  const offers = subjects ?? [];
  const status = subjects === null ? 'loading' : reading;
  const running = attempts.find(({ end }) => end === null);
  const over = attempts.filter(({ end }) => end !== null).toReversed();
  return (
    <div className="exams">
      <PageTitle of={t('title')} />
      <h1>{t('title')}</h1>
      <p className="exams-lead">
        {t('lead')} <Link to="/readiness">{t('readiness')}</Link>
      </p>
      {status !== 'ready' && <Reading />}
      {status === 'ready' && running && <Running attempt={running} language={language} />}
      {status === 'ready' && !running && (
        <>
          {offers.length === 0 && <Notice kind="info">{t('noOffers')}</Notice>}
          <ul className="exams-offers">
            {offers.map((offer) => (
              <li key={offer.blueprint.id}>
                <OfferCard offer={offer} attempts={attempts} language={language} />
              </li>
            ))}
          </ul>
          {offers.length > 0 && <EnterCode offers={offers} language={language} />}
        </>
      )}
      {status === 'ready' && <History attempts={over} language={language} />}
    </div>
  );
}

interface RunningProps {
  readonly attempt: Attempt;
  readonly language: Language;
}

function Running({ attempt, language }: RunningProps) {
  const { t } = useTranslation('exam');
  return (
    <Notice
      kind="warn"
      title={t('runningTitle')}
      action={
        <Link className={buttonClass('primary')} to={`/exam/${attempt.exam}`}>
          {t('goOn')}
        </Link>
      }
    >
      {t('runningBody', { title: titleIn(attempt.form.blueprint, language) })}
    </Notice>
  );
}

interface HistoryProps {
  readonly attempts: readonly Attempt[];
  readonly language: Language;
}

function History({ attempts, language }: HistoryProps) {
  const { t } = useTranslation('exam');
  return (
    <section aria-labelledby="exam-history">
      <h2 id="exam-history">{t('history')}</h2>
      {attempts.length === 0 ? (
        <p className="exams-quiet">{t('historyNone')}</p>
      ) : (
        <ol className="exams-history">
          {attempts.map((attempt) => (
            <Past key={attempt.exam} attempt={attempt} language={language} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Past({ attempt, language }: { readonly attempt: Attempt; readonly language: Language }) {
  const { t, i18n } = useTranslation('exam');
  const title = titleIn(attempt.form.blueprint, language);
  return (
    <li className="exams-past">
      <Link to={`/exam/${attempt.exam}/report`}>
        {title} · {momentText(attempt.startedAt, i18n.language)}
      </Link>
      <Came attempt={attempt} />
      <span className="exams-quiet">{t('took', { time: clockText(tookMillis(attempt)) })}</span>
    </li>
  );
}

/** What came of it, in a line. */
function Came({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation('exam');
  const packs = useLibrary((state) => state.packs);
  const score = reviewedScore(attempt, packs);
  if (score === null) return <span>{t('notReviewed')}</span>;
  if (score.total === 0) return <span>{t('outcome-void')}</span>;
  return (
    <span className={score.isPassed ? 'exam-passed' : 'exam-failed'}>
      <Icon name={score.isPassed ? 'check' : 'cross'} />
      {t(score.isPassed ? 'passed' : 'failed')}
      {' · '}
      {t('rightOf', {
        right: score.right,
        total: score.total,
        percent: percentOf(score.share.value),
      })}
    </span>
  );
}
