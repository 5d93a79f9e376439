import { memo, useMemo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Problem } from '#core/pack/problem.ts';
import type { DraftFiles } from '#core/author/history.ts';
import { isFixable } from '#state/author/fixes.ts';
import { useCheckup } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Coded } from '#ui/Coded.tsx';
import { Icon } from '#ui/Icon.tsx';
import { CheckBroken } from './CheckBroken.tsx';
import { reasonOf, remedyOf } from './problem-words.ts';

interface ProblemsProps {
  /** Of the whole draft. */
  readonly problems: readonly Problem[];
  readonly silenced: number;
  readonly isLooking: boolean;
  /** The file in hand: its problems come first. */
  readonly file: string;
  readonly onGo: (problem: Problem) => void;
  /** The one tap that mends it, where there is one. */
  readonly files: DraftFiles;
  readonly onMend: ((problem: Problem) => void) | undefined;
}

/** So many are drawn at once; the rest by a button. */
const PAGE = 50;

/** Errors before warnings, this file before the others, then by place. */
function inOrder(problems: readonly Problem[], file: string): readonly Problem[] {
  const ranks: readonly Problem[][] = [[], [], [], []];
  for (const problem of problems) {
    const rank = (problem.severity === 'error' ? 0 : 2) + (problem.file === file ? 0 : 1);
    ranks[rank]?.push(problem);
  }
  return ranks.flat();
}

/** What the doctor finds, with place, reason, remedy. */
export const Problems = memo(function Problems(props: ProblemsProps) {
  const { problems, silenced, isLooking, file, onGo, files, onMend } = props;
  const { t } = useTranslation('author');
  const isBroken = useCheckup((state) => state.isBroken);
  const [size, setSize] = useState(PAGE);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const shown = inOrder(problems, file).slice(0, size);
  return (
    <section className="problems" aria-labelledby="problems-title">
      <div className="problems-head">
        <h2 id="problems-title">{t('problems')}</h2>
        <output className="author-caption">
          {isLooking
            ? t('looking')
            : !isBroken && t('found', { errors, warnings: problems.length - errors, silenced })}
        </output>
      </div>
      {isBroken && <CheckBroken files={files} file={file} />}
      {problems.length === 0 && !isLooking && !isBroken && <p>{t('noProblems')}</p>}
      <ol className="problem-list">
        {shown.map((problem, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- the same problem may be there twice
            key={`${problem.file}:${problem.line}:${problem.code}:${index}`}
            className={`problem problem-${problem.severity}`}
          >
            <ProblemWords problem={problem} onGo={onGo} />
            {onMend && <Mend files={files} problem={problem} onMend={onMend} />}
          </li>
        ))}
      </ol>
      {problems.length > size && (
        <Button look="quiet" onClick={() => setSize(size + PAGE)}>
          {t('showMore', { count: problems.length - size })}
        </Button>
      )}
    </section>
  );
});

type ProblemWordsProps = Pick<ProblemsProps, 'onGo'> & { readonly problem: Problem };

const ProblemWords = memo(function ProblemWords({ problem, onGo }: ProblemWordsProps) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('problems');
  return (
    <button type="button" className="problem-go" onClick={() => onGo(problem)}>
      <span className="problem-severity">
        <Icon name={problem.severity === 'error' ? 'warn' : 'info'} />
        {t(problem.severity === 'error' ? 'isError' : 'isWarning')}
      </span>
      <span className="problem-place">
        {problem.file}:{problem.line}
      </span>
      <span className="problem-reason">
        <Coded text={reasonOf(say, problem)} />
      </span>
      <span className="problem-remedy">
        <Coded text={remedyOf(say, problem)} />
      </span>
    </button>
  );
});

interface MendProps {
  readonly files: DraftFiles;
  readonly problem: Problem;
  readonly onMend: (problem: Problem) => void;
}

/** One tap, where the author has nothing to decide. */
function Mend({ files, problem, onMend }: MendProps) {
  const { t } = useTranslation('author');
  const hasFix = useMemo(() => isFixable(files, problem), [files, problem]);
  return hasFix && <Button onClick={() => onMend(problem)}>{t('mend')}</Button>;
}
