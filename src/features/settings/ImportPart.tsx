import { sentenceGap } from '#core/language.ts';
import { useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Staying } from '#state/backup/bring-in.ts';
import type { ImportDone, PlanResult } from '#state/data.ts';
import type { ImportPlan } from '#state/import-plan.ts';
import { Button } from '#ui/Button.tsx';
import { FileDrop } from '#ui/FileDrop.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { broughtWords, listOf, partTitle } from './part-words.ts';
import { problemWords } from './problem-words.ts';

interface ImportPartProps {
  /** Reads a backup and says what it would change; changes nothing. */
  readonly onRead: (file: File, signal: AbortSignal) => Promise<PlanResult>;
  readonly onImport: (plan: ImportPlan) => Promise<void>;
  /** The last import since Mondo was started, which can still be undone. */
  readonly done: ImportDone | null;
  /** @returns what was changed since, and stays; null where nothing is left to undo */
  readonly onUndo: () => Promise<readonly Staying[] | null>;
}

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'reading'; readonly stop: AbortController }
  | { readonly at: 'refused'; readonly name: string; readonly problem: string }
  | { readonly at: 'preview'; readonly name: string; readonly plan: ImportPlan }
  | { readonly at: 'importing' }
  | { readonly at: 'not-begun' }
  | { readonly at: 'undone'; readonly staying: readonly Staying[] }
  | { readonly at: 'not-undone' };

/** From the file to what it will change, and from there to the end. */
function useSteps({ onRead, onImport, onUndo }: Omit<ImportPartProps, 'done'>) {
  const { t } = useTranslation('settings');
  const [step, setStep] = useState<Step>({ at: 'start' });
  const heading = useRef<HTMLHeadingElement>(null);
  /** The button that was pressed goes: listeners and keys go on from the heading. */
  const goOn = (next: Step) => {
    setStep(next);
    heading.current?.focus();
  };
  const read = async (file: File) => {
    if (step.at === 'reading') step.stop.abort();
    const stop = new AbortController();
    setStep({ at: 'reading', stop });
    const result = await onRead(file, stop.signal);
    if (stop.signal.aborted) return;
    setStep(
      result.ok
        ? { at: 'preview', name: file.name, plan: result.value }
        : { at: 'refused', name: file.name, problem: problemWords(t, result.error) },
    );
  };
  const bring = async (plan: ImportPlan) => {
    goOn({ at: 'importing' });
    try {
      await onImport(plan);
      setStep({ at: 'start' });
    } catch {
      setStep({ at: 'not-begun' });
    }
  };
  const undo = async () => {
    try {
      const staying = await onUndo();
      if (staying !== null) goOn({ at: 'undone', staying });
    } catch {
      setStep({ at: 'not-undone' });
    }
  };
  return { step, heading, cancel: () => goOn({ at: 'start' }), read, bring, undo };
}

/** A backup comes in: chosen or dropped, looked at, agreed to, and undone if it was the wrong one. */
export function ImportPart({ done, ...acts }: ImportPartProps) {
  const { t, i18n } = useTranslation('settings');
  const { step, heading, cancel, read, bring, undo } = useSteps(acts);
  return (
    <div className="data-part">
      <h3 ref={heading} tabIndex={-1}>
        {t('import')}
      </h3>
      <FileDrop
        name="data-drop"
        words={t('importBody')}
        over={t('drop')}
        choose={t('choose')}
        accept="application/json,.json"
        onFile={(file) => void read(file)}
      />
      <output>
        {step.at === 'reading' && t('reading')}
        {step.at === 'importing' && t('importing')}
      </output>
      {step.at === 'reading' && <Stop stop={step.stop} onStop={cancel} />}
      {step.at === 'refused' && (
        <Notice kind="error" title={t('brokenTitle')}>
          {`${step.name}: ${step.problem}${sentenceGap(i18n.language)}${t('brokenNothing')}`}
        </Notice>
      )}
      {step.at === 'preview' && (
        <ImportPreview
          name={step.name}
          plan={step.plan}
          onCancel={cancel}
          onImport={() => void bring(step.plan)}
        />
      )}
      {done !== null && <ImportedNotice done={done} onUndo={() => void undo()} />}
      {step.at === 'not-begun' && <Notice kind="error">{t('importNotBegun')}</Notice>}
      {step.at === 'not-undone' && <Notice kind="error">{t('importNotUndone')}</Notice>}
      <Undone staying={step.at === 'undone' ? step.staying : null} />
    </div>
  );
}

interface StopProps {
  readonly stop: AbortController;
  readonly onStop: () => void;
}

/** A file with large packs takes its time. */
function Stop({ stop, onStop }: StopProps) {
  const { t } = useTranslation('settings');
  return (
    <div>
      <Button
        look="quiet"
        onClick={() => {
          stop.abort();
          onStop();
        }}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}

interface ImportedNoticeProps {
  readonly done: ImportDone;
  readonly onUndo: () => void;
}

function ImportedNotice({ done, onUndo }: ImportedNoticeProps) {
  const { t, i18n } = useTranslation('settings');
  return (
    <Notice
      kind={done.brought.notKept.length > 0 || !done.isWhole ? 'warn' : 'info'}
      action={<Button onClick={onUndo}>{t('undoImport')}</Button>}
    >
      <p>{t('imported', { count: done.answers })}</p>
      {broughtWords(t, done.brought, i18n.language).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {!done.isWhole && <p>{t('importBroken')}</p>}
    </Notice>
  );
}

/** What the undoing has left behind is said with it. */
function Undone({ staying }: { readonly staying: readonly Staying[] | null }) {
  const { t, i18n } = useTranslation('settings');
  const titles = (staying ?? []).map(({ kind, title }) => partTitle(t, kind, title, i18n.language));
  const rest =
    titles.length === 0
      ? t('importUndoneAll')
      : t('importUndoneBut', { titles: listOf(t, titles, i18n.language) });
  const gap = sentenceGap(i18n.language);
  return <output>{staying !== null && t('importUndone') + gap + rest}</output>;
}
