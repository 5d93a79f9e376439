import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { useStores } from '#state/react.tsx';
import { forgetReports, mendedHere } from '#state/reports.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { nameIn } from './Name.tsx';

interface MendedHereProps {
  readonly pack: PackIndex;
  readonly language: Language;
}

/** What the learner has reported and reads otherwise since: a version that came with the app announces nothing. */
export function MendedHere({ pack, language }: MendedHereProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const [mended, setMended] = useState(() => mendedHere(stores, pack.uid));
  if (mended.length === 0) return null;
  const names = mended.flatMap(({ concept }) => {
    const found = pack.concepts.find(({ id }) => id === concept);
    return found ? [nameIn(pack, found, language)] : [];
  });
  const seen = () => {
    forgetReports(stores, mended);
    setMended([]);
  };
  return (
    <Notice kind="info" action={<Button onClick={seen}>{t('mendedSeen')}</Button>}>
      {t('mendedHere', { names: [...new Set(names)].join(' · ') })}
    </Notice>
  );
}
