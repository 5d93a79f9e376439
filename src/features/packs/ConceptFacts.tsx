import { useTranslation } from '#ui/words.tsx';
import type { ConceptState } from '#core/journal/learner-state.ts';
import { dueDay } from '#core/memory/schedule.ts';
import { formatDay, type StudyDay } from '#core/time.ts';
import { formatDate } from '#question/dates.ts';
import type { Outline } from './standing.ts';
import { StandingLine } from './StandingLine.tsx';

const DAYS_A_MONTH = 30.4;
const DAYS_A_YEAR = 365;

/** A stretch of days in the words of a language: "12 days", "3 months", "2 years". */
function spanWords(days: number, language: string): string {
  const [value, unit] =
    days < 2 * DAYS_A_MONTH
      ? [days, 'day']
      : days < 2 * DAYS_A_YEAR
        ? [days / DAYS_A_MONTH, 'month']
        : [days / DAYS_A_YEAR, 'year'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, value));
}

interface ConceptFactsProps {
  readonly outline: Outline;
  readonly state: ConceptState | undefined;
  /** Answers that count, and how many of them were right. */
  readonly counted: { readonly answers: number; readonly right: number };
  readonly day: StudyDay;
}

/** What the learner's answers say of a concept, in words. */
export function ConceptFacts({ outline, state, counted, day }: ConceptFactsProps) {
  const { t, i18n } = useTranslation('packs');
  return (
    <section className="place-section" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('yourState')}</h2>
      <StandingLine {...outline} />
      {state === undefined ? (
        <p>{t('neverMet')}</p>
      ) : (
        <dl className="facts">
          <dt>{t('answers')}</dt>
          <dd>{t('answersRight', { count: counted.answers, right: counted.right })}</dd>
          <dt>{t('lapses')}</dt>
          <dd>{t('lapsesCount', { count: state.lapses })}</dd>
          <dt>{t('stability')}</dt>
          <dd>{t('about', { span: spanWords(state.memory.stability, i18n.language) })}</dd>
          <dt>{t('nextDate')}</dt>
          <dd>
            {dueDay(state.memory) <= day
              ? t('now')
              : formatDate(formatDay(dueDay(state.memory)), i18n.language)}
          </dd>
        </dl>
      )}
    </section>
  );
}
