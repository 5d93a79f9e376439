import { createElement, lazy, useState, type ComponentType } from 'react';

/** A part of the page in a chunk of its own, and what brings it here before it is shown. */
export interface EarlyPart<P extends object> {
  readonly Part: ComponentType<P>;
  readonly bring: () => Promise<unknown>;
}

/**
 * A part that shows at once when it has been brought. `lazy` would suspend for a moment even then, and React keeps
 * what suspends after a tap from the screen for 300 ms.
 */
export function earlyPart<P extends object>(load: () => Promise<ComponentType<P>>): EarlyPart<P> {
  let here: ComponentType<P> | null = null;
  const bring = async (): Promise<ComponentType<P>> => {
    const view = await load();
    here = view;
    return view;
  };
  const Late: ComponentType<P> = lazy(async () => ({ default: await bring() }));
  function Part(props: P) {
    // The choice stands as long as the part does: another component would begin anew.
    const [view] = useState<ComponentType<P>>(() => here ?? Late);
    return createElement(view, props);
  }
  return { Part, bring };
}
