import { useEffect, useState } from 'react';
import type { Session, Showing } from '#core/study/session-state.ts';
import { loadKinds } from '#question/KindView.tsx';
import type { Content } from '#state/session-desk.ts';
import { useSession } from '#state/react.tsx';
import { earlyPart } from '#ui/early-part.ts';
import { whenIdle } from '#ui/idle.ts';

export const answered = earlyPart(async () => (await import('./Answered.tsx')).Answered);

interface Ahead {
  /** The session at the question that it foresees the feedback of. */
  readonly asking: Session;
  readonly showing: Showing | null;
}

/**
 * The feedback is brought while the learner thinks, and then made out of sight, as after "I don't know": the tap only
 * changes what differs. What does not come now is asked for again, and said then.
 * @returns `null` until it has been brought
 */
export function useAhead(session: Session, content: Content): Showing | null {
  const foresee = useSession((state) => state.foresee);
  const [ahead, setAhead] = useState<Ahead | null>(null);
  useEffect(() => {
    if (content.status !== 'ready' || session.phase !== 'asking') return undefined;
    let isOver = false;
    let cancel = () => {};
    const make = () => setAhead({ asking: session, showing: foresee() });
    const bring = async () => {
      await answered.bring();
      await loadKinds();
      if (!isOver) cancel = whenIdle(make);
    };
    bring().catch(() => undefined);
    return () => {
      isOver = true;
      cancel();
    };
  }, [content.status, session, foresee]);
  return ahead?.asking === session ? ahead.showing : null;
}
