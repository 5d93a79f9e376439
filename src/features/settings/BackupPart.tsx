import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '#ui/words.tsx';
import type { BackupFile } from '#state/data.ts';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { formatDate } from './sizes.ts';

interface BackupPartProps {
  /** When the last one was handed over. */
  readonly last: number | null;
  readonly onMake: () => Promise<BackupFile>;
  /** The file was handed over. */
  readonly onHanded: (file: BackupFile) => void;
}

const asShared = (name: string, text: string): ShareData => ({
  files: [new File([text], name, { type: 'application/json' })],
});

const canSend = (): boolean =>
  'canShare' in navigator && navigator.canShare(asShared('mondo-backup.json', '{}'));

/** Everything in one file: to keep, or to carry to another device. */
export function BackupPart({ last, onMake, onHanded }: BackupPartProps) {
  const { t, i18n } = useTranslation('settings');
  const hasAdded = useLibrary((state) => state.added.size > 0);
  const [said, setSaid] = useState('');
  const save = async () => {
    const file = await onMake();
    saveFile(file.name, file.text);
    onHanded(file);
    setSaid(t('exported', { name: file.name, count: file.answers }));
  };
  const send = async () => {
    if (!canSend()) {
      setSaid(t('cannotSend'));
      return;
    }
    const file = await onMake();
    try {
      await navigator.share({ title: t('sendTitle'), ...asShared(file.name, file.text) });
      onHanded(file);
      setSaid(t('sent', { name: file.name }));
    } catch {
      // Turned away by the learner, or by a browser that wants a newer tap: the file is still to be had.
      setSaid(t('notSent'));
    }
  };
  return (
    <div className="data-part">
      <h3>{t('backup')}</h3>
      <p>{t('backupBody')}</p>
      {hasAdded && (
        <p>
          {t('backupWithoutPacks')} <Link to="/packs">{t('toPacks')}</Link>
        </p>
      )}
      <p className="setting-hint">
        {last === null ? t('noBackup') : t('lastBackup', { date: formatDate(last, i18n.language) })}
      </p>
      <div className="data-actions">
        <Button look="primary" onClick={() => void save()}>
          {t('export')}
        </Button>
        <Button onClick={() => void send()}>{t('send')}</Button>
      </div>
      <output>{said}</output>
    </div>
  );
}
