import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from './words.tsx';
import { Button } from './Button.tsx';
import './Dialog.css';

interface DialogProps {
  readonly title: string;
  /** Also when Escape is pressed, or the ground beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons; without them there is one that closes. */
  readonly actions?: ReactNode;
}

/** A modal dialog while it is rendered. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const { t } = useTranslation('common');
  const heading = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Closing gives the focus back, but only while the dialog is still in the page.
    return () => dialog?.close();
  }, []);
  const closeOnGround = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={heading}
      onClick={closeOnGround}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={heading}>{title}</h2>
        {children}
        <div className="dialog-actions">
          {actions ?? <Button onClick={onClose}>{t('close')}</Button>}
        </div>
      </div>
    </dialog>
  );
}
