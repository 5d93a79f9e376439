import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Problem } from '#core/pack/problem.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { useSteady } from '#ui/steady.ts';
import { ContentsPane } from './ContentsPane.tsx';
import { useDoctor, useFile, useLook, useOutline } from './desk-state.ts';
import { DeskHead } from './DeskHead.tsx';
import { useDraftMedia } from './draft-media.ts';
import { FileReports } from './DraftReports.tsx';
import { FilePane, type Spot } from './FilePane.tsx';
import { FindingsPane } from './FindingsPane.tsx';
import { PreviewPane } from './PreviewPane.tsx';

const panes = ['contents', 'write', 'preview', 'problems'] as const;
type Pane = (typeof panes)[number];

/**
 * The desk of a draft: its contents, the file in hand, what a learner will see of it, and what the doctor says. What is
 * typed comes first: all but the file in hand follows when there is time.
 */
export function Desk({ draft }: { readonly draft: DraftInHand }) {
  useDoctor();
  const calm = useDeferredValue(draft);
  const { file, open } = useFile(draft.history.files);
  const [pane, setPane] = useState<Pane>('contents');
  const [spot, setSpot] = useState<Spot | null>(null);
  const show = (path: string, where: Spot | null) => {
    open(path);
    setPane('write');
    setSpot(where);
  };
  const onOpen = useSteady((path: string) => show(path, null));
  const onGo = useSteady((problem: Problem) => show(problem.file, { ...problem }));
  return (
    <div className="desk" data-pane={pane}>
      <DeskHead draft={draft} onOpen={onOpen} />
      <PaneChoice pane={pane} onPane={setPane} />
      <main className="desk-main" id="main">
        <ContentsPane draft={calm} file={file} onOpen={onOpen} />
        <Open key={file} {...{ draft, calm, file, spot, onOpen, onGo }} />
      </main>
    </div>
  );
}

interface PaneChoiceProps {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** Where there is room for one pane alone. */
const PaneChoice = memo(function PaneChoice({ pane, onPane }: PaneChoiceProps) {
  const { t } = useTranslation('author');
  return (
    <div className="desk-panes">
      <Segmented
        legend={t('view')}
        value={pane}
        segments={panes.map((value) => ({ value, label: t(`pane-${value}`) }))}
        onChange={onPane}
      />
    </div>
  );
});

interface OpenProps {
  readonly draft: DraftInHand;
  /** As it was when there was time. */
  readonly calm: DraftInHand;
  readonly file: string;
  readonly spot: Spot | null;
  readonly onOpen: (file: string) => void;
  readonly onGo: (problem: Problem) => void;
}

/** The file in hand: to be written, as it will look, and what is to be mended. */
function Open({ draft, calm, file, spot, onOpen, onGo }: OpenProps) {
  const { t } = useTranslation('author');
  const { files } = draft.history;
  const edit = useEditor((state) => state.edit);
  const outline = useOutline();
  useLook(files, file);
  const mediaUrl = useDraftMedia(calm.history.files);
  return (
    <>
      <section className="desk-write" aria-label={t('write')}>
        <FileReports files={calm.history.files} file={file} />
        <FilePane
          file={file}
          files={files}
          outline={outline}
          isReadOnly={draft.isElsewhere}
          mediaUrl={mediaUrl}
          spot={spot?.file === file ? spot : null}
          onEdit={edit}
        />
      </section>
      <PreviewPane file={file} mediaUrl={mediaUrl} />
      <FindingsPane draft={calm} file={file} onOpen={onOpen} onGo={onGo} />
    </>
  );
}
