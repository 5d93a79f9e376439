import { useTranslation } from 'react-i18next';
import type { Language } from '#core/language.ts';
import type { Checked, Reference } from '#core/pack/model.ts';
import { ReferenceLink } from '#question/Aged.tsx';
import { formatDate } from '#question/dates.ts';

interface SourcesProps {
  readonly references: readonly Reference[];
  readonly checked: Checked;
  readonly language: Language;
}

/** Where it stands, and on which day that was looked up. */
export function Sources({ references, checked: { on, how }, language }: SourcesProps) {
  const { t, i18n } = useTranslation('feedback');
  const date = formatDate(on, i18n.language);
  return (
    <section className="sources" aria-label={t('references')}>
      <p>{t(how === 'live' ? 'checkedLive' : 'checkedCopy', { date })}</p>
      <ul>
        {references.map((reference) => (
          <li key={reference.id}>
            <ReferenceLink reference={reference} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}
