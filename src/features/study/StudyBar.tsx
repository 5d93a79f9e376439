import { useTranslation } from '#ui/words.tsx';
import { targetKey } from '#core/journal/learner-state.ts';
import type { Session } from '#core/study/session-state.ts';
import { QuestionBar } from '#question/QuestionBar.tsx';
import { findConcept, shownPackLanguage } from '#state/library.ts';
import { useLearner, useLibrary, useSession } from '#state/react.tsx';
import { announce } from '#ui/announce.ts';
import { Icon } from '#ui/Icon.tsx';
import { Meter } from '#ui/Meter.tsx';

/** The line above the question: end, progress, language, flag. */
export function StudyBar({ session }: { readonly session: Exclude<Session, { phase: 'done' }> }) {
  const { t } = useTranslation('study');
  const packs = useLibrary((state) => state.packs);
  const marks = useLearner((state) => state.learner.marks);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const language = useSession((state) => state.language);
  const speak = useSession((state) => state.speak);
  const mark = useSession((state) => state.mark);
  const stop = useSession((state) => state.stop);

  const { pack, concept, scenario } = session.item;
  const found = findConcept(packs, pack, concept);
  const target = { pack, concept, scenario };
  const flagged = marks.flagged.has(targetKey(target));
  const answered = session.turns.length;
  const done = session.phase === 'asking' ? answered + 1 : answered;
  const total = done + session.line.items.length;
  const progress = t('progress', { done, total });
  return (
    <header>
      <QuestionBar
        start={
          <button type="button" className="study-end" aria-label={t('stopLabel')} onClick={stop}>
            <Icon name="cross" />
            <span className="question-bar-word">{t('stop')}</span>
          </button>
        }
        languages={found?.pack.languages ?? [language]}
        language={found ? shownPackLanguage(found.pack, language) : language}
        onLanguage={(chosen) => void speak(chosen)}
        flagged={flagged}
        onFlag={() => {
          mark({ type: 'flagged', target, on: !flagged });
          announce(t(flagged ? 'unflagged' : 'flagged'));
        }}
        singleKeys={singleKeys}
      >
        <Meter label={t('progressLabel')} value={answered} max={total} words={progress} />
        <span>{progress}</span>
      </QuestionBar>
    </header>
  );
}
