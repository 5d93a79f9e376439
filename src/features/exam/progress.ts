import type { Attempt } from '#core/exam/attempt.ts';
import { questionKey } from '#core/exam/pool.ts';

/** How far a question has come. Too little chosen is as wrong as nothing. */
export interface Progress {
  readonly place: number;
  readonly state: 'answered' | 'unfinished' | 'unanswered';
  readonly flagged: boolean;
}

/** @param unfinished questions of which too little is chosen */
export function progressOf(
  { form, answers, flagged }: Attempt,
  unfinished: readonly string[],
): readonly Progress[] {
  return form.questions.map((question, place) => {
    const key = questionKey(question);
    const isAnswered = (answers.get(key)?.response ?? null) !== null;
    const state = unfinished.includes(key) ? 'unfinished' : 'answered';
    return { place, state: isAnswered ? state : 'unanswered', flagged: flagged.has(key) };
  });
}

/** Answered in full, to go, flagged. */
export const countsOf = (progress: readonly Progress[]) => ({
  answered: progress.filter(({ state }) => state === 'answered').length,
  open: progress.filter(({ state }) => state !== 'answered').length,
  flagged: progress.filter(({ flagged }) => flagged).length,
});
