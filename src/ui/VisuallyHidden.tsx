import type { ReactNode } from 'react';
import './VisuallyHidden.css';

/** Words for those who listen. */
export function VisuallyHidden({
  id,
  children,
}: {
  readonly id?: string;
  readonly children: ReactNode;
}) {
  return (
    <span id={id} className="visually-hidden">
      {children}
    </span>
  );
}
