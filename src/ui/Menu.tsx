import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './Menu.css';

interface MenuItem<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface MenuProps<T extends string> {
  /** Name of the button and of the list. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly items: readonly MenuItem<T>[];
  readonly value?: T | undefined;
  readonly onChoose: (value: T) => void;
}

/** The place in the list that a key goes to. */
function placeAfter(key: string, place: number, count: number): number | null {
  if (key === 'ArrowDown') return (place + 1) % count;
  if (key === 'ArrowUp') return (place + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

interface MenuListProps<T extends string> extends Omit<MenuProps<T>, 'children'> {
  readonly id: string;
  readonly onClose: () => void;
}

function MenuList<T extends string>(props: MenuListProps<T>) {
  const { id, label, items, value, onChoose, onClose } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus lives in the browser, not in React.
    const chosen = list.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (chosen ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const place = placeAfter(event.key, here, buttons.length);
    if (place === null && event.key !== 'Escape') return;
    event.preventDefault();
    if (place === null) onClose();
    else buttons[place]?.focus();
  };
  return (
    <div
      className="menu-list"
      id={id}
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          role="menuitemradio"
          aria-checked={item.value === value}
          tabIndex={-1}
          onClick={() => {
            onClose();
            onChoose(item.value);
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}

/** A button with a short list of which one is chosen. */
export function Menu<T extends string>({ children, ...props }: MenuProps<T>) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return (
    <div
      className="menu"
      ref={root}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        look="quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.label}
        onClick={() => setOpen(!open)}
      >
        {children}
        <Icon name="menu" />
      </Button>
      {open && <MenuList {...props} id={id} onClose={close} />}
    </div>
  );
}
