import { useId, type ComponentProps, type MouseEvent } from 'react';
import { announce } from './announce.ts';
import { Kbd } from './Kbd.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import './Button.css';

/** One `primary` on a screen. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'aria-disabled'> {
  readonly look?: ButtonLook;
  /** Why it cannot be pressed now. It keeps its focus, says why, and does nothing. */
  readonly blocked?: string | undefined;
  /** It was pressed all the same. */
  readonly onBlocked?: (() => void) | undefined;
  /** The key that does the same, drawn on it. */
  readonly cap?: string | undefined;
}

/** For links that look like buttons. */
export const buttonClass = (look: ButtonLook = 'plain'): string => `button button-${look}`;

export function Button(props: ButtonProps) {
  const { look, blocked, onBlocked, cap, className, children, onClick, ...rest } = props;
  const reason = useId();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked === undefined) {
      onClick?.(event);
      return;
    }
    onBlocked?.();
    announce(blocked);
  };
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts={cap}
        aria-describedby={blocked === undefined ? undefined : reason}
        title={blocked}
        {...rest}
        className={className ? `${buttonClass(look)} ${className}` : buttonClass(look)}
        aria-disabled={blocked === undefined ? undefined : true}
        onClick={press}
      >
        {children}
        {cap !== undefined && <Kbd>{cap === 'Enter' ? '↵' : cap}</Kbd>}
      </button>
      {blocked !== undefined && <VisuallyHidden id={reason}>{blocked}</VisuallyHidden>}
    </>
  );
}
