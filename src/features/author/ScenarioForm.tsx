import { useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { editedScenario, scenarioFields, type FormEdit } from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { FormText } from './FormText.tsx';
import { OptionsForm } from './OptionsForm.tsx';
import { ReferencesForm } from './ReferencesForm.tsx';
import { ScenarioHead } from './ScenarioHead.tsx';
import './Form.css';

/** What every part of the form works with. */
export interface FormDesk {
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  /** Makes edits in the source, all or none; false when one has no place there. */
  readonly edit: (...edits: readonly FormEdit[]) => boolean;
}

interface ScenarioFormProps {
  readonly text: string;
  readonly outline: Outline | null;
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

/** A scenario without markup: every field is a stretch of the source, and edits it by the smallest patch. */
export function ScenarioForm(props: ScenarioFormProps) {
  const { text, outline, languages, isReadOnly, onChange } = props;
  const fields = useMemo(() => scenarioFields(text, languages), [text, languages]);
  const desk: FormDesk = {
    languages,
    isReadOnly,
    edit(...edits) {
      const next = editedScenario(text, languages, edits);
      if (next !== null && next !== text) onChange(next);
      return next !== null;
    },
  };
  return (
    <div className="form">
      <ScenarioHead fields={fields} outline={outline} desk={desk} />
      <LanguageParts fields={fields} desk={desk} />
      <OptionsForm fields={fields} outline={outline} desk={desk} />
      <Decides fields={fields} desk={desk} />
      <ReferencesForm references={fields.front.references} desk={desk} />
    </div>
  );
}

export interface PartProps {
  readonly fields: ReturnType<typeof scenarioFields>;
  readonly desk: FormDesk;
}

/** Situation and question, both languages side by side. */
function LanguageParts({ fields, desk }: PartProps) {
  const { t } = useTranslation('author');
  return (
    <div className="form-languages">
      {desk.languages.map((language) =>
        fields.languages.includes(language) ? (
          <div key={language} className="form-part">
            {(['situation', 'question'] as const).map((edit) => (
              <FormText
                key={edit}
                label={t(`field-${edit}`, { language: languageName(language) })}
                value={fields[edit][language] ?? ''}
                lang={language}
                rows={edit === 'situation' ? 4 : 2}
                isReadOnly={desk.isReadOnly}
                onEdit={(source) => desk.edit({ edit, language, source })}
              />
            ))}
          </div>
        ) : (
          <div key={language} className="form-part">
            <button
              type="button"
              className="text-button"
              onClick={() => desk.edit({ edit: 'addLanguage', language })}
            >
              {t('addLanguage', { language: languageName(language) })}
            </button>
          </div>
        ),
      )}
    </div>
  );
}

function Decides({ fields, desk }: PartProps) {
  const { t } = useTranslation('author');
  return (
    <div className="form-languages">
      {fields.languages.map((language) => (
        <FormText
          key={language}
          label={t('field-decides', { language: languageName(language) })}
          value={fields.decides[language] ?? ''}
          lang={language}
          rows={2}
          isReadOnly={desk.isReadOnly}
          onEdit={(source) => desk.edit({ edit: 'decides', language, source })}
        />
      ))}
    </div>
  );
}
