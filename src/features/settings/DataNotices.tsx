import { useTranslation } from '#ui/words.tsx';
import { Notice } from '#ui/Notice.tsx';
import { mayForget } from './safari.ts';

interface DataNoticesProps {
  /** Answers that are in no backup, when they are many. */
  readonly due: number;
}

/** What has to be known before anything else here. */
export function DataNotices({ due }: DataNoticesProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      {due > 0 && (
        <Notice kind="info" title={t('backupDueTitle')}>
          {t('backupDueBody', { count: due })}
        </Notice>
      )}
      {mayForget(window) && (
        <Notice kind="warn" title={t('safariTitle')}>
          {t('safariBody')}
        </Notice>
      )}
    </>
  );
}
