import './Kbd.css';

/** The cap of a key, for the eye only: what it does is said by `aria-keyshortcuts` of what it stands on. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {children}
    </kbd>
  );
}
