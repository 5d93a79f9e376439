import { useEffect, useState } from 'react';
import type { Result } from '#core/result.ts';
import type { FileTrouble } from '#state/library.ts';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: FileTrouble };

/**
 * A file of a pack. What is there stays until the next one has come, so that another language causes no flicker.
 * @param read must stay the same function while the same file is wanted
 */
export function useLoaded<T>(
  read: () => Promise<Result<T, FileTrouble>>,
): readonly [Loaded<T>, () => void] {
  const [attempt, setAttempt] = useState(0);
  const [last, setLast] = useState<{ readonly attempt: number; readonly loaded: Loaded<T> }>({
    attempt,
    loaded: { status: 'loading' },
  });
  // The files are outside React.
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const result = await read();
      const loaded: Loaded<T> = result.ok
        ? { status: 'ready', value: result.value }
        : { status: result.error };
      if (isCurrent) setLast({ attempt, loaded });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [read, attempt]);
  const present: Loaded<T> = last.attempt === attempt ? last.loaded : { status: 'loading' };
  return [present, () => setAttempt(attempt + 1)];
}
