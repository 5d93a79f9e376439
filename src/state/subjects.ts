import { useMemo } from 'react';
import { subjectsOf, type Subject } from '#core/exam/subject.ts';
import { packsOn } from '#core/journal/settings.ts';
import { useExamProfiles } from './exams.ts';
import { useLearner, useLibrary } from './react.tsx';

/**
 * The exams that can be prepared for with the packs that are on; `null` until it is known which real ones are among
 * them.
 */
export function useSubjects(): readonly Subject[] | null {
  const all = useLibrary((state) => state.packs);
  const packsOff = useLearner((state) => state.learner.settings.packsOff);
  const profiles = useExamProfiles();
  return useMemo(
    () => profiles && subjectsOf(packsOn(all, { packsOff }), profiles),
    [all, packsOff, profiles],
  );
}
