import { lazy, Suspense, type ComponentType } from 'react';
import type { KindName } from '#core/pack/model.ts';
import type { KindViewProps } from './kind-view.ts';
import { MultipleView } from './MultipleView.tsx';
import { SingleView } from './SingleView.tsx';

const loadOrdering = () => import('./OrderingView.tsx');
const loadMatching = () => import('./MatchingView.tsx');
const loadShort = () => import('./ShortView.tsx');

/** The rarer kinds stay out of the first load. */
const views: { readonly [K in KindName]: ComponentType<KindViewProps<K>> } = {
  single: SingleView,
  multiple: MultipleView,
  ordering: lazy(async () => ({ default: (await loadOrdering()).OrderingView })),
  matching: lazy(async () => ({ default: (await loadMatching()).MatchingView })),
  short: lazy(async () => ({ default: (await loadShort()).ShortView })),
};

export const loadKinds = (): Promise<unknown> =>
  Promise.all([loadOrdering(), loadMatching(), loadShort()]);

/** The view of a kind; the compiler names the one that was left out. */
export function KindView<K extends KindName>(props: KindViewProps<K>) {
  const View: ComponentType<KindViewProps<K>> = views[props.scenario.kind];
  return (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}
