import { memo, useId } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { Slug } from '#core/ids.ts';
import type { KindName } from '#core/pack/model.ts';
import type { FormOption } from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { isAlike } from './alike.ts';
import { Choice } from './fields.tsx';
import { FormText } from './FormText.tsx';
import type { Group } from './option-groups.ts';
import type { FormDesk } from './ScenarioForm.tsx';

interface OptionFormProps {
  readonly option: FormOption;
  /** From 1. */
  readonly place: number;
  readonly group: Group;
  readonly kind: KindName;
  readonly languages: readonly Language[];
  /** Ids of the choices, for a prompt. */
  readonly choices: readonly string[];
  readonly outline: Outline | null;
  readonly desk: FormDesk;
  /** The options of its list that it would stand before, `null` at the end; undefined where it cannot go. */
  readonly up: Slug | undefined;
  readonly down: Slug | null | undefined;
}

/** One option: whether it is right, its words, why, when it would be right, and what it stands for. */
export const OptionForm = memo(function OptionForm(props: OptionFormProps) {
  const { option, place, group, kind, languages, choices, desk } = props;
  const { t } = useTranslation('author');
  const name = useId();
  const isChoice = kind === 'single' || kind === 'multiple';
  return (
    <fieldset className="form-option" aria-labelledby={name}>
      <div className="form-option-head">
        <strong id={name}>{t('optionOf', { place, id: option.id })}</strong>
        {group === 'option' && (
          <label className="form-check">
            <input
              type="checkbox"
              disabled={desk.isReadOnly}
              checked={option.right === true}
              onChange={(event) => desk.edit(rightEdit(kind, option, event.target.checked))}
            />
            {t('isRight')}
          </label>
        )}
        {!desk.isReadOnly && <OptionActs {...props} />}
      </div>
      {group === 'prompt' && (
        <Choice
          label={t('goesWith')}
          value={option.choice ?? ''}
          choices={choices.map((id) => ({ value: id, label: id }))}
          isReadOnly={desk.isReadOnly}
          onChange={(choice) => desk.edit({ edit: 'choice', option: option.id, choice })}
        />
      )}
      <OptionWords {...{ option, languages, desk }} hasWhen={isChoice && option.right !== true} />
      {isChoice && <StandsFor {...props} />}
    </fieldset>
  );
}, isAlike);

/** Of `single`, one alone is right. */
const rightEdit = (kind: KindName, { id }: FormOption, right: boolean) =>
  kind === 'single' && right
    ? ({ edit: 'key', right: [id] } as const)
    : ({ edit: 'right', option: id, right } as const);

interface OptionWordsProps {
  readonly option: FormOption;
  readonly languages: readonly Language[];
  readonly desk: FormDesk;
  readonly hasWhen: boolean;
}

function OptionWords({ option, languages, desk, hasWhen }: OptionWordsProps) {
  const { t } = useTranslation('author');
  const texts = hasWhen ? (['text', 'why', 'rightWhen'] as const) : (['text', 'why'] as const);
  return (
    <div className="form-languages">
      {languages.map((language) => (
        <div key={language} className="form-part">
          {texts.map((edit) => (
            <FormText
              key={edit}
              label={t(`field-${edit}`, { language: languageName(language) })}
              value={option[edit][language] ?? ''}
              lang={language}
              rows={edit === 'why' ? 2 : 1}
              isReadOnly={desk.isReadOnly}
              onEdit={(source) => desk.edit({ edit, option: option.id, language, source })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function OptionActs({ option, place, desk, up, down }: OptionFormProps) {
  const { t } = useTranslation('author');
  const move = (before: Slug | null) => desk.edit({ edit: 'move', option: option.id, before });
  return (
    <span className="form-option-acts">
      <Button
        look="quiet"
        aria-label={t('moveUp', { place })}
        blocked={up === undefined ? t('isFirst') : undefined}
        onClick={() => up !== undefined && move(up)}
      >
        <Icon name="up" />
      </Button>
      <Button
        look="quiet"
        aria-label={t('moveDown', { place })}
        blocked={down === undefined ? t('isLast') : undefined}
        onClick={() => down !== undefined && move(down)}
      >
        <Icon name="down" />
      </Button>
      <Button
        look="quiet"
        aria-label={t('removeOption', { place })}
        onClick={() => desk.edit({ edit: 'remove', option: option.id })}
      >
        <Icon name="cross" />
      </Button>
    </span>
  );
}

function StandsFor({ option, outline, desk }: OptionFormProps) {
  const { t } = useTranslation('author');
  const names = [...(outline?.terms ?? []), ...(outline?.concepts ?? [])];
  if (names.length === 0) return null;
  return (
    <Choice
      label={t('standsFor')}
      value={option.standsFor ?? ''}
      choices={[
        { value: '', label: t('standsForNothing') },
        ...names.map(({ id }) => ({ value: id, label: id })),
      ]}
      isReadOnly={desk.isReadOnly}
      onChange={(term) =>
        desk.edit({ edit: 'standsFor', option: option.id, term: term === '' ? null : term })
      }
    />
  );
}
