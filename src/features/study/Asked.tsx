import { useState } from 'react';
import type { Confidence } from '#core/answer/response.ts';
import type { Slug } from '#core/ids.ts';
import { isStale } from '#core/insight/stale.ts';
import { itemKey } from '#core/study/item.ts';
import { orderShown } from '#core/study/order-shown.ts';
import type { Asking } from '#core/study/session-state.ts';
import { toResponse, type Draft } from '#question/draft.ts';
import { keptDraft } from '#question/kept-draft.ts';
import { QuestionView } from '#question/QuestionView.tsx';
import { useLearner, useSession } from '#state/react.tsx';
import type { Content } from '#state/session-desk.ts';
import { useHead } from './head.ts';

interface AskedProps {
  readonly session: Asking;
  readonly content: Extract<Content, { status: 'ready' }>;
}

/** A browser that loses what has the focus lays out the half-changed page; it costs nothing before the change. */
function letFocusGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** The question that waits for its answer. What was chosen so far outlives a reload. */
export function Asked({ session, content }: AskedProps) {
  const { scenario } = content;
  const keepDraft = useSession((state) => state.keepDraft);
  const draftOf = useSession((state) => state.draftOf);
  const answer = useSession((state) => state.answer);
  const undo = useSession((state) => state.undo);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const [draft, setDraft] = useState<Draft>(() => keptDraft(scenario, draftOf(session.item)));
  const [struck, setStruck] = useState<ReadonlySet<Slug>>(new Set());
  const head = useHead(session.item, content);
  const isChanged = useLearner(({ learner }) => {
    const seen = learner.scenarios.get(itemKey(session.item));
    return seen !== undefined && isStale(seen, scenario);
  });

  const submit = (confidence: Confidence | null) => {
    letFocusGo();
    answer(confidence === null ? null : toResponse(draft), confidence);
  };
  return (
    <QuestionView
      {...head}
      isChanged={isChanged}
      shown={orderShown(session, scenario)}
      draft={draft}
      onDraft={(next) => {
        setDraft(next);
        keepDraft(session.item, { ...next });
      }}
      struck={struck}
      onStruck={setStruck}
      onSubmit={submit}
      onUndo={session.turns.length > 0 ? undo : undefined}
      singleKeys={singleKeys}
      takesFocus
    />
  );
}
