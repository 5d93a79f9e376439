import { sentenceGap } from '#core/language.ts';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { BackupFile } from '#state/data.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { BackupFailed } from './BackupFailed.tsx';
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
export function BackupPart({ last, ...acts }: BackupPartProps) {
  const { t, i18n } = useTranslation('settings');
  const { said, made, hasFailed, save, send } = useBackup(acts);
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
      {hasFailed && <BackupFailed />}
      {made !== null && <LeftOutNotice file={made} />}
    </div>
  );
}

/** Makes the file and hands it over; says what came of it. */
function useBackup({ onMake, onHanded }: Omit<BackupPartProps, 'last'>) {
  const { t } = useTranslation('settings');
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<BackupFile | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const handed = (file: BackupFile, words: string) => {
    onHanded(file);
    setSaid(words);
    setMade(file);
  };
  /** Nothing that is said now is about the file before. */
  const sayAnew = (words: string) => {
    setMade(null);
    setSaid(words);
    setFailed(false);
  };
  const begin = async (hand: (file: BackupFile) => Promise<void>) => {
    sayAnew('');
    try {
      await hand(await onMake());
    } catch {
      setFailed(true);
    }
  };
  const save = () =>
    begin(async (file) => {
      saveFile(file.name, file.text);
      handed(file, t('exported', { name: file.name, count: file.answers }));
    });
  const share = async (file: BackupFile) => {
    try {
      await navigator.share({ title: t('sendTitle'), ...asShared(file.name, file.text) });
      handed(file, t('sent', { name: file.name }));
    } catch {
      // Turned away by the learner, or by a browser that wants a newer tap: the file is still to be had.
      setSaid(t('notSent'));
    }
  };
  const send = async () => {
    if (canSend()) await begin(share);
    else sayAnew(t('cannotSend'));
  };
  return { said, made, hasFailed, save, send };
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
