import { examDayOf } from '#core/exam/date.ts';
import type { Settings } from '#core/journal/settings.ts';
import type { StudyDay } from '#core/time.ts';
import { dayWords } from '#i18n/day-words.ts';
import { useExamEnd } from '#state/exam-end.ts';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';

interface LateDateProps {
  readonly settings: Settings;
  readonly today: StudyDay;
}

/** Says that the day ahead that was chosen is after the last one of the exam. It is kept all the same. */
export function LateDate({ settings, today }: LateDateProps) {
  const { t, i18n } = useTranslation('plan');
  const end = useExamEnd(settings.exam);
  const day = examDayOf(settings);
  if (end === null || day === null || day < today || day <= end.last) return null;
  const { next, isOver } = end;
  const date = dayWords(end.last, i18n.language);
  return (
    <Notice kind="warn" title={t('lateTitle')}>
      {next === null
        ? t(isOver ? 'lateOver' : 'late', { date })
        : t(isOver ? 'lateOverNext' : 'lateNext', { date, next })}
    </Notice>
  );
}
