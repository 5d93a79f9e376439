import { useTranslation } from '#ui/words.tsx';

const places = ['Local', 'Twin', 'Cache', 'Session', 'Server'] as const;

/** What is stored where, in plain words. */
export function WhereWhat() {
  const { t } = useTranslation('settings');
  return (
    <div className="data-part">
      <h3>{t('where')}</h3>
      <dl className="data-where">
        {places.map((place) => (
          <div key={place}>
            <dt>{t(`where${place}`)}</dt>
            <dd>{t(`where${place}Body`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
