import { useEffect, useState } from 'react';
import type { PackIndex } from '#core/pack/library.ts';
import { indexConcept, indexNote, type Indexed } from '#core/pack/search.ts';
import type { LibraryState } from '#state/library.ts';

type Reading = Pick<LibraryState, 'concept' | 'note'>;

/** All texts as far as they could be read; `failed` files are not on this device. */
export interface TextIndex {
  readonly index: readonly Indexed[];
  readonly failed: number;
}

/** Every text of every pack, in each language that it has. Files that were read before are not read again. */
async function readAll(packs: readonly PackIndex[], reading: Reading): Promise<TextIndex> {
  const parts = packs.flatMap((pack) =>
    pack.languages.flatMap((language) => [
      ...pack.concepts
        .filter(({ files }) => files[language] !== undefined)
        .map(async ({ id }) => {
          const chunk = await reading.concept(pack.uid, id, language);
          return chunk.ok ? indexConcept(pack, chunk.value) : null;
        }),
      ...pack.notes
        .filter(({ files }) => files[language] !== undefined)
        .map(async ({ id }) => {
          const chunk = await reading.note(pack.uid, id, language);
          return chunk.ok ? indexNote(pack, chunk.value) : null;
        }),
    ]),
  );
  const read = await Promise.all(parts);
  return {
    index: read.flatMap((part) => part ?? []),
    failed: read.filter((part) => part === null).length,
  };
}

/** `null` while the texts are read. */
export function useTextIndex(
  packs: readonly PackIndex[],
  { concept, note }: Reading,
): readonly [TextIndex | null, () => void] {
  const [attempt, setAttempt] = useState(0);
  const [last, setLast] = useState<{ readonly attempt: number; readonly texts: TextIndex }>();
  // The files are outside React.
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const texts = await readAll(packs, { concept, note });
      if (isCurrent) setLast({ attempt, texts });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [packs, concept, note, attempt]);
  return [last?.attempt === attempt ? last.texts : null, () => setAttempt(attempt + 1)];
}
