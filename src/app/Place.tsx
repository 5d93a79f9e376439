import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';
import './App.css';

/** A page in a file of its own, read when somebody goes there. */
export const part = (load: () => Promise<ComponentType>) =>
  lazy(async () => ({ default: await load() }));

interface PlaceProps {
  readonly page: ComponentType;
  /** It needs no questions: a backup can be made even when they could not be loaded. */
  readonly isFree?: boolean;
}

export function Place({ page: Page, isFree = false }: PlaceProps) {
  const { t } = useTranslation('app');
  return (
    <Suspense fallback={<output>{t('loading')}</output>}>
      {isFree ? (
        <Page />
      ) : (
        <WithLibrary>
          <Page />
        </WithLibrary>
      )}
    </Suspense>
  );
}

/** Says why there are no questions, instead of a screen without any. */
export function WithLibrary({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const status = useLibrary((state) => state.status);
  const open = useLibrary((state) => state.open);
  if (status === 'ready') return children;
  if (status === 'loading') return <output>{t('loading')}</output>;
  return (
    <div className="app-page">
      <h1>{t('name')}</h1>
      <Notice kind="error" action={<Button onClick={() => void open()}>{t('tryAgain')}</Button>}>
        {t(status === 'offline' ? 'libraryOffline' : 'libraryGone')}
      </Notice>
    </div>
  );
}
