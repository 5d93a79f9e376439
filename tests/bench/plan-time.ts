import { conceptKey } from '#core/ids.ts';
import { averageMemory } from '#core/memory/model.ts';
import { planOf, type PlanAsk } from '#core/study/exam-plan.ts';

/** A large plan: so many concepts, half of them met, and so many days. */
export const largeAsk = (concepts: number, days: number): PlanAsk => ({
  concepts: Array.from({ length: concepts }, (_, i) => ({
    key: conceptKey('simulated', `c${i}`),
    weight: 0.5 + (i % 5) / 4,
    standing:
      i % 2 === 0
        ? { prior: 0.3 }
        : { strength: { stability: 0.5 + (i % 60), difficulty: 1 + (i % 9) }, gap: 1 + (i % 30) },
  })),
  personal: averageMemory,
  costs: { right: 25, wrong: 45, fresh: 50 },
  days,
  seconds: days * 1800,
});

/**
 * Milliseconds of a processor that the worker's own work takes, in this engine; its messages are copied as a worker's
 * are. Other work on the machine makes it no longer, as it would the time on the wall.
 */
export function timeOf(ask: PlanAsk): number {
  const start = process.cpuUsage();
  structuredClone(planOf(structuredClone(ask)));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
