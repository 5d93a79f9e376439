import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { FormEdit, FormFields, FormOption } from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { OptionForm } from './OptionForm.tsx';
import { groupOf, groupsOf, nextId, type Group } from './option-groups.ts';
import type { FormDesk } from './ScenarioForm.tsx';

interface OptionsFormProps {
  readonly fields: FormFields;
  readonly desk: FormDesk;
  readonly outline: Outline | null;
}

/** The options of a scenario, steps, prompts and choices, or accepted answers: by its kind. */
export function OptionsForm({ fields, outline, desk }: OptionsFormProps) {
  const kind = fields.front.kind ?? 'single';
  return groupsOf(kind).map((group) => (
    <GroupForm
      key={group}
      group={group}
      options={fields.options.filter((option) => groupOf(kind, option) === group)}
      all={fields.options}
      fields={fields}
      outline={outline}
      desk={desk}
    />
  ));
}

interface GroupFormProps extends OptionsFormProps {
  readonly group: Group;
  readonly options: readonly FormOption[];
  readonly all: readonly FormOption[];
}

function GroupForm({ group, options, all, fields, outline, desk }: GroupFormProps) {
  const { t } = useTranslation('author');
  const choices = all.filter((option) => groupOf('matching', option) === 'choice');
  const word = fields.front.kind === 'short' ? 'answer' : group;
  const add = () => desk.edit(additionTo(group, all, fields.languages, choices[0]?.id));
  return (
    <fieldset className="form-group">
      <legend>{t(`group-${word}`)}</legend>
      {options.map((option, index) => (
        <OptionForm
          key={option.id}
          option={option}
          place={index + 1}
          group={group}
          kind={fields.front.kind ?? 'single'}
          languages={fields.languages}
          choices={choices.map(({ id }) => id)}
          outline={outline}
          desk={desk}
          up={options[index - 1]?.id}
          down={options[index + 1] && (options[index + 2]?.id ?? null)}
        />
      ))}
      {!desk.isReadOnly && (
        <Button look="quiet" onClick={add}>
          <Icon name="plus" />
          {t(`add-${word}`)}
        </Button>
      )}
    </fieldset>
  );
}

/** A new option at the end of its list, without words. */
const additionTo = (
  group: Group,
  all: readonly FormOption[],
  languages: readonly Language[],
  choice: string | undefined,
): FormEdit => ({
  edit: 'add',
  option: {
    id: nextId(all.map(({ id }) => id)),
    group,
    text: Object.fromEntries(languages.map((language) => [language, ''])),
    ...(group === 'option' ? { right: false } : {}),
    ...(group === 'prompt' && choice !== undefined ? { choice } : {}),
  },
  before: null,
});
