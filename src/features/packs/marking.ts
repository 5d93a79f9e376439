import type { MarkFact } from '#core/study/session-state.ts';
import { useStores } from '#state/react.tsx';

/** Records a mark. A running session takes what is left out of study from its own queue as well. */
export function useMarking(): (fact: MarkFact) => void {
  const { learner, session, clock } = useStores();
  return (fact) => {
    const leavesOut = (fact.type === 'suspended' || fact.type === 'buried') && fact.on;
    if (leavesOut) session.getState().mark(fact);
    else learner.getState().record([fact], clock());
  };
}
