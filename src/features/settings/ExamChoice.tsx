import { useRef, useState, type Ref } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { dateTrouble } from '#core/exam/date.ts';
import { parseDay } from '#core/calendar-day.ts';
import { localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { formatDay, type StudyDay } from '#core/time.ts';
import { ExamEndNotice } from '#question/ExamEndNotice.tsx';
import { useExamEnd } from '#state/exam-end.ts';
import { dayWords } from '#i18n/day-words.ts';
import { useExamProfiles } from '#state/exams.ts';
import { interfaceLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { SettingsProps } from './change.ts';
import { SettingRow } from './SettingRow.tsx';

/** What the settings of an exam are given. */
export interface ExamSettingsProps extends SettingsProps {
  readonly packs: readonly PackIndex[];
  readonly today: StudyDay;
}

/**
 * A pack's own exam, or a real one. Arrow keys on a list that is closed pass by all that lie between: a date and a
 * result are given up for none of these, only when the learner says so.
 */
export function ExamChoice({ packs, today, ...shared }: ExamSettingsProps) {
  const { settings, change, markOf } = shared;
  const { t } = useTranslation('plan');
  const [asked, setAsked] = useState<string | null>(null);
  const exam = settings.exam ?? '';
  const end = useExamEnd(asked ?? exam);
  const list = useRef<HTMLSelectElement>(null);
  const close = () => {
    setAsked(null);
    // The button that was pressed goes: keys go on from where they came from.
    list.current?.focus();
  };
  const take = (chosen: string, isDateKept: boolean) => {
    close();
    // Of the date that goes along the plan begins today; the result is of the other exam.
    change('planFrom', isDateKept ? formatDay(today) : null);
    if (!isDateKept) change('examDate', null);
    change('examResult', null);
    change('exam', chosen === '' ? null : chosen);
  };
  const choose = (chosen: string) => {
    const isBare = settings.examDate === null && settings.examResult === null;
    if (chosen === exam) setAsked(null);
    else if (isBare) take(chosen, false);
    else setAsked(chosen);
  };
  return (
    <SettingRow hint={t('examHint')} hintId="exam-hint" mark={markOf('exam')}>
      <div className="setting-entry">
        <label htmlFor="exam-choice">{t('examChoice')}</label>
        <ExamList {...{ list, settings, packs }} value={asked ?? exam} onChoose={choose} />
      </div>
      <ExamEndNotice end={end} />
      {asked !== null && (
        <Question
          date={settings.examDate}
          mayKeep={asked !== '' && dateTrouble(settings.examDate ?? '', today) === null}
          onTake={(isDateKept) => take(asked, isDateKept)}
          onStay={close}
        />
      )}
    </SettingRow>
  );
}

interface QuestionProps {
  readonly date: string | null;
  /** The date may be that of the other exam as well. */
  readonly mayKeep: boolean;
  readonly onTake: (isDateKept: boolean) => void;
  readonly onStay: () => void;
}

function Question({ date, mayKeep, onTake, onStay }: QuestionProps) {
  const { t, i18n } = useTranslation('plan');
  const day = date === null ? null : parseDay(date);
  const actions = (
    <>
      {mayKeep && <Button onClick={() => onTake(true)}>{t('examTakeKeep')}</Button>}
      <Button onClick={() => onTake(false)}>{t('examTake')}</Button>
      <Button onClick={onStay}>{t('examStay')}</Button>
    </>
  );
  return (
    <Notice kind="info" title={t('examAsk')} action={<div className="data-actions">{actions}</div>}>
      {day === null ? t('examAskResult') : t('examAskDate', { date: dayWords(day, i18n.language) })}
    </Notice>
  );
}

interface ExamListProps extends Pick<ExamSettingsProps, 'settings' | 'packs'> {
  readonly list: Ref<HTMLSelectElement>;
  readonly value: string;
  readonly onChoose: (chosen: string) => void;
}

function ExamList({ list, settings, packs, value, onChoose }: ExamListProps) {
  const { t } = useTranslation('plan');
  const profiles = useExamProfiles() ?? [];
  const language = interfaceLanguageOf(settings);
  const { exam } = settings;
  const withExam = packs.filter((pack) => pack.exam !== undefined);
  const known = [...withExam.map(({ uid }) => uid), ...profiles.map(({ id }) => id)];
  return (
    <select
      ref={list}
      id="exam-choice"
      value={value}
      aria-describedby="exam-hint"
      onChange={({ target }) => onChoose(target.value)}
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
  );
}
