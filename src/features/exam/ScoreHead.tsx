import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import type { Banded, Score } from '#core/exam/score.ts';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { percentOf } from './words.ts';

const TEN = 10;

/** Outward to tens: a scale that nobody publishes is no matter of single points. */
const tens = ({ low, high }: Banded) => ({
  low: Math.floor(low / TEN) * TEN,
  high: Math.ceil(high / TEN) * TEN,
});

interface ScoreHeadProps {
  readonly attempt: Attempt;
  readonly score: Score;
}

/** Passed or not, how many, and what that says of all questions of this kind. */
export function ScoreHead({ attempt: { form, end }, score }: ScoreHeadProps) {
  const { t } = useTranslation('exam');
  const { blueprint } = form;
  const { right, total, share, points, isPassed, voided, needed } = score;
  if (total === 0) return <Notice kind="warn">{t('nothingCounts')}</Notice>;
  return (
    <section className="exam-score" aria-label={t('result')}>
      <p className="exam-score-number">
        {points === null ? `${percentOf(share.value)} %` : Math.round(points.value)}
      </p>
      <div>
        <h2 className={isPassed ? 'exam-passed' : 'exam-failed'}>
          <Icon name={isPassed ? 'check' : 'cross'} />
          {t(isPassed ? 'passed' : 'failed')}
        </h2>
        <p>{t('score', { right, count: total, needed, percent: blueprint.pass })}</p>
        <p>
          {points === null
            ? t('bandPercent', {
                low: percentOf(share.low),
                high: Math.ceil(share.high * 100 - 1e-9),
              })
            : t('bandPoints', tens(points))}
        </p>
        {blueprint.scale !== null && (
          <p className="exams-quiet">{t('scale', { ...blueprint.scale })}</p>
        )}
        {end?.timedOut === true && <p>{t('timedOut')}</p>}
        {blueprint.unscored > 0 && (
          <p className="exams-quiet">{t('unscoredNow', { count: blueprint.unscored })}</p>
        )}
        {voided > 0 && <p>{t('voided', { count: voided })}</p>}
      </div>
    </section>
  );
}
