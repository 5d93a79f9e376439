import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { Attempt } from '#core/exam/attempt.ts';
import { questionKey } from '#core/exam/pool.ts';
import { QuestionBar } from '#question/QuestionBar.tsx';
import { useSitting } from '#state/exam/react.ts';
import { findConcept, shownPackLanguage } from '#state/library.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { announce } from '#ui/announce.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { ExamClock, useWatch } from './ExamClock.tsx';

/** The line above: leave, the clock, language, flag, review. */
export function ExamBar({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation('exam');
  const watch = useWatch();
  const place = useSitting((state) => state.place);
  const language = useSitting((state) => state.language);
  const speak = useSitting((state) => state.speak);
  const flag = useSitting((state) => state.flag);
  const go = useSitting((state) => state.go);
  const packs = useLibrary((state) => state.packs);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const question = place === null ? undefined : attempt.form.questions[place];
  if (question === undefined)
    return (
      <header className="exam-bar">
        <Leave />
        <ExamClock {...watch} />
      </header>
    );
  const found = findConcept(packs, question.pack, question.concept);
  const flagged = attempt.flagged.has(questionKey(question));
  return (
    <header>
      <QuestionBar
        start={<Leave />}
        languages={found?.pack.languages ?? [language]}
        language={found ? shownPackLanguage(found.pack, language) : language}
        onLanguage={speak}
        flagged={flagged}
        onFlag={() => {
          flag();
          announce(t(flagged ? 'unflagged' : 'flagged'));
        }}
        end={
          <Button cap={singleKeys ? 'R' : undefined} onClick={() => go(null)}>
            {t('review')}
          </Button>
        }
        singleKeys={singleKeys}
      >
        <ExamClock {...watch} />
      </QuestionBar>
    </header>
  );
}

function Leave() {
  const { t } = useTranslation('exam');
  return (
    <Link className="exam-leave" to="/exam" aria-label={t('leave')} title={t('leave')}>
      <Icon name="cross" />
    </Link>
  );
}
