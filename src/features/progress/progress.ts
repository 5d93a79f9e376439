import { useEffect, useState } from 'react';
import type { Scope } from '#core/insight/scope.ts';
import type { Clock } from '#core/time.ts';
import { progressOf, type Progress } from '#state/progress.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';

/** What is shown, and whether it is being worked out anew. */
export interface ShownProgress {
  /** `null` until the first figures are there. */
  readonly progress: Progress | null;
  readonly isBusy: boolean;
}

/**
 * The figures of a scope. Those that are there stay until the next ones have come.
 * @param scope must stay the same object while the same figures are wanted
 */
export function useProgress(scope: Scope, clock: Clock): ShownProgress {
  const stores = useStores();
  const head = useLearner((state) => state.learner.head);
  const packs = useLibrary((state) => state.packs);
  const [shown, setShown] = useState<{
    readonly of: readonly unknown[];
    readonly progress: Progress;
  }>();
  // The journal is outside React.
  useEffect(() => {
    let isCurrent = true;
    const work = async () => {
      const progress = await progressOf(stores, scope, clock);
      if (isCurrent) setShown({ of: [scope, head, packs], progress });
    };
    void work();
    return () => {
      isCurrent = false;
    };
  }, [stores, scope, clock, head, packs]);
  const wanted = [scope, head, packs];
  const isBusy = shown === undefined || wanted.some((part, i) => part !== shown.of[i]);
  return { progress: shown?.progress ?? null, isBusy };
}
