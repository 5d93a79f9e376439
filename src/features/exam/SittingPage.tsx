import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Link, Navigate, useParams } from 'react-router';
import type { Attempt } from '#core/exam/attempt.ts';
import { loadKinds } from '#question/KindView.tsx';
import { useExams, useSitting } from '#state/exam/react.ts';
import { ExamBar } from './ExamBar.tsx';
import { HandIn } from './HandIn.tsx';
import { Navigator } from './Navigator.tsx';
import { Overview } from './Overview.tsx';
import { Paged } from './Paged.tsx';
import { Reading } from './Reading.tsx';
import { Sat } from './Sat.tsx';
import { useLooking } from './looking.ts';
import './Exam.css';

/** An exam that is being sat. Its time runs whether it is looked at or not. */
export function SittingPage() {
  const { t } = useTranslation('exam');
  const { exam } = useParams();
  const status = useExams((state) => state.status);
  const attempt = useExams((state) => state.attempts.find((one) => one.exam === exam));
  if (status !== 'ready')
    return (
      <main className="exam-wait">
        <Reading />
      </main>
    );
  if (attempt === undefined)
    return (
      <main className="exam-wait">
        <h1>{t('unknownTitle')}</h1>
        <p>{t('unknownBody')}</p>
        <Link to="/exam">{t('toExams')}</Link>
      </main>
    );
  if (attempt.end !== null) return <Navigate to={`/exam/${attempt.exam}/report`} replace />;
  return <Sitting attempt={attempt} />;
}

function Sitting({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation('exam');
  const enter = useSitting((state) => state.enter);
  const current = useSitting((state) => state.exam);
  const place = useSitting((state) => state.place);
  const [isHandingIn, setHandingIn] = useState(false);
  // The store measures time from here on; the rarer kinds of questions come while the first is read.
  useEffect(() => {
    enter(attempt);
    void loadKinds();
  }, [enter, attempt]);
  useLooking();
  if (current !== attempt.exam) return null;
  return (
    <div className="exam">
      <PageTitle of={t('title')} />
      <ExamBar attempt={attempt} />
      {place === null ? (
        <main className="exam-over">
          <Overview attempt={attempt} onHandIn={() => setHandingIn(true)} />
        </main>
      ) : (
        <div className="exam-desk">
          <main>
            <h1 className="exam-number">
              {t('number', { number: place + 1, total: attempt.form.questions.length })}
            </h1>
            <Sat key={place} attempt={attempt} place={place} />
            <Paged place={place} total={attempt.form.questions.length} />
          </main>
          <Navigator attempt={attempt} place={place} />
        </div>
      )}
      {isHandingIn && <HandIn attempt={attempt} onClose={() => setHandingIn(false)} />}
    </div>
  );
}
