import { useTranslation } from '#ui/words.tsx';
import { useLost } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import './Reports.css';

/** What had no place in the source when its field went: it can be copied from here. */
export function LostNotice() {
  const { t } = useTranslation('author');
  const words = useLost((state) => state.words);
  const close = useLost((state) => state.close);
  if (words.length === 0) return null;
  return (
    <Notice
      kind="warn"
      title={t('wordsLost')}
      action={<Button onClick={close}>{t('wordsLostClose')}</Button>}
    >
      <p>{t('wordsLostBody')}</p>
      {words.map((one, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same words may be lost twice
        <p className="report-words" dir="auto" key={place}>
          {one}
        </p>
      ))}
    </Notice>
  );
}
