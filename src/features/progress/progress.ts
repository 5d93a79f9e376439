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
  /** Tries once more, where it could not be worked out; else `null`. */
  readonly tryAgain: (() => void) | null;
}

const isOf = (parts: readonly unknown[], of: readonly unknown[] | undefined): boolean =>
  of !== undefined && parts.every((part, i) => part === of[i]);

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
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<readonly unknown[]>();
  // The journal is outside React.
  useEffect(() => {
    let isCurrent = true;
    const work = async () => {
      try {
        const progress = await progressOf(stores, scope, clock);
        if (isCurrent) setShown({ of: [scope, head, packs], progress });
      } catch {
        if (isCurrent) setFailed([scope, head, packs, attempt]);
      }
    };
    void work();
    return () => {
      isCurrent = false;
    };
  }, [stores, scope, clock, head, packs, attempt]);
  const wanted = [scope, head, packs];
  const hasFailed = isOf([...wanted, attempt], failed);
  return {
    progress: shown?.progress ?? null,
    isBusy: !hasFailed && !isOf(wanted, shown?.of),
    tryAgain: hasFailed ? () => setAttempt(attempt + 1) : null,
  };
}
