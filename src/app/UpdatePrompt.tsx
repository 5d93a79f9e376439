import { useTranslation } from '#ui/words.tsx';
import { useStore } from 'zustand';
import { useSession } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { applyUpdate, updates } from './updates.ts';

/** Says that a newer version waits. Never in the middle of a session: there it waits in silence. */
export function UpdatePrompt() {
  const { t } = useTranslation('app');
  const waiting = useStore(updates, (state) => state.waiting);
  const stale = useStore(updates, (state) => state.stale);
  const inSession = useSession((state) => state.isRunning);
  if (stale) {
    return (
      <Notice kind="warn" action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
        {t('staleBody')}
      </Notice>
    );
  }
  if (!waiting || inSession) return null;
  return (
    <Notice kind="info" action={<Button onClick={applyUpdate}>{t('updateNow')}</Button>}>
      {t('updateReady')}
    </Notice>
  );
}
