import { useTranslation } from '#ui/words.tsx';
import type { Aside } from '#state/stored-use.ts';
import { Button } from '#ui/Button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { formatDate, formatSize } from './sizes.ts';

/** What could not be read: kept as it was found, to be saved as files. */
export function Asides({ asides }: { readonly asides: readonly Aside[] }) {
  const { t, i18n } = useTranslation('settings');
  if (asides.length === 0) return null;
  return (
    <div className="data-part">
      <h3>{t('asides')}</h3>
      <p>{t('asidesBody')}</p>
      <ul className="data-asides">
        {asides.map(({ key, at, text }, i) => {
          const values = { place: key, size: formatSize(text.length, i18n.language) };
          return (
            <li key={key}>
              <span>
                {at === null
                  ? t('asideUndated', values)
                  : t('aside', { ...values, date: formatDate(at, i18n.language) })}
              </span>
              <Button
                aria-label={t('saveFileOf', { name: key })}
                onClick={() => saveFile(`mondo-aside-${i + 1}.txt`, text, 'text/plain')}
              >
                {t('saveFile')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
