import { useTranslation } from '#ui/words.tsx';
import { Notice } from '#ui/Notice.tsx';

/** Nobody should believe in a backup that is not there. */
export function BackupFailed() {
  const { t } = useTranslation('settings');
  return (
    <Notice kind="error" title={t('backupFailed')}>
      {t('backupFailedBody')}
    </Notice>
  );
}
