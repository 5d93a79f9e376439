import type { ComponentType } from 'react';
import type { KindName } from '#core/pack/model.ts';
import { ChoiceReview } from './ChoiceReview.tsx';
import { MatchingReview } from './MatchingReview.tsx';
import { OrderingReview } from './OrderingReview.tsx';
import type { ReviewProps } from './review-props.ts';
import { ShortReview } from './ShortReview.tsx';

const reviews: { readonly [K in KindName]: ComponentType<ReviewProps<K>> } = {
  single: ChoiceReview,
  multiple: ChoiceReview,
  ordering: OrderingReview,
  matching: MatchingReview,
  short: ShortReview,
};

/** What was answered beside what is right, by kind; the compiler names the one that was left out. */
export function Review<K extends KindName>(props: ReviewProps<K>) {
  const View: ComponentType<ReviewProps<K>> = reviews[props.scenario.kind];
  return <View {...props} />;
}
