import { useEffect, useState } from 'react';
import type { ExamProfile } from '#core/exam/profile.ts';

let pending: Promise<readonly ExamProfile[]> | null = null;

async function load(): Promise<readonly ExamProfile[]> {
  try {
    return (await import('virtual:mondo-exams')).default;
  } catch {
    // Neither the network nor what was kept offline has them: they are asked for again.
    pending = null;
    return [];
  }
}

/** What is known of real exams: a small file that nobody waits for who studies for none. */
export const examProfiles = (): Promise<readonly ExamProfile[]> => (pending ??= load());

/** `null` until they are here. */
export function useExamProfiles(): readonly ExamProfile[] | null {
  const [profiles, setProfiles] = useState<readonly ExamProfile[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const bring = async () => {
      const found = await examProfiles();
      if (isCurrent) setProfiles(found);
    };
    void bring();
    return () => {
      isCurrent = false;
    };
  }, []);
  return profiles;
}
