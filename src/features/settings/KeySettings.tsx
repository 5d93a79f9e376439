import { useTranslation } from '#ui/words.tsx';
import type { SettingsProps } from './change.ts';
import { ChoiceField } from './ChoiceField.tsx';

/** Whether single keys act. */
export function KeySettings({ settings, change, markOf }: SettingsProps) {
  const { t } = useTranslation('settings');
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('keys')}</h2>
      <ChoiceField
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        choices={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
        value={settings.singleKeys ? 'on' : 'off'}
        onChoose={(value) => change('singleKeys', value === 'on')}
        mark={markOf('singleKeys')}
      />
    </section>
  );
}
