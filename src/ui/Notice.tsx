import type { ReactNode } from 'react';
import { useTranslation } from './words.tsx';
import { Icon } from './Icon.tsx';
import './Notice.css';

export type NoticeKind = 'info' | 'warn' | 'error';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** What happened and what to do. An error interrupts those who listen, the others wait. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const { t } = useTranslation('common');
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <strong className="notice-head">
        <Icon name={kind === 'info' ? 'info' : 'warn'} />
        {title ?? t(kind)}
      </strong>
      <div className="notice-body">{children}</div>
      {action !== undefined && <div className="notice-action">{action}</div>}
    </div>
  );
}
