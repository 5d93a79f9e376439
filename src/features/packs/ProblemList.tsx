import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import { Coded } from '#ui/Coded.tsx';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly count: number;
}

/** What is wrong with a file: where, why, and what to do. */
export function ProblemList({ problems, count }: ProblemListProps) {
  const { t } = useTranslation('share');
  return (
    <>
      <ul className="add-problems">
        {problems.map((problem) => (
          <ProblemItem key={JSON.stringify(problem)} problem={problem} />
        ))}
      </ul>
      {count > problems.length && <p>{t('problemsMore', { count: count - problems.length })}</p>}
    </>
  );
}

function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { t, i18n } = useTranslation(['problems', 'share']);
  const { code, params, path, line, column } = problem;
  const hasLine = line > 1 || column > 1;
  return (
    <li>
      <strong>
        <Coded text={t(`problems:${code}`, params)} />
      </strong>
      {sentenceGap(i18n.language)}
      <Coded text={t(`problems:${code}_hint`, params)} />
      {(hasLine || path.length > 0) && (
        <span className="add-place">
          {hasLine
            ? t('share:problemLine', { line, column })
            : t('share:problemPlace', { place: path.join(' › ') })}
        </span>
      )}
    </li>
  );
}
