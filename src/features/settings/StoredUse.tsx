import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { StorageUse } from '#state/stored-use.ts';
import { Button } from '#ui/Button.tsx';
import { Meter } from '#ui/Meter.tsx';
import { formatSize } from './sizes.ts';

interface StoredUseProps {
  readonly answers: number;
  readonly use: StorageUse;
  /** Asks the browser never to delete it by itself; resolves to what it said. */
  readonly onAsk: () => Promise<boolean>;
}

/** How much is stored, how much room there is, and whether the browser has promised to keep it. */
export function StoredUse({ answers, use, onAsk }: StoredUseProps) {
  const { t, i18n } = useTranslation('settings');
  const [isRefused, setRefused] = useState(false);
  const size = (bytes: number) => formatSize(bytes, i18n.language);
  const words = localWords(t, use, size);
  return (
    <div className="data-part">
      <h3>{t('howMuch')}</h3>
      <p>{t('answersKept', { count: answers })}</p>
      <div className="data-meter">
        <p>{words}</p>
        {use.capacity !== null && (
          <Meter label="localStorage" value={use.used} max={use.capacity} words={words} />
        )}
      </div>
      <p>
        {use.estimate === null
          ? t('estimateNone')
          : t('estimate', { used: size(use.estimate.usage), quota: size(use.estimate.quota) })}
      </p>
      <p>{t(promise(use.persisted))}</p>
      {use.persisted === false && (
        <div>
          <Button onClick={() => void onAsk().then((kept) => setRefused(!kept))}>
            {t('askPersist')}
          </Button>
        </div>
      )}
      <output className="setting-hint">
        {isRefused && use.persisted === false && t('persistRefused')}
      </output>
    </div>
  );
}

function promise(persisted: boolean | null) {
  if (persisted === null) return 'persistUnknown';
  return persisted ? 'persisted' : 'notPersisted';
}

function localWords(
  t: TFunction<'settings'>,
  { used, capacity }: StorageUse,
  size: (bytes: number) => string,
): string {
  if (capacity === null) return t('localUsed', { used: size(used) });
  const values = { used: size(used), capacity: size(capacity) };
  const percent = Math.round((100 * used) / capacity);
  return percent < 1 ? t('localSmall', values) : t('localUsedOf', { ...values, percent });
}
