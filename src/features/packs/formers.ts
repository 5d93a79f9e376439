import { useEffect, useState } from 'react';
import { hasAdded } from '#state/hint.ts';
import type { FormerPack } from '#state/own-changes.ts';
import type { Stores } from '#state/stores.ts';

/** What the last changes of added packs can be undone to. Who never added anything has no database to ask. */
export function useFormers(stores: Stores): readonly FormerPack[] {
  const [formers, setFormers] = useState<readonly FormerPack[]>([]);
  // They stand in the database, and change with the library.
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      if (!hasAdded(stores.ports)) return;
      const { formerPacks } = await import('#state/own-changes.ts');
      const found = await formerPacks(stores);
      if (isCurrent) setFormers(found);
    };
    void look();
    const leave = stores.library.subscribe(() => void look());
    return () => {
      isCurrent = false;
      leave();
    };
  }, [stores]);
  return formers;
}
