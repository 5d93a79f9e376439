import { useTranslation } from '#ui/words.tsx';
import { useInbox } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

/** An empty list does not mean that nobody has reported anything. */
export function UnreadReports() {
  const { t } = useTranslation('author');
  const isUnread = useInbox((state) => state.isUnread);
  const refresh = useInbox((state) => state.refresh);
  if (!isUnread) return null;
  return (
    <Notice kind="error" action={<Button onClick={() => void refresh()}>{t('tryAgain')}</Button>}>
      {t('reportsUnread')}
    </Notice>
  );
}
