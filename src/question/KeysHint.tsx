import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useKeys } from './keys.ts';
import './KeysHint.css';

const rows = [
  ['1 – 9', 'keyDigits'],
  ['J K L', 'keyConfidence'],
  ['0', 'keyDontKnow'],
  ['Enter', 'keyEnter'],
  ['Z', 'keyUndo'],
  ['F', 'keyFlag'],
  ['T', 'keyLanguage'],
  ['S', 'keyStrike'],
  ['/', 'keySearch'],
  ['?', 'keyHelp'],
] as const;

/** What acts only where an answer is submitted at once, so neither in an exam nor in a preview. */
const submitting: ReadonlySet<string> = new Set(['keyConfidence', 'keyDontKnow', 'keyUndo']);

/** A key that acts on this screen besides: its cap, and what it does. */
export type MoreKeys = readonly (readonly [cap: string, words: string])[];

interface KeysHintProps {
  readonly singleKeys: boolean;
  readonly canSubmit?: boolean;
  readonly moreKeys?: MoreKeys | undefined;
  readonly onUndo?: (() => void) | undefined;
}

/** Undo, and the list of all keys. */
export function KeysHint({ singleKeys, canSubmit = true, moreKeys = [], onUndo }: KeysHintProps) {
  const { t } = useTranslation('question');
  const [open, setOpen] = useState(false);
  const listed = [
    ...rows
      .filter(([, key]) => canSubmit || !submitting.has(key))
      .map(([cap, key]) => [cap, t(key)] as const),
    ...moreKeys,
  ];
  useKeys({ z: onUndo, '?': () => setOpen(true) }, singleKeys);
  return (
    <div className="keys-hint">
      {onUndo && (
        <button type="button" aria-keyshortcuts={singleKeys ? 'Z' : undefined} onClick={onUndo}>
          {singleKeys && <span className="keys-cap">Z </span>}
          {t('undo')}
        </button>
      )}
      {singleKeys && (
        <button
          type="button"
          className="keys-all"
          aria-keyshortcuts="?"
          onClick={() => setOpen(true)}
        >
          ? {t('allKeys')}
        </button>
      )}
      {open && (
        <Dialog title={t('keysTitle')} onClose={() => setOpen(false)}>
          <dl className="keys-list">
            {listed.map(([cap, words]) => (
              <div key={cap}>
                <dt>
                  <kbd>{cap}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </div>
  );
}
