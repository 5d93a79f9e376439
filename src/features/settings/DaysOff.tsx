import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { weekdayOf } from '#core/calendar-day.ts';
import { middleOf, studyDay } from '#core/time.ts';
import type { SettingsProps } from './change.ts';
import { SettingRow } from './SettingRow.tsx';

/** 5 January 1970, and the days after it: a week from Monday. */
const week = Array.from({ length: 7 }, (_, i) => studyDay(4 + i));

/** Weekdays without study. One at least is left to study on. */
export function DaysOff({ settings, change, markOf }: SettingsProps) {
  const { t, i18n } = useTranslation('plan');
  const [isRefused, setRefused] = useState(false);
  const { daysOff } = settings;
  const name = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const toggle = (weekday: number, isOff: boolean) => {
    const others = daysOff.filter((day) => day !== weekday);
    const next = isOff ? [...others, weekday].toSorted((a, b) => a - b) : others;
    setRefused(next.length > 6);
    if (next.length <= 6) change('daysOff', next);
  };
  return (
    <SettingRow hint={t('daysOffHint')} hintId="days-off-hint" mark={markOf('daysOff')}>
      <fieldset className="setting-days" aria-describedby="days-off-hint">
        <legend>{t('daysOff')}</legend>
        {week.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={daysOff.includes(weekdayOf(day))}
              onChange={({ target }) => toggle(weekdayOf(day), target.checked)}
            />
            {name.format(middleOf(day))}
          </label>
        ))}
      </fieldset>
      {isRefused && (
        <p className="setting-refused" role="alert">
          {t('daysOffAll')}
        </p>
      )}
    </SettingRow>
  );
}
