import { useEffect, useState } from 'react';
import type { Language } from '#core/language.ts';
import { useImporting } from '#state/author/react.ts';
import { useLibrary, useStores } from '#state/react.tsx';
import { wholePack, type WholeTrouble } from '#state/whole-pack.ts';

/** `unknown`: no pack of the library has this uid. */
type GivenTrouble = WholeTrouble | 'unknown';

/** Has a pack of the library read, as if its file had been chosen; why it could not be had, if so. */
export function useGivenPack(uid: string | null, language: Language): GivenTrouble | null {
  const stores = useStores();
  const pack = useLibrary((state) => state.packs.find((one) => one.uid === uid));
  const status = useLibrary((state) => state.status);
  const read = useImporting((state) => state.read);
  const [trouble, setTrouble] = useState<WholeTrouble | null>(null);
  // The file comes from the network or the database.
  useEffect(() => {
    if (pack === undefined) return undefined;
    let isCurrent = true;
    const begin = async () => {
      const whole = await wholePack(stores, pack);
      if (!isCurrent) return;
      setTrouble(whole.ok ? null : whole.error);
      if (!whole.ok) return;
      const { name, bytes } = whole.value;
      read({ files: [{ path: name, bytes }], format: 'mondo', language, mapping: null });
    };
    void begin();
    return () => {
      isCurrent = false;
    };
  }, [stores, pack, read, language]);
  if (uid === null || pack !== undefined) return trouble;
  if (status === 'loading') return null;
  return status === 'ready' ? 'unknown' : status;
}
