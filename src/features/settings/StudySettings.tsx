import { useTranslation } from '#ui/words.tsx';
import type { SettingsProps } from './change.ts';
import { EntryField } from './EntryField.tsx';
import { formatTime, parseTime, parseWhole } from './entries.ts';

const MOST_NEW = 999;
const MOST_MINUTES = 1440;

/** How much a day, and when a day begins. */
export function StudySettings({ settings, change, markOf }: SettingsProps) {
  const { t } = useTranslation('settings');
  const enter = (
    key: 'newPerDay' | 'minutesPerDay' | 'dayStart',
    value: number | null,
  ): boolean => {
    if (value !== null) change(key, value);
    return value !== null;
  };
  return (
    <section aria-labelledby="settings-study">
      <h2 id="settings-study">{t('study')}</h2>
      <EntryField
        type="number"
        label={t('newPerDay')}
        hint={t('newPerDayHint')}
        unit={t('newPerDayUnit')}
        allowed={t('wholeAllowed', { least: 0, most: MOST_NEW })}
        value={String(settings.newPerDay)}
        onEnter={(text) => enter('newPerDay', parseWhole(text, 0, MOST_NEW))}
        mark={markOf('newPerDay')}
      />
      <EntryField
        type="number"
        label={t('minutesPerDay')}
        hint={t('minutesPerDayHint')}
        unit={t('minutesPerDayUnit')}
        allowed={t('wholeAllowed', { least: 1, most: MOST_MINUTES })}
        value={String(settings.minutesPerDay)}
        onEnter={(text) => enter('minutesPerDay', parseWhole(text, 1, MOST_MINUTES))}
        mark={markOf('minutesPerDay')}
      />
      <EntryField
        type="time"
        label={t('dayStart')}
        hint={t('dayStartHint')}
        allowed={t('timeAllowed')}
        value={formatTime(settings.dayStart)}
        onEnter={(text) => enter('dayStart', parseTime(text))}
        mark={markOf('dayStart')}
      />
    </section>
  );
}
