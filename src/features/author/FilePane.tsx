import { lazy, memo, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles, StepName } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import type { Path } from '#core/pack/source.ts';
import { frameOf } from '#state/author/head.ts';
import type { FilesEdit } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import type { Outline } from '#state/author/report.ts';
import { Segmented } from '#ui/Segmented.tsx';
import type { MediaUrl } from '#ui/RichText.tsx';
import { ConceptForm } from './ConceptForm.tsx';
import { useFocus } from './desk-state.ts';
import { NoteForm } from './NoteForm.tsx';
import { PackForm } from './PackForm.tsx';
import { PicturesForm } from './PicturesForm.tsx';
import { problemWords } from './problem-words.ts';
import { ScenarioForm } from './ScenarioForm.tsx';

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
  readonly outline: Outline | null;
  readonly isReadOnly: boolean;
  readonly mediaUrl: MediaUrl;
  readonly spot: Spot | null;
  readonly onEdit: (make: FilesEdit, name: StepName) => boolean;
}

const ways = ['form', 'source'] as const;
type Way = (typeof ways)[number];

/** What there is a form for. */
function sortOf(file: string): 'pack' | 'concept' | 'case' | 'note' | 'scenario' | null {
  if (file === 'pack.yaml') return 'pack';
  if (file.startsWith('cases/')) return 'case';
  if (file.startsWith('notes/')) return 'note';
  if (!file.startsWith('concepts/')) return null;
  return file.endsWith('/concept.md') ? 'concept' : 'scenario';
}

/** The file in hand, in two ways: as a form, and as its source. */
export function FilePane(props: FilePaneProps) {
  const { file, files, outline, isReadOnly, mediaUrl, spot, onEdit } = props;
  const [chosen, setWay] = useState<Way | null>(null);
  const set = useCallback(
    (make: TextEdit, name: StepName) => onEdit((now) => withText(now, file, make), name),
    [onEdit, file],
  );
  const content = files.get(file);
  if (typeof content !== 'string') return null;
  const hasForm = sortOf(file) !== null;
  // A problem leads to its very place, which only the source can show.
  const way = hasForm ? (chosen ?? (spot ? 'source' : 'form')) : 'source';
  return (
    <>
      {hasForm && <WayChoice way={way} onWay={setWay} />}
      {way === 'form' ? (
        <Form
          {...{ file, files, outline, isReadOnly, mediaUrl, onEdit }}
          text={content}
          onText={set}
        />
      ) : (
        <Source {...props} text={content} onText={set} />
      )}
    </>
  );
}

interface WayChoiceProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}

const WayChoice = memo(function WayChoice({ way, onWay }: WayChoiceProps) {
  const { t } = useTranslation('author');
  return (
    <div className="file-bar">
      <Segmented
        legend={t('way')}
        value={way}
        segments={ways.map((value) => ({ value, label: t(`way-${value}`) }))}
        onChange={onWay}
      />
    </div>
  );
});

/** What becomes of a text; `null` when it has no place in it. */
export type TextEdit = (text: string) => string | null;

function withText(files: DraftFiles, file: string, make: TextEdit): DraftFiles | null {
  const before = files.get(file);
  const after = typeof before === 'string' ? make(before) : null;
  if (after === null || after === before) return after === null ? null : files;
  return new Map(files).set(file, after);
}

interface Texted {
  readonly text: string;
  /** Edits what stands in the file at that moment: a form that was drawn before may not know all of it. */
  readonly onText: (make: TextEdit, name: StepName) => boolean;
}

type FormProps = Omit<FilePaneProps, 'spot'> & Texted;

/** What the doctor finds does not make it anew. */
const Form = memo(function Form(props: FormProps) {
  const { file, files, text, isReadOnly, mediaUrl, onText, onEdit } = props;
  const { languages } = frameOf(files);
  const setting = useCallback((make: TextEdit) => onText(make, 'settings'), [onText]);
  const picture = useCallback((make: FilesEdit) => onEdit(make, 'filled-in'), [onEdit]);
  if (sortOf(file) === 'pack')
    return <PackForm text={text} isReadOnly={isReadOnly} onEdit={setting} />;
  return (
    <>
      <TextForm {...props} languages={languages} />
      <div className="form">
        <PicturesForm {...{ files, file, languages, isReadOnly, mediaUrl }} onEdit={picture} />
      </div>
    </>
  );
});

function TextForm(props: FormProps & { readonly languages: readonly Language[] }) {
  const { file, text, outline, languages, isReadOnly, onText } = props;
  const sort = sortOf(file);
  const fill = useCallback((make: TextEdit) => onText(make, 'filled-in'), [onText]);
  const shared = { text, outline, languages, isReadOnly, onEdit: fill };
  if (sort === 'scenario') return <ScenarioForm {...shared} />;
  if (sort === 'note') return <NoteForm {...shared} />;
  const concept = sort === 'concept' ? (file.split('/')[1] ?? null) : null;
  return <ConceptForm {...shared} concept={concept} />;
}

function Source(props: FilePaneProps & Texted) {
  const { file, text, outline, isReadOnly, spot, onText } = props;
  const { t, i18n } = useTranslation('author');
  const { t: say } = useTranslation('problems');
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const problems = useFocus(file)?.problems;
  const marks = useMemo(
    () =>
      (problems ?? []).map((problem) => ({
        line: problem.line,
        column: problem.column,
        severity: problem.severity,
        words: problemWords(say, i18n.language, problem),
      })),
    [problems, say, i18n.language],
  );
  return (
    <Suspense fallback={<output>{t('openingSource')}</output>}>
      <SourceEditor
        file={file}
        text={text}
        marks={marks}
        outline={outline}
        isReadOnly={isReadOnly}
        spot={spot}
        onChange={(next) => onText(() => next, 'typed')}
        onUndo={undo}
        onRedo={redo}
      />
    </Suspense>
  );
}
