import { useCallback, useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { localized, type Language } from '#core/language.ts';
import {
  caseFields,
  conceptFields,
  editedConcept,
  type ConceptEdit,
  type TitledFields,
} from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { Choice } from './fields.tsx';
import type { TextEdit } from './FilePane.tsx';
import { FormText } from './FormText.tsx';
import './Form.css';

interface ConceptFormProps {
  readonly text: string;
  /** Its own id; `null` for a case, which has words alone. */
  readonly concept: string | null;
  readonly outline: Outline | null;
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  readonly onEdit: (make: TextEdit) => boolean;
}

/** What is remembered: title and rule in each language, the domain, and what it is mixed up with. */
export function ConceptForm(props: ConceptFormProps) {
  const { text, concept, outline, languages, isReadOnly, onEdit } = props;
  const fields = useMemo(
    () => (concept === null ? caseFields : conceptFields)(text, languages),
    [concept, text, languages],
  );
  const edit = useCallback(
    (change: ConceptEdit) => onEdit((now) => editedConcept(now, languages, change)),
    [onEdit, languages],
  );
  return (
    <div className="form">
      <div className="form-languages">
        {languages.map((language) => (
          <LanguagePart
            key={language}
            {...{ language, fields, isReadOnly, edit }}
            isCase={concept === null}
          />
        ))}
      </div>
      {concept !== null && outline !== null && (
        <Links {...{ concept, outline, fields, isReadOnly, edit }} />
      )}
    </div>
  );
}

interface LanguagePartProps {
  readonly language: Language;
  readonly fields: TitledFields;
  readonly isCase: boolean;
  readonly isReadOnly: boolean;
  readonly edit: (change: ConceptEdit) => boolean;
}

function LanguagePart({ language, fields, isCase, isReadOnly, edit }: LanguagePartProps) {
  const { t } = useTranslation('author');
  const name = { language: languageName(language) };
  if (!fields.languages.includes(language))
    return isReadOnly ? null : (
      <button
        type="button"
        className="text-button"
        onClick={() => edit({ edit: 'addLanguage', language })}
      >
        {t('addLanguage', name)}
      </button>
    );
  return (
    <div className="form-part">
      <FormText
        label={t('titleIn', name)}
        value={fields.title[language] ?? ''}
        lang={language}
        isReadOnly={isReadOnly}
        onEdit={(source) => edit({ edit: 'title', language, source })}
      />
      <FormText
        label={t(isCase ? 'situationIn' : 'ruleIn', name)}
        value={fields.body[language] ?? ''}
        lang={language}
        rows={4}
        isReadOnly={isReadOnly}
        onEdit={(source) => edit({ edit: 'body', language, source })}
      />
    </div>
  );
}

interface LinksProps {
  readonly concept: string;
  readonly outline: Outline;
  readonly fields: TitledFields;
  readonly isReadOnly: boolean;
  readonly edit: (change: ConceptEdit) => boolean;
}

function Links({ concept, outline, fields, isReadOnly, edit }: LinksProps) {
  const { t, i18n } = useTranslation('author');
  const { domain, confusable } = fields;
  const nameOf = ({ id, title }: Outline['concepts'][number] | Outline['domains'][number]) =>
    localized(title, i18n.language, outline.languages[0]) ?? id;
  const others = outline.concepts.filter(({ id }) => id !== concept && !confusable.includes(id));
  const set = (ids: readonly string[]) =>
    edit({ edit: 'front', path: ['confusable'], value: ids.length === 0 ? undefined : ids });
  return (
    <div className="form-head">
      <Choice
        label={t('domain')}
        value={domain}
        choices={outline.domains.map((one) => ({ value: one.id, label: nameOf(one) }))}
        isReadOnly={isReadOnly}
        onChange={(value) => edit({ edit: 'front', path: ['domain'], value })}
      />
      {others.length > 0 && !isReadOnly && (
        <Choice
          label={t('confusable')}
          value=""
          choices={[
            { value: '', label: t('chooseConcept') },
            ...others.map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          onChange={(id) => id !== '' && set([...confusable, id])}
        />
      )}
      {confusable.map((id) => (
        <button
          key={id}
          type="button"
          className="text-button"
          disabled={isReadOnly}
          onClick={() => set(confusable.filter((other) => other !== id))}
        >
          {t('notConfusable', { id })}
        </button>
      ))}
    </div>
  );
}
