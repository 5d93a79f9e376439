import { useMemo } from 'react';
import type { Language } from '#core/language.ts';
import {
  editedNote,
  noteFields,
  type NoteFormEdit,
  type NoteFormFields,
} from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { useTranslation } from '#ui/words.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import type { TextEdit } from './FilePane.tsx';
import { FormText } from './FormText.tsx';
import { ReferencesForm } from './ReferencesForm.tsx';
import './Form.css';

interface NoteFormProps {
  readonly text: string;
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  readonly onEdit: (make: TextEdit) => boolean;
}

/** What the parts of the form work with. */
export interface NoteDesk {
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  readonly edit: (edit: NoteFormEdit) => boolean;
}

/** A note without markup: its texts, and claim by claim what has become of it. */
export function NoteForm({ text, languages, isReadOnly, onEdit }: NoteFormProps) {
  const { t } = useTranslation('author');
  const fields = useMemo(() => noteFields(text, languages), [text, languages]);
  const desk = useMemo<NoteDesk>(
    () => ({
      languages,
      isReadOnly,
      edit: (edit) => onEdit((now) => editedNote(now, languages, edit)),
    }),
    [languages, isReadOnly, onEdit],
  );
  const { references } = fields;
  const shared = { languages: fields.languages, references };
  return (
    <div className="form">
      <NoteHead fields={fields} desk={desk} />
      <div className="form-languages">
        {languages.map((language) => (
          <NoteWords key={language} fields={fields} desk={desk} language={language} />
        ))}
      </div>
      <fieldset className="form-group">
        <legend>{t('claims')}</legend>
        {fields.claims.map((claim) => (
          <ClaimForm key={claim.id} claim={claim} fields={shared} desk={desk} />
        ))}
        {!isReadOnly && <AddClaim fields={fields} desk={desk} />}
      </fieldset>
      <ReferencesForm references={references} desk={desk} />
    </div>
  );
}

interface PartProps {
  readonly fields: NoteFormFields;
  readonly desk: NoteDesk;
}

function NoteHead({ fields: { published, checked }, desk }: PartProps) {
  const { t } = useTranslation('author');
  const set = (path: readonly string[], value: unknown) =>
    desk.edit({ edit: 'front', path, value });
  return (
    <div className="form-head">
      <FormText
        label={t('notePublished')}
        value={published ?? ''}
        isReadOnly={desk.isReadOnly}
        onEdit={(value) => set(['published'], value === '' ? undefined : value)}
      />
      <FormText
        label={t('checkedOn')}
        type="date"
        value={checked?.on ?? ''}
        isReadOnly={desk.isReadOnly}
        onEdit={(on) =>
          set(['checked'], on === '' ? undefined : { on, how: checked?.how ?? 'live' })
        }
      />
    </div>
  );
}

/** Title and the runs of text between the claims. */
function NoteWords({ fields, desk, language }: PartProps & { readonly language: Language }) {
  const { t } = useTranslation('author');
  const name = { language: languageName(language) };
  if (!fields.languages.includes(language))
    return desk.isReadOnly ? null : (
      <button
        type="button"
        className="text-button"
        onClick={() => desk.edit({ edit: 'addLanguage', language })}
      >
        {t('addLanguage', name)}
      </button>
    );
  const texts = (fields.body[language] ?? []).flatMap((part) =>
    part.type === 'text' ? [part.source] : [],
  );
  return (
    <div className="form-part">
      <FormText
        label={t('titleIn', name)}
        value={fields.title[language] ?? ''}
        lang={language}
        isReadOnly={desk.isReadOnly}
        onEdit={(source) => desk.edit({ edit: 'title', language, source })}
      />
      {(texts.length === 0 ? [''] : texts).map((source, run) => (
        <FormText
          // oxlint-disable-next-line react/no-array-index-key -- a run of text is known by its place alone
          key={run}
          label={t('noteTextIn', { ...name, place: run + 1 })}
          value={source}
          lang={language}
          rows={4}
          isReadOnly={desk.isReadOnly}
          onEdit={(next) => desk.edit({ edit: 'text', language, run, source: next })}
        />
      ))}
    </div>
  );
}

/** A number that was taken out is not given again: what points to it would mean another claim. */
function AddClaim({ fields: { claims, retired, languages }, desk }: PartProps) {
  const { t } = useTranslation('author');
  const known = [...claims.map(({ id }) => id), ...retired];
  const numbers = known.map(Number).filter(Number.isSafeInteger);
  const claim = String(Math.max(0, ...numbers) + 1);
  const add = () =>
    desk.edit({
      edit: 'addClaim',
      claim,
      verdict: 'unverified',
      says: Object.fromEntries(languages.map((language) => [language, t('newClaim')])),
    });
  return (
    <Button look="quiet" onClick={add}>
      <Icon name="plus" />
      {t('addClaim')}
    </Button>
  );
}
