import { lazy, Suspense, useMemo, useState } from 'react';
import { localized } from '#core/language.ts';
import { ratings } from '#core/memory/rating.ts';
import type { Item } from '#core/study/item.ts';
import type { Showing } from '#core/study/session-state.ts';
import { FeedbackView } from '#question/FeedbackView.tsx';
import type { NextReview, Saved } from '#question/NextRow.tsx';
import type { SaveMark } from '#state/learner.ts';
import { findConcept } from '#state/library.ts';
import { useLearner, useLibrary, useSession, useStores } from '#state/react.tsx';
import type { Content } from '#state/session-desk.ts';
import type { Stores } from '#state/stores.ts';
import { useHead } from './head.ts';

const ReportMistake = lazy(async () => ({
  default: (await import('#question/ReportMistake.tsx')).ReportMistake,
}));

/** A newer version of the pack can say then that it was mended. */
async function remember(stores: Stores, { pack, concept, scenario }: Item): Promise<void> {
  const { rememberReport } = await import('#state/reports.ts');
  await rememberReport(stores, { pack, concept, scenario });
}

interface AnsweredProps {
  readonly session: Showing;
  readonly content: Extract<Content, { status: 'ready' }>;
}

const savedWords: Readonly<Record<SaveMark, Saved | undefined>> = {
  none: undefined,
  saving: 'saving',
  both: 'saved',
  twin: 'saved',
  local: 'fragile',
  memory: 'failed',
};

function nextReview({ item, line, due, occasion, rating }: Showing): NextReview {
  const again = line.items.some(
    ({ pack, concept }) => pack === item.pack && concept === item.concept,
  );
  return { due, today: occasion.day, rating, again };
}

/** After the answer the concept may be named. */
const useLabels = (before: readonly string[] = [], title: string | undefined) =>
  useMemo(() => [...before, ...(title === undefined ? [] : [title])], [before, title]);

/** The verdict, why, and when the concept comes back. */
export function Answered({ session, content }: AnsweredProps) {
  const { item, rating } = session;
  const [isReporting, setReporting] = useState(false);
  const stores = useStores();
  const head = useHead(item, content);
  const mark = useLearner((state) => state.mark);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const { overrule, undo, next } = useSession((state) => state);
  const packs = useLibrary((state) => state.packs);
  const found = findConcept(packs, item.pack, item.concept);
  const title = found && localized(found.concept.title, head.language, found.pack.languages[0]);
  const labels = useLabels(head.labels, title);
  const note = found?.concept.note;
  return (
    <>
      <FeedbackView
        {...head}
        isChanged={session.isChanged}
        labels={labels}
        shown={session.shown}
        response={session.response}
        confidence={session.confidence}
        verdict={session.verdict}
        aged={content.chunk.aged.filter(({ ref }) => content.scenario.aged.includes(ref))}
        noteHref={note === undefined ? undefined : `#/packs/${item.pack}/notes/${note}`}
        next={nextReview(session)}
        onOverrule={(value) => overrule(ratings.find((name) => name === value) ?? rating)}
        saved={savedWords[mark]}
        onReport={() => setReporting(true)}
        onNext={next}
        onUndo={undo}
        singleKeys={singleKeys}
        takesFocus
      />
      {isReporting && found && (
        <Suspense fallback={null}>
          <ReportMistake
            pack={found.pack}
            concept={item.concept}
            scenario={content.scenario}
            language={head.language}
            onReported={() => void remember(stores, item)}
            onClose={() => setReporting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
