import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

interface ShareLinkProps {
  readonly title: string;
  readonly body?: string;
  readonly link: string;
}

/** A link to hand on: copied, sent by the system, or shown as a picture for another device. */
export function ShareLink({ title, body, link }: ShareLinkProps) {
  const { t } = useTranslation('share');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<'copied' | 'copyByHand'>();
  const [isQr, setQr] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid('copied');
    } catch {
      // Forbidden, or not there outside a secure page.
      field.current?.select();
      setSaid('copyByHand');
    }
  };
  return (
    <div className="share-link">
      <div className="field">
        <label htmlFor={id}>{title}</label>
        <input
          id={id}
          ref={field}
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      </div>
      {body !== undefined && <p className="place-caption">{body}</p>}
      <div className="place-actions">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        {'share' in navigator && (
          <Button onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
            {t('send')}
          </Button>
        )}
        <Button look="quiet" aria-expanded={isQr} onClick={() => setQr(!isQr)}>
          {t(isQr ? 'qrHide' : 'qrShow')}
        </Button>
        <output>{said !== undefined && t(said)}</output>
      </div>
      {isQr && (
        <Suspense fallback={null}>
          <QrCode text={link} />
        </Suspense>
      )}
    </div>
  );
}
