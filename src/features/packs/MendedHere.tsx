import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { useStores } from '#state/react.tsx';
import { forgetReports, mendedHere, type Reported } from '#state/reports.ts';
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
  const [mended, setMended] = useState<readonly Reported[]>([]);
  // What a concept says may have to be fetched.
  useEffect(() => {
    let isCurrent = true;
    void mendedHere(stores, pack.uid).then((found) => isCurrent && setMended(found));
    return () => {
      isCurrent = false;
    };
  }, [stores, pack]);
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
