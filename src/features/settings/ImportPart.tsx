import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { ImportDone, PlanResult } from '#state/data.ts';
import type { ImportPlan } from '#state/import-plan.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { problemWords } from './problem-words.ts';

interface ImportPartProps {
  /** Reads a backup and says what it would change; changes nothing. */
  readonly onRead: (text: string) => Promise<PlanResult>;
  readonly onImport: (plan: ImportPlan) => Promise<void>;
  /** The last import since Mondo was started, which can still be undone. */
  readonly done: ImportDone | null;
  readonly onUndo: () => Promise<void>;
}

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'reading' }
  | { readonly at: 'refused'; readonly name: string; readonly problem: string }
  | { readonly at: 'preview'; readonly name: string; readonly plan: ImportPlan }
  | { readonly at: 'undone' };

/** A backup comes in: chosen or dropped, looked at, agreed to, and undone if it was the wrong one. */
export function ImportPart({ onRead, onImport, done, onUndo }: ImportPartProps) {
  const { t } = useTranslation('settings');
  const [step, setStep] = useState<Step>({ at: 'start' });
  const read = async (file: File) => {
    setStep({ at: 'reading' });
    const result = await onRead(await file.text());
    setStep(
      result.ok
        ? { at: 'preview', name: file.name, plan: result.value }
        : { at: 'refused', name: file.name, problem: problemWords(t, result.error) },
    );
  };
  return (
    <div className="data-part">
      <h3>{t('import')}</h3>
      <FileDrop onFile={(file) => void read(file)} />
      <output>{step.at === 'reading' && t('reading')}</output>
      {step.at === 'refused' && (
        <Notice kind="error" title={t('brokenTitle')}>
          {`${step.name}: ${step.problem} ${t('brokenNothing')}`}
        </Notice>
      )}
      {step.at === 'preview' && (
        <ImportPreview
          name={step.name}
          plan={step.plan}
          onCancel={() => setStep({ at: 'start' })}
          onImport={() => void onImport(step.plan).then(() => setStep({ at: 'start' }))}
        />
      )}
      {done !== null && (
        <Notice
          kind="info"
          action={
            <Button onClick={() => void onUndo().then(() => setStep({ at: 'undone' }))}>
              {t('undoImport')}
            </Button>
          }
        >
          {t('imported', { count: done.answers })}
        </Notice>
      )}
      <output>{step.at === 'undone' && t('importUndone')}</output>
    </div>
  );
}

function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('settings');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      className={isOver ? 'data-drop data-drop-over' : 'data-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{isOver ? t('drop') : t('importBody')}</p>
      <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen once more after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
