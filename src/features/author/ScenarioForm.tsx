import { memo, useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import {
  editedScenario,
  scenarioFields,
  type FormEdit,
  type FormFields,
} from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { isAlike } from './alike.ts';
import type { TextEdit } from './FilePane.tsx';
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
  readonly onEdit: (make: TextEdit) => boolean;
}

/** A scenario without markup: every field is a stretch of the source, and edits it by the smallest patch. */
export function ScenarioForm(props: ScenarioFormProps) {
  const { text, outline, languages, isReadOnly, onEdit } = props;
  const fields = useMemo(() => scenarioFields(text, languages), [text, languages]);
  const desk = useMemo<FormDesk>(
    () => ({
      languages,
      isReadOnly,
      edit: (...edits) => onEdit((now) => editedScenario(now, languages, edits)),
    }),
    [languages, isReadOnly, onEdit],
  );
  const { front } = fields;
  return (
    <div className="form">
      <ScenarioHead front={front} outline={outline} desk={desk} />
      <div className="form-languages">
        {languages.map((language) => (
          <LanguagePart
            key={language}
            language={language}
            isThere={fields.languages.includes(language)}
            situation={fields.situation[language] ?? ''}
            question={fields.question[language] ?? ''}
            desk={desk}
          />
        ))}
      </div>
      <OptionsForm fields={fields} outline={outline} desk={desk} />
      <Decides languages={fields.languages} decides={fields.decides} desk={desk} />
      <ReferencesForm references={front.references} desk={desk} />
    </div>
  );
}

interface LanguagePartProps {
  readonly language: Language;
  readonly isThere: boolean;
  readonly situation: string;
  readonly question: string;
  readonly desk: FormDesk;
}

/** Situation and question, both languages side by side. */
const LanguagePart = memo(function LanguagePart(props: LanguagePartProps) {
  const { language, isThere, desk } = props;
  const { t } = useTranslation('author');
  const name = { language: languageName(language) };
  if (!isThere)
    return (
      <div className="form-part">
        {!desk.isReadOnly && (
          <button
            type="button"
            className="text-button"
            onClick={() => desk.edit({ edit: 'addLanguage', language })}
          >
            {t('addLanguage', name)}
          </button>
        )}
      </div>
    );
  return (
    <div className="form-part">
      {(['situation', 'question'] as const).map((edit) => (
        <FormText
          key={edit}
          label={t(`field-${edit}`, name)}
          value={props[edit]}
          lang={language}
          rows={edit === 'situation' ? 4 : 2}
          isReadOnly={desk.isReadOnly}
          onEdit={(source) => desk.edit({ edit, language, source })}
        />
      ))}
    </div>
  );
});

interface DecidesProps extends Pick<FormFields, 'languages' | 'decides'> {
  readonly desk: FormDesk;
}

const Decides = memo(function Decides({ languages, decides, desk }: DecidesProps) {
  const { t } = useTranslation('author');
  return (
    <div className="form-languages">
      {languages.map((language) => (
        <FormText
          key={language}
          label={t('field-decides', { language: languageName(language) })}
          value={decides[language] ?? ''}
          lang={language}
          rows={2}
          isReadOnly={desk.isReadOnly}
          onEdit={(source) => desk.edit({ edit: 'decides', language, source })}
        />
      ))}
    </div>
  );
}, isAlike);
