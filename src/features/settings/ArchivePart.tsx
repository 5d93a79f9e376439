import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { ArchiveFile } from '#state/data.ts';
import { Button } from '#ui/Button.tsx';
import { saveFile } from '#ui/save-file.ts';

interface ArchivePartProps {
  /** Prepares the file; null when nothing is old enough. */
  readonly onPrepare: () => Promise<ArchiveFile | null>;
}

type Step =
  | { readonly at: 'start' | 'preparing' | 'nothing' | 'failed' }
  | { readonly at: 'saved' | 'done'; readonly file: ArchiveFile };

/** Makes room: old answers go into a file, and only when the learner has it are they taken out here. */
export function ArchivePart({ onPrepare }: ArchivePartProps) {
  const { t } = useTranslation('settings');
  const [step, setStep] = useState<Step>({ at: 'start' });
  const prepare = async () => {
    if (step.at === 'preparing') return;
    setStep({ at: 'preparing' });
    try {
      const file = await onPrepare();
      if (file !== null) saveFile(file.name, file.text);
      setStep(file === null ? { at: 'nothing' } : { at: 'saved', file });
    } catch {
      setStep({ at: 'failed' });
    }
  };
  const takeOut = async (file: ArchiveFile) => {
    setStep((await file.confirm()) ? { at: 'done', file } : { at: 'failed' });
  };
  return (
    <div className="data-part">
      <h3>{t('archive')}</h3>
      <p>{t('archiveBody')}</p>
      <div className="data-actions">
        {step.at === 'saved' ? (
          <Button look="primary" onClick={() => void takeOut(step.file)}>
            {t('archiveConfirm')}
          </Button>
        ) : (
          <Button onClick={() => void prepare()}>{t('archiveSave')}</Button>
        )}
      </div>
      <output>
        {step.at === 'saved' &&
          t('archiveSaved', { name: step.file.name, count: step.file.events })}
        {step.at === 'done' && t('archiveDone', { count: step.file.events })}
        {step.at === 'nothing' && t('archiveNothing')}
        {step.at === 'failed' && t('archiveFailed')}
      </output>
    </div>
  );
}
