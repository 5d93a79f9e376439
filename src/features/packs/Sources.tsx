import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { Checked, Reference } from '#core/pack/model.ts';
import { ReferenceLink } from '#question/Aged.tsx';
import { CheckedOn } from '#question/CheckedOn.tsx';

interface SourcesProps {
  readonly references: readonly Reference[];
  readonly checked: Checked | undefined;
  readonly language: Language;
}

/** Where it stands, and on which day that was looked up. */
export function Sources({ references, checked, language }: SourcesProps) {
  const { t } = useTranslation('feedback');
  return (
    <section className="sources" aria-label={t('references')}>
      <p>
        <CheckedOn checked={checked} />
      </p>
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
