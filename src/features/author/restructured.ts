import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles, StepName } from '#core/author/history.ts';
import { useEditor } from '#state/author/react.ts';
import type { Restructured } from '#state/author/structure.ts';
import { reasonOf } from './problem-words.ts';

/** Changes the structure of what the files are at that moment; why it cannot be done is said. */
export function useRestructured() {
  const { t } = useTranslation('problems');
  const edit = useEditor((state) => state.edit);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (make: (files: DraftFiles) => Restructured, name: StepName): boolean => {
    let why: string | null = null;
    const isDone = edit((files) => {
      const result = make(files);
      if (!result.ok) why = reasonOf(t, result.error);
      return result.ok ? result.value : null;
    }, name);
    setRefused(why);
    return isDone;
  };
  return { refused, take };
}
