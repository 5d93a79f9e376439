import { planOf, type PlanAsk } from '#core/study/exam-plan.ts';

// A worker of one plan.
self.addEventListener('message', (event: MessageEvent<PlanAsk>) => {
  self.postMessage(planOf(event.data));
});
