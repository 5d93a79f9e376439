import { useCallback, useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Path } from '#core/pack/source.ts';
import { editedPack, packFields, type PackFields } from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { ExamForm } from './ExamForm.tsx';
import type { TextEdit } from './FilePane.tsx';
import { FormText } from './FormText.tsx';
import { freshId } from './fresh-id.ts';
import { NumberField } from './NumberField.tsx';
import './Form.css';

interface PackFormProps {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly onEdit: (make: TextEdit) => boolean;
}

export interface PackPartProps {
  readonly fields: PackFields;
  readonly isReadOnly: boolean;
  readonly set: (path: Path, value: unknown) => boolean;
}

/** The settings of a pack without YAML: each field is a value of it, all else stays as it is written. */
export function PackForm({ text, isReadOnly, onEdit }: PackFormProps) {
  const fields = useMemo(() => packFields(text), [text]);
  const set = useCallback(
    (path: Path, value: unknown) => onEdit((now) => editedPack(now, path, value)),
    [onEdit],
  );
  const part = { fields, isReadOnly, set };
  return (
    <div className="form">
      <Words {...part} />
      <Facts {...part} />
      <Languages {...part} />
      <Authors {...part} />
      <Domains {...part} />
      <ExamForm {...part} />
    </div>
  );
}

/** What a text that may be left out is set to. */
const orNothing = (value: string): string | undefined => (value === '' ? undefined : value);

function Words({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  return (
    <div className="form-languages">
      {fields.languages.map((language) => (
        <div className="form-part" key={language}>
          {(['title', 'summary'] as const).map((key) => (
            <FormText
              key={key}
              label={t(`pack-${key}`, { language: languageName(language) })}
              value={fields[key][language] ?? ''}
              lang={language}
              isReadOnly={isReadOnly}
              onEdit={(value) => set([key, language], value)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Facts({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  return (
    <div className="form-head">
      {(['version', 'released', 'licence', 'address'] as const).map((key) => (
        <FormText
          key={key}
          label={t(`pack-${key}`)}
          value={fields[key]}
          type={key === 'released' ? 'date' : 'text'}
          isReadOnly={isReadOnly}
          onEdit={(value) => set([key], orNothing(value))}
        />
      ))}
      {(['mail', 'issues'] as const).map((key) => (
        <FormText
          key={key}
          label={t(`pack-${key}`)}
          value={fields.contact[key] ?? ''}
          isReadOnly={isReadOnly}
          onEdit={(value) => set(['contact', key], orNothing(value))}
        />
      ))}
    </div>
  );
}

/** Languages that the interface knows; others are written in the source. */
function Languages({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  const more = ['en', 'ja'].filter((language) => !fields.languages.includes(language));
  return (
    <p>
      {t('packLanguages', { languages: fields.languages.map(languageName).join(', ') })}{' '}
      {!isReadOnly &&
        more.map((language) => (
          <button
            key={language}
            type="button"
            className="text-button"
            onClick={() => set(['languages', fields.languages.length], language)}
          >
            {t('addLanguage', { language: languageName(language) })}
          </button>
        ))}
    </p>
  );
}

function Authors({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  const { authors } = fields;
  return (
    <fieldset className="form-group">
      <legend>{t('authors')}</legend>
      {authors.map(({ name, url }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name changes with each letter
        <div className="form-reference" key={index}>
          <FormText
            label={t('authorOf', { place: index + 1 })}
            value={name}
            isReadOnly={isReadOnly}
            onEdit={(value) => set(['authors', index, 'name'], value)}
          />
          <FormText
            label={t('authorUrl', { place: index + 1 })}
            value={url}
            isReadOnly={isReadOnly}
            onEdit={(value) => set(['authors', index, 'url'], orNothing(value))}
          />
          {!isReadOnly && (
            <Remove
              label={t('removeAuthor', { place: index + 1 })}
              onRemove={() => set(['authors', index], undefined)}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          look="quiet"
          onClick={() => set(['authors', authors.length], { name: t('newAuthor') })}
        >
          <Icon name="plus" />
          {t('addAuthor')}
        </Button>
      )}
    </fieldset>
  );
}

function Domains({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  const { domains, languages } = fields;
  const total = domains.reduce((sum, { weight = 0 }) => sum + weight, 0);
  const add = () => {
    const taken = domains.map((domain) => domain.id);
    const id = freshId('domain', taken);
    const title = Object.fromEntries(languages.map((language) => [language, id]));
    set(['domains', domains.length], { id, title, weight: 0 });
  };
  return (
    <fieldset className="form-group">
      <legend>{t('domains')}</legend>
      <p className="author-caption">{t('weightsTotal', { total })}</p>
      {domains.map((domain, index) => (
        <Domain key={`${index}:${domain.id}`} {...{ domain, index, fields, isReadOnly, set }} />
      ))}
      {!isReadOnly && (
        <Button look="quiet" onClick={add}>
          <Icon name="plus" />
          {t('addDomain')}
        </Button>
      )}
    </fieldset>
  );
}

interface DomainProps extends PackPartProps {
  readonly domain: PackFields['domains'][number];
  readonly index: number;
}

function Domain({ domain, index, fields, isReadOnly, set }: DomainProps) {
  const { t } = useTranslation('author');
  const { id, title, weight } = domain;
  return (
    <div className="form-option">
      <div className="form-head">
        {fields.languages.map((language) => (
          <FormText
            key={language}
            label={t('domainTitle', { id, language: languageName(language) })}
            value={title[language] ?? ''}
            lang={language}
            isReadOnly={isReadOnly}
            onEdit={(value) => set(['domains', index, 'title', language], value)}
          />
        ))}
        <NumberField
          label={t('domainWeight', { id })}
          value={weight}
          isReadOnly={isReadOnly}
          onNumber={(value) => set(['domains', index, 'weight'], value)}
        />
        {!isReadOnly && (
          <Remove
            label={t('removeDomain', { id })}
            onRemove={() => set(['domains', index], undefined)}
          />
        )}
      </div>
    </div>
  );
}

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Button look="quiet" aria-label={label} onClick={onRemove}>
      <Icon name="cross" />
    </Button>
  );
}
