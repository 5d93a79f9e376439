import { useTranslation } from '#ui/words.tsx';
import { encode } from 'uqr';

/** `null` when the text is longer than a code can hold. */
function codeOf(text: string): boolean[][] | null {
  try {
    return encode(text, { ecc: 'L', border: 4 }).data;
  } catch {
    return null;
  }
}

/** A row of dark squares as one path: `h1` for each run would be shorter, and nobody sees it. */
const pathOf = (rows: boolean[][]): string =>
  rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');

/** A text as a QR code: dark on light in every theme, since many readers want it so. */
export function QrCode({ text }: { readonly text: string }) {
  const { t } = useTranslation('share');
  const rows = codeOf(text);
  if (rows === null) return <p>{t('qrTooLong')}</p>;
  const size = rows.length;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={t('qr')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={pathOf(rows)} />
    </svg>
  );
}
