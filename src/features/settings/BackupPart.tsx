import { sentenceGap } from '#core/language.ts';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { BackupFile } from '#state/data.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { leftOutWords } from './part-words.ts';
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
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<BackupFile | null>(null);
  const save = async () => {
    const file = await onMake();
    saveFile(file.name, file.text);
    onHanded(file);
    setSaid(t('exported', { name: file.name, count: file.answers }));
    setMade(file);
  };
  const send = async () => {
    setMade(null);
    if (!canSend()) {
      setSaid(t('cannotSend'));
      return;
    }
    const file = await onMake();
    try {
      await navigator.share({ title: t('sendTitle'), ...asShared(file.name, file.text) });
      onHanded(file);
      setSaid(t('sent', { name: file.name }));
      setMade(file);
    } catch {
      // Turned away by the learner, or by a browser that wants a newer tap: the file is still to be had.
      setSaid(t('notSent'));
    }
  };
  return (
    <div className="data-part">
      <h3>{t('backup')}</h3>
      <p>{t('backupBody')}</p>
      <p className="setting-hint">
        {last === null ? t('noBackup') : t('lastBackup', { date: formatDate(last, i18n.language) })}
      </p>
      <div className="data-actions">
        <Button look="primary" onClick={() => void save()}>
          {t('export')}
        </Button>
        <Button onClick={() => void send()}>{t('send')}</Button>
      </div>
      <output>
        {said}
        {made !== null && sentenceGap(i18n.language) + partsWords(t, made, i18n.language)}
      </output>
      {made !== null && <LeftOutNotice file={made} />}
    </div>
  );
}

const partsWords = (
  t: TFunction<'settings'>,
  { packs, drafts }: BackupFile,
  language: string,
): string =>
  [
    ...(packs > 0 ? [t('alsoPacks', { count: packs })] : []),
    ...(drafts > 0 ? [t('alsoDrafts', { count: drafts })] : []),
  ].join(sentenceGap(language));

/** A backup that lacks something says so: nobody should find it out on the other device. */
function LeftOutNotice({ file: { leftOut, isShut } }: { readonly file: BackupFile }) {
  const { t, i18n } = useTranslation('settings');
  if (leftOut.length === 0 && !isShut) return null;
  const lines = new Set(leftOut.map((part) => leftOutWords(t, part, i18n.language)));
  return (
    <Notice kind="warn" title={t('leftOutTitle')}>
      {isShut ? <p>{t('leftOutShut')}</p> : <p>{t('leftOutBody')}</p>}
      <ul>
        {[...lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
