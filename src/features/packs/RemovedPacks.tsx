import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { ChangeTrouble, FormerPack } from '#state/own-changes.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useFormers } from './formers.ts';
import { nameIn } from './Name.tsx';

/** Packs that were removed lately: each can be put back. */
export function RemovedPacks({ language }: { readonly language: Language }) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const [trouble, setTrouble] = useState<ChangeTrouble | null>(null);
  const removed = useFormers(stores).filter(({ isRemoval }) => isRemoval);
  const putBack = async (former: FormerPack) => {
    const { undoChange } = await import('#state/own-changes.ts');
    const done = await undoChange(stores, former.uid, former);
    setTrouble(done.ok ? null : done.error);
  };
  return (
    <>
      {trouble !== null && <Notice kind="error">{t(`trouble-${trouble}`)}</Notice>}
      {removed.map((pack) => (
        <Notice
          key={pack.uid}
          kind="info"
          action={<Button onClick={() => void putBack(pack)}>{t('putBack')}</Button>}
        >
          {t('removed', { name: nameIn(pack, { id: pack.uid, title: pack.title }, language) })}
        </Notice>
      ))}
    </>
  );
}
