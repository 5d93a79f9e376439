import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { dateTrouble, MOST_DAYS, type DateTrouble } from '#core/exam/date.ts';
import { localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { formatDay, type StudyDay } from '#core/time.ts';
import { useExamProfiles } from '#state/exams.ts';
import { interfaceLanguageOf } from '#state/stores.ts';
import type { SettingsProps } from './change.ts';
import { DaysOff } from './DaysOff.tsx';
import { EntryField } from './EntryField.tsx';
import { SettingRow } from './SettingRow.tsx';

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
      <ExamChoice packs={packs} {...shared} />
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
          <DaysOff {...shared} />
        </>
      )}
    </section>
  );
}

/** A pack's own exam, or a real one. */
function ExamChoice({ settings, change, markOf, packs }: Omit<ExamSettingsProps, 'today'>) {
  const { t } = useTranslation('plan');
  const profiles = useExamProfiles() ?? [];
  const language = interfaceLanguageOf(settings);
  const { exam } = settings;
  const withExam = packs.filter((pack) => pack.exam !== undefined);
  const choose = (chosen: string) => {
    // The date and the result are of the other exam.
    change('examDate', null);
    change('planFrom', null);
    change('examResult', null);
    change('exam', chosen === '' ? null : chosen);
  };
  const known = [...withExam.map(({ uid }) => uid), ...profiles.map(({ id }) => id)];
  return (
    <SettingRow hint={t('examHint')} hintId="exam-hint" mark={markOf('exam')}>
      <div className="setting-entry">
        <label htmlFor="exam-choice">{t('examChoice')}</label>
        <select
          id="exam-choice"
          value={exam ?? ''}
          aria-describedby="exam-hint"
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('noExam')}</option>
          {exam !== null && !known.includes(exam) && <option value={exam}>{exam}</option>}
          <optgroup label={t('ofPacks')}>
            {withExam.map(({ uid, title, languages }) => (
              <option key={uid} value={uid}>
                {localized(title, language, languages[0]) ?? uid}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('ofProviders')}>
            {profiles.map(({ id, title }) => (
              <option key={id} value={id}>
                {localized(title, language) ?? id}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
    </SettingRow>
  );
}
