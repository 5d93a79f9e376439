import { useTranslation } from '#ui/words.tsx';
import { themes } from '#core/journal/settings.ts';
import { interfaceLanguages, type Language } from '#core/language.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { SettingsProps } from './change.ts';
import { asFound } from './setting-words.ts';

interface LanguageSettingsProps extends SettingsProps {
  /** Languages that questions can be read in. */
  readonly languages: readonly Language[];
}

const named = (code: Language) => ({
  value: code,
  label: <span lang={code}>{languageName(code)}</span>,
});

/** In which words, and by which light. */
export function LanguageSettings({ settings, change, markOf, languages }: LanguageSettingsProps) {
  const { t } = useTranslation('settings');
  const spoken = [...new Set<Language>([...interfaceLanguages, ...languages])];
  return (
    <section aria-labelledby="settings-look">
      <h2 id="settings-look">{t('look')}</h2>
      <ChoiceField
        label={t('language')}
        choices={[
          { value: 'browser', label: t(asFound()) },
          ...interfaceLanguages.map((code) => ({ ...named(code), value: code })),
        ]}
        value={settings.language ?? 'browser'}
        onChoose={(value) => change('language', value === 'browser' ? null : value)}
        mark={markOf('language')}
      />
      <ChoiceField
        label={t('questionLanguage')}
        hint={t('questionLanguageHint')}
        choices={[{ value: '', label: t('asInterface') }, ...spoken.map(named)]}
        value={settings.questionLanguage ?? ''}
        onChoose={(value) => change('questionLanguage', value === '' ? null : value)}
        mark={markOf('questionLanguage')}
      />
      <ChoiceField
        label={t('theme')}
        choices={themes.map((theme) => ({ value: theme, label: t(`theme-${theme}`) }))}
        value={settings.theme}
        onChoose={(theme) => change('theme', theme)}
        mark={markOf('theme')}
      />
    </section>
  );
}
