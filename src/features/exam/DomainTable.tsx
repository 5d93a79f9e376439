import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Outcome, Score, Tally } from '#core/exam/score.ts';
import type { ScenarioKey, Slug } from '#core/ids.ts';
import { answerTimes } from '#core/insight/answer-times.ts';
import type { Language } from '#core/language.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { clockText, domainIn, percentOf } from './words.ts';

interface DomainTableProps {
  readonly attempt: Attempt;
  readonly score: Score;
  readonly outcomes: ReadonlyMap<ScenarioKey, Outcome>;
  readonly language: Language;
}

/** The middle time of a domain's questions that were on the screen; `null` when none was. */
function medianMillis({ form, answers }: Attempt, domain: Slug): number | null {
  const times = form.questions
    .filter((question) => question.domain === domain)
    .flatMap((question) => answers.get(questionKey(question))?.millis ?? [])
    .filter((millis) => millis > 0);
  return answerTimes(times)?.median ?? null;
}

/** What each domain gave against what the whole needs: a weak one may be made up for by a strong one. */
export function DomainTable({ attempt, score, outcomes, language }: DomainTableProps) {
  const { t } = useTranslation('exam');
  const { blueprint } = attempt.form;
  return (
    <section aria-labelledby="exam-domains">
      <h2 id="exam-domains">{t('byDomain')}</h2>
      <p className="exams-quiet">{t('byDomainBody', { percent: blueprint.pass })}</p>
      <div className="exam-scroll">
        <table className="exam-table">
          <thead>
            <tr>
              <th scope="col">{t('domain')}</th>
              <th scope="col" className="exam-wide">
                {t('against')}
              </th>
              <th scope="col">{t('rightColumn')}</th>
              <th scope="col">{t('needed')}</th>
              <th scope="col">{t('open')}</th>
              <th scope="col">{t('median')}</th>
            </tr>
          </thead>
          <tbody>
            {score.domains.map((tally) => (
              <Row key={tally.domain} {...{ attempt, tally, outcomes, language }} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps extends Omit<DomainTableProps, 'score'> {
  readonly tally: Score['domains'][number];
}

function Row({ attempt, tally, outcomes, language }: RowProps) {
  const { blueprint, questions } = attempt.form;
  const millis = medianMillis(attempt, tally.domain);
  const open = questions.filter(
    (question) =>
      question.domain === tally.domain && outcomes.get(questionKey(question)) === 'unanswered',
  );
  return (
    <tr>
      <th scope="row" lang={language}>
        {domainIn(blueprint, tally.domain, language)}
      </th>
      <td className="exam-wide">
        <Bar tally={tally} pass={blueprint.pass} />
        <VisuallyHidden>{percentOf(tally.right / tally.total)} %</VisuallyHidden>
      </td>
      <td>
        {tally.right} / {tally.total}
      </td>
      <td>{tally.needed}</td>
      <td>{open.length}</td>
      <td>{millis === null ? '–' : clockText(millis)}</td>
    </tr>
  );
}

/** The same for the eye: how much of the domain, and where the pass mark stands. */
function Bar({ tally, pass }: { readonly tally: Tally; readonly pass: number }) {
  const share = (tally.right / tally.total) * 100;
  return (
    <svg
      className={tally.right >= tally.needed ? 'exam-meter' : 'exam-meter exam-meter-low'}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="exam-meter-ground" y="2" width="100" height="4" rx="2" />
      <rect className="exam-meter-share" y="2" width={share} height="4" rx="2" />
      <rect className="exam-meter-mark" x={Math.min(99, pass)} width="0.8" height="8" />
    </svg>
  );
}
