import { useTranslation } from '#ui/words.tsx';
import type { Scope } from '#core/insight/scope.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { localized, type Language } from '#core/language.ts';
import type { Names } from './numbers.ts';
import { periods } from './scope-params.ts';

interface ScopeFormProps {
  readonly scope: Scope;
  readonly packs: readonly PackIndex[];
  readonly names: Names;
  readonly language: Language;
  readonly onChange: (scope: Scope) => void;
}

/** Pack, then domain; and how far back. What is chosen stands in the address. */
export function ScopeForm({ scope, packs, names, language, onChange }: ScopeFormProps) {
  const { t } = useTranslation('progress');
  const pack = packs.find(({ uid }) => uid === scope.pack);
  return (
    <fieldset className="progress-scope">
      <legend>{t('scope')}</legend>
      <Choice
        label={t('pack')}
        value={scope.pack ?? ''}
        options={[
          { value: '', words: t('allPacks') },
          ...packs.map(({ uid, title, languages }) => ({
            value: uid,
            words: localized(title, language, languages[0]) ?? uid,
          })),
        ]}
        onChange={(uid) => onChange({ ...scope, pack: uid === '' ? null : uid, domain: null })}
      />
      {pack && (
        <Choice
          label={t('domain')}
          value={scope.domain ?? ''}
          options={[
            { value: '', words: t('allDomains') },
            ...pack.domains.map(({ id }) => ({ value: id, words: names.domain(pack.uid, id) })),
          ]}
          onChange={(domain) => onChange({ ...scope, domain: domain === '' ? null : domain })}
        />
      )}
      <Choice
        label={t('period')}
        value={String(scope.days ?? 0)}
        options={periods.map((period) => ({
          value: String(period),
          words: t(`period-${period}`),
        }))}
        onChange={(days) => onChange({ ...scope, days: days === '0' ? null : Number(days) })}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className="progress-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}
