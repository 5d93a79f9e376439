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

interface KeysHintProps {
  readonly singleKeys: boolean;
  readonly onUndo?: (() => void) | undefined;
}

/** Undo, and the list of all keys. */
export function KeysHint({ singleKeys, onUndo }: KeysHintProps) {
  const { t } = useTranslation('question');
  const [open, setOpen] = useState(false);
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
            {rows.map(([cap, key]) => (
              <div key={key}>
                <dt>
                  <kbd>{cap}</kbd>
                </dt>
                <dd>{t(key)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </div>
  );
}
