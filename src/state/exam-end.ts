import { examEnd, type ExamEnd } from '#core/exam/date.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { useExamProfiles } from './exams.ts';
import { useLearner, useStores } from './react.tsx';
import { questionLanguageOf } from './stores.ts';

/**
 * The end of an exam today, for who takes it in the language of their questions; `null` where none was announced.
 * @param exam the id of a profile; a pack's own exam has no end
 */
export function useExamEnd(exam: string | null): ExamEnd | null {
  const { clock } = useStores();
  const learner = useLearner((state) => state.learner);
  const profile = useExamProfiles()?.find(({ id }) => id === exam);
  return examEnd(profile, questionLanguageOf(learner.settings), learnerDay(learner, clock()));
}
