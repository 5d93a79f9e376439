import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { missCauses } from '#core/exam/miss-cause.ts';
import type { ScenarioKey } from '#core/ids.ts';
import { useExams } from '#state/exam/react.ts';

interface CausesProps {
  readonly attempt: Attempt;
  readonly question: ScenarioKey;
}

/** Why a question was missed, in one tap; another tap corrects it. */
export function Causes({ attempt, question }: CausesProps) {
  const { t } = useTranslation('exam');
  const sayCause = useExams((state) => state.sayCause);
  const said = attempt.causes.get(question);
  return (
    <fieldset className="exam-causes exam-no-print">
      <legend>{t('whyMissed')}</legend>
      {missCauses.map((cause) => (
        <button
          key={cause}
          type="button"
          aria-pressed={cause === said}
          onClick={() => sayCause(attempt, question, cause)}
        >
          {t(`cause-${cause}`)}
        </button>
      ))}
    </fieldset>
  );
}
