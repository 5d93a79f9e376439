import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFiles, StepName } from '#core/author/history.ts';
import type { Path } from '#core/pack/source.ts';
import { useEditor } from '#state/author/react.ts';
import type { FocusReport, Outline } from '#state/author/report.ts';
import { reasonOf, remedyOf } from './problem-words.ts';

const SourceEditor = lazy(async () => ({
  default: (await import('./SourceEditor.tsx')).SourceEditor,
}));

/** Where a problem leads. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: Path;
}

interface FilePaneProps {
  readonly file: string;
  readonly files: DraftFiles;
  readonly focus: FocusReport | null;
  readonly outline: Outline | null;
  readonly isReadOnly: boolean;
  readonly spot: Spot | null;
  readonly onChange: (files: DraftFiles, name: StepName) => void;
}

/** The file in hand. */
export function FilePane(props: FilePaneProps) {
  const { file, files, focus, outline, isReadOnly, spot, onChange } = props;
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('problems');
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const content = files.get(file);
  const problems = focus?.problems;
  const marks = useMemo(
    () =>
      (problems ?? []).map((problem) => ({
        line: problem.line,
        column: problem.column,
        severity: problem.severity,
        words: `${reasonOf(say, problem)} ${remedyOf(say, problem)}`,
      })),
    [problems, say],
  );
  if (typeof content !== 'string') return null;
  return (
    <Suspense fallback={<output>{t('openingSource')}</output>}>
      <SourceEditor
        key={file}
        file={file}
        text={content}
        marks={marks}
        outline={outline}
        isReadOnly={isReadOnly}
        spot={spot}
        onChange={(text) => onChange(new Map(files).set(file, text), 'typed')}
        onUndo={undo}
        onRedo={redo}
      />
    </Suspense>
  );
}
