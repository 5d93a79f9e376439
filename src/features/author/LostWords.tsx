import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import './Reports.css';

interface Lost {
  readonly words: string | null;
  readonly tell: (words: string | null) => void;
}

const LostContext = createContext<Lost>({ words: null, tell: () => undefined });

/** Tells of words that were refused and are gone with their field. */
export const useLose = (): Lost['tell'] => useContext(LostContext).tell;

/** Where the fields below lose words, and the notice below shows them. */
export function LostWords({ children }: { readonly children: ReactNode }) {
  const [words, tell] = useState<string | null>(null);
  const lost = useMemo(() => ({ words, tell }), [words]);
  return <LostContext value={lost}>{children}</LostContext>;
}

/** What had no place in the source when its field went: it can be copied from here. */
export function LostNotice() {
  const { t } = useTranslation('author');
  const { words, tell } = useContext(LostContext);
  if (words === null) return null;
  return (
    <Notice
      kind="warn"
      title={t('wordsLost')}
      action={<Button onClick={() => tell(null)}>{t('wordsLostClose')}</Button>}
    >
      <p>{t('wordsLostBody')}</p>
      <p className="report-words" dir="auto">
        {words}
      </p>
    </Notice>
  );
}
