import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { dateTrouble, MOST_DAYS, type DateTrouble } from '#core/exam/date.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { formatDay, type StudyDay } from '#core/time.ts';
import type { SettingsProps } from './change.ts';
import { DaysOff } from './DaysOff.tsx';
import { EntryField } from './EntryField.tsx';
import { ExamChoice } from './ExamChoice.tsx';
import { LateDate } from './LateDate.tsx';

interface ExamSettingsProps extends SettingsProps {
  readonly packs: readonly PackIndex[];
  readonly today: StudyDay;
}

/** What is studied for, and when it is: with both, Today follows a plan. */
export function ExamSettings({ packs, today, ...shared }: ExamSettingsProps) {
  const { settings, change, markOf } = shared;
  const { t } = useTranslation('plan');
  const [trouble, setTrouble] = useState<DateTrouble>('impossible');
  const enterDate = (text: string): boolean => {
    const found = dateTrouble(text, today);
    if (found !== null) {
      setTrouble(found);
      return false;
    }
    change('planFrom', formatDay(today));
    change('examResult', null);
    change('examDate', text);
    return true;
  };
  return (
    <section aria-labelledby="settings-exam">
      <h2 id="settings-exam">{t('exam')}</h2>
      <ExamChoice packs={packs} today={today} {...shared} />
      {settings.exam !== null && (
        <>
          <EntryField
            key={settings.exam}
            type="date"
            label={t('date')}
            hint={t('dateHint')}
            allowed={t(`date-${trouble}`, { days: MOST_DAYS })}
            value={settings.examDate ?? ''}
            onEnter={enterDate}
            mark={markOf('examDate')}
          />
          <LateDate settings={settings} today={today} />
          <DaysOff {...shared} />
        </>
      )}
    </section>
  );
}
