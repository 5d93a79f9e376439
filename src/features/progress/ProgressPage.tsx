import { sentenceGap, type Language } from '#core/language.ts';
import { useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { studyDayOf, type StudyDay } from '#core/time.ts';
import { useDayClock } from '#state/next-day.ts';
import type { Progress } from '#state/progress.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { FigureList } from './FigureList.tsx';
import { namesIn, type Names, type Words } from './numbers.ts';
import { useProgress } from './progress.ts';
import { paramsOf, scopeOf } from './scope-params.ts';
import { ScopeForm } from './ScopeForm.tsx';
import './Progress.css';

/** What the answers say, in pictures, each with its sentence and how sure it is. */
export function ProgressPage() {
  const { t } = useTranslation('progress');
  const hasAnswers = useLearner((state) => state.learner.answers > 0);
  return (
    <div className="progress">
      <PageTitle of={t('title')} />
      <header className="progress-head">
        <h1>{t('title')}</h1>
        <p className="progress-lead">{hasAnswers ? t('lead') : t('emptyBody')}</p>
        {hasAnswers && <Link to="/readiness">{t('readiness')}</Link>}
      </header>
      {hasAnswers ? <Pictures /> : <Nothing />}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation('progress');
  return (
    <section className="progress-empty">
      <h2>{t('emptyTitle')}</h2>
      <div>
        <Link className={buttonClass('primary')} to="/">
          {t('emptyAction')}
        </Link>
      </div>
    </section>
  );
}

/** @param language of the questions */
function useNames(language: Language, today: StudyDay): Names {
  const { i18n } = useTranslation('progress');
  const packs = useLibrary((state) => state.packs);
  return useMemo(
    () => namesIn(packs, language, i18n.language, today),
    [packs, language, i18n.language, today],
  );
}

function Pictures() {
  const { t, i18n } = useTranslation('progress');
  const stores = useStores();
  const navigate = useNavigate();
  const clock = useDayClock();
  const settings = useLearner((state) => state.learner.settings);
  const packs = useLibrary((state) => state.packs);
  const [params, setParams] = useSearchParams();
  const scope = useMemo(() => scopeOf(params, packs), [params, packs]);
  const { progress, isBusy, tryAgain } = useProgress(scope, clock);
  const language = questionLanguageOf(settings);
  const names = useNames(language, studyDayOf(clock, settings.dayStart));
  return (
    <>
      <ScopeForm
        {...{ scope, packs, names, language }}
        onChange={(chosen) => setParams(paramsOf(chosen), { replace: true })}
      />
      {tryAgain === null ? (
        <output className="progress-state">
          {progress === null
            ? t('reading')
            : isBusy
              ? t('counting')
              : groundWords(t, progress, i18n.language)}
        </output>
      ) : (
        <Notice kind="error" action={<Button onClick={tryAgain}>{t('tryAgain')}</Button>}>
          {t('failed')}
        </Notice>
      )}
      {progress !== null && (
        <div className="progress-body" aria-busy={isBusy}>
          <FigureList
            progress={progress}
            names={names}
            onContrast={({ pack, right, taken }) => {
              const filter = { pack, only: 'contrast', pair: [right, taken] } as const;
              void stores.session.getState().start({ mode: 'drill', filter });
              void navigate('/study');
            }}
          />
        </div>
      )}
    </>
  );
}

/** What is counted, and what is not. */
function groundWords(t: Words, { figures, inFiles }: Progress, language: string): string {
  const { answers, outdated, gone, activity } = figures;
  return [
    activity.answers === 0 ? t('scopeEmpty') : t('counted', { count: answers }),
    ...(outdated > 0 ? [t('outdated', { count: outdated })] : []),
    ...(gone > 0 ? [t('gone', { count: gone })] : []),
    ...(inFiles > 0 ? [t('inFiles', { count: inFiles })] : []),
  ].join(sentenceGap(language));
}
