import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { FileTrouble } from '#state/library.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';

/** An address that leads to nothing, or no longer. */
export function Missing() {
  const { t } = useTranslation(['app', 'packs']);
  return (
    <div className="place">
      <PageTitle of={t('app:notFoundTitle')} />
      <h1>{t('app:notFoundTitle')}</h1>
      <p>{t('app:notFoundBody')}</p>
      <p>
        <Link to="/packs">{t('packs:toPacks')}</Link>
      </p>
    </div>
  );
}

interface FileStateProps {
  readonly status: 'loading' | FileTrouble;
  readonly onRetry: () => void;
}

/** A text that is not there yet, or could not be had. */
export function FileState({ status, onRetry }: FileStateProps) {
  const { t } = useTranslation('packs');
  if (status === 'loading') return <output>{t('loading')}</output>;
  return (
    <Notice kind="error" action={<Button onClick={onRetry}>{t('tryAgain')}</Button>}>
      {t(status === 'offline' ? 'textOffline' : 'textGone')}
    </Notice>
  );
}
