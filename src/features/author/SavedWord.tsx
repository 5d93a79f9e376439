import { useTranslation } from '#ui/words.tsx';
import { useEditor } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { timeOf } from './times.ts';

/** What of the draft is kept, and where. */
export function SavedWord() {
  const { t, i18n } = useTranslation('author');
  const saved = useEditor(({ open }) => (open !== null && 'id' in open ? open.saved : null));
  const flush = useEditor((state) => state.flush);
  if (saved === null) return null;
  if (saved.is === 'failed')
    return (
      <Notice
        kind="error"
        title={t('notSaved')}
        action={
          saved.why === 'behind' ? (
            <Button onClick={() => location.reload()}>{t('readAgain')}</Button>
          ) : (
            <Button onClick={() => void flush()}>{t('tryAgain')}</Button>
          )
        }
      >
        {t(`notSaved-${saved.why}`)}
      </Notice>
    );
  return (
    <p className="saved-word">
      {saved.is === 'saved' && <Icon name="saved" />}
      {saved.is === 'saved'
        ? t('savedAt', { time: timeOf(saved.at, i18n.language) })
        : t('savingNow')}
    </p>
  );
}
