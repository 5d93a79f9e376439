import { memo, useDeferredValue, useMemo } from 'react';
import type { Problem } from '#core/pack/problem.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { fixed } from '#state/author/fixes.ts';
import { useCheckup, useEditor } from '#state/author/react.ts';
import { useSteady } from '#ui/steady.ts';
import { useTranslation } from '#ui/words.tsx';
import { Coverage } from './Coverage.tsx';
import { problemsOf, useFocus } from './desk-state.ts';
import { OtherReports } from './DraftReports.tsx';
import { Problems } from './Problems.tsx';

interface FindingsPaneProps {
  readonly draft: DraftInHand;
  readonly file: string;
  readonly onOpen: (file: string) => void;
  readonly onGo: (problem: Problem) => void;
}

/** What learners have reported, what the doctor says, and what is covered. */
export const FindingsPane = memo(function FindingsPane(props: FindingsPaneProps) {
  const { draft, file, onOpen, onGo } = props;
  const { t } = useTranslation('author');
  const { files } = draft.history;
  const edit = useEditor((state) => state.edit);
  const { whole: report, isLooking } = useDeferredValue(useCheckup((state) => state));
  const focus = useFocus(file);
  const problems = useMemo(() => problemsOf(report, focus), [report, focus]);
  const mend = useSteady((problem: Problem) => edit((now) => fixed(now, problem), 'mended'));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing to come to
    <section className="desk-problems" aria-label={t('findings')} tabIndex={0}>
      <OtherReports files={files} file={file} onOpen={onOpen} />
      <Problems
        problems={problems}
        silenced={report?.silenced ?? 0}
        isLooking={isLooking}
        file={file}
        onGo={onGo}
        files={files}
        onMend={draft.isElsewhere ? undefined : mend}
      />
      {report?.coverage && report.outline && (
        <Coverage coverage={report.coverage} outline={report.outline} onOpen={onOpen} />
      )}
    </section>
  );
});
