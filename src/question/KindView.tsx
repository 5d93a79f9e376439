import { Suspense, type ComponentType } from 'react';
import type { KindName } from '#core/pack/model.ts';
import { earlyPart } from '#ui/early-part.ts';
import type { KindViewProps } from './kind-view.ts';
import { MultipleView } from './MultipleView.tsx';
import { SingleView } from './SingleView.tsx';

// The rarer kinds stay out of the first load.
const ordering = earlyPart(async () => (await import('./OrderingView.tsx')).OrderingView);
const matching = earlyPart(async () => (await import('./MatchingView.tsx')).MatchingView);
const short = earlyPart(async () => (await import('./ShortView.tsx')).ShortView);

const views: { readonly [K in KindName]: ComponentType<KindViewProps<K>> } = {
  single: SingleView,
  multiple: MultipleView,
  ordering: ordering.Part,
  matching: matching.Part,
  short: short.Part,
};

/** Brings the rarer kinds while the learner thinks. */
export const loadKinds = (): Promise<unknown> =>
  Promise.all([ordering.bring(), matching.bring(), short.bring()]);

/** The view of a kind; the compiler names the one that was left out. */
export function KindView<K extends KindName>(props: KindViewProps<K>) {
  const View: ComponentType<KindViewProps<K>> = views[props.scenario.kind];
  return (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}
