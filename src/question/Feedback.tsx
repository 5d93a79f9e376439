import { lazy, Suspense } from 'react';
import type { FeedbackProps } from './FeedbackView.tsx';

const load = () => import('./FeedbackView.tsx');
const Lazy = lazy(async () => ({ default: (await load()).FeedbackView }));

/** Brings the feedback here while the learner still thinks. */
export const loadFeedback = (): Promise<unknown> => load();

/** `FeedbackView`, in a chunk of its own. */
export function Feedback(props: FeedbackProps) {
  return (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  );
}
