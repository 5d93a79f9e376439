import { useMemo } from 'react';
import { subjectsOf, type Subject } from '#core/exam/subject.ts';
import { useExamProfiles } from './exams.ts';
import { useLibrary } from './react.tsx';

/** The exams that can be prepared for here; `null` until it is known which real ones are among them. */
export function useSubjects(): readonly Subject[] | null {
  const packs = useLibrary((state) => state.packs);
  const profiles = useExamProfiles();
  return useMemo(() => profiles && subjectsOf(packs, profiles), [packs, profiles]);
}
