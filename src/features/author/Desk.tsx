import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Problem } from '#core/pack/problem.ts';
import { fixed } from '#state/author/fixes.ts';
import type { OpenDraft } from '#state/author/editor.ts';
import { useCheckup, useEditor } from '#state/author/react.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { useSteady } from '#ui/steady.ts';
import { Contents } from './Contents.tsx';
import { rowsOf } from './contents.ts';
import { ContentsBar } from './ContentsBar.tsx';
import { Coverage } from './Coverage.tsx';
import { problemsOf, useDoctor, useFile, useLook, usePaths, useSeen } from './desk-state.ts';
import { DeskHead } from './DeskHead.tsx';
import { useDraftMedia } from './draft-media.ts';
import { FileReports, OtherReports } from './DraftReports.tsx';
import { FilePane, type Spot } from './FilePane.tsx';
import { Preview } from './Preview.tsx';
import { Problems } from './Problems.tsx';

const panes = ['contents', 'write', 'preview', 'problems'] as const;
type Pane = (typeof panes)[number];

/**
 * The desk of a draft: its contents, the file in hand, what a learner will see of it, and what the doctor says. What is
 * typed comes first: all but the file in hand follows when there is time.
 */
export function Desk({ draft }: { readonly draft: OpenDraft }) {
  const { t, i18n } = useTranslation('author');
  const { files } = draft.history;
  useDoctor();
  const report = useDeferredValue(useCheckup((state) => state.whole));
  const { file, open } = useFile(files);
  const [pane, setPane] = useState<Pane>('contents');
  const [spot, setSpot] = useState<Spot | null>(null);
  const paths = usePaths(files);
  const listed = useDeferredValue(useMemo(() => ({ paths, file }), [paths, file]));
  const rows = useMemo(
    () => rowsOf(listed.paths, report, i18n.language),
    [listed.paths, report, i18n.language],
  );
  const show = (path: string, where: Spot | null) => {
    open(path);
    setPane('write');
    setSpot(where);
  };
  const onOpen = useSteady((path: string) => show(path, null));
  const onGo = useSteady((problem: Problem) => show(problem.file, { ...problem }));
  const shared = { draft, file, spot, onOpen };
  return (
    <div className="desk" data-pane={pane}>
      <DeskHead draft={draft} onOpen={shared.onOpen} />
      <div className="desk-panes">
        <Segmented
          legend={t('view')}
          value={pane}
          segments={panes.map((value) => ({ value, label: t(`pane-${value}`) }))}
          onChange={setPane}
        />
      </div>
      <main className="desk-main" id="main">
        <section className="desk-contents" aria-label={t('contents')}>
          <ContentsBar {...shared}>
            {(acts) => <Contents rows={rows} file={listed.file} onOpen={onOpen} {...acts} />}
          </ContentsBar>
        </section>
        <Open key={file} {...shared} onGo={onGo} />
      </main>
    </div>
  );
}

interface OpenProps {
  readonly draft: OpenDraft;
  readonly file: string;
  readonly spot: Spot | null;
  readonly onOpen: (file: string) => void;
  readonly onGo: (problem: Problem) => void;
}

/** The file in hand: to be written, as it will look, and what is to be mended. */
function Open({ draft, file, spot, onOpen, onGo }: OpenProps) {
  const { t } = useTranslation('author');
  const { files } = draft.history;
  const edit = useEditor((state) => state.edit);
  const { whole: report, isLooking } = useDeferredValue(useCheckup((state) => state));
  const focus = useDeferredValue(useLook(files, file));
  const { seen, isOld } = useSeen(focus, file);
  const calm = useDeferredValue(files);
  const mediaUrl = useDraftMedia(calm);
  const problems = useMemo(() => problemsOf(report, focus), [report, focus]);
  const mend = useSteady((problem: Problem) => edit((now) => fixed(now, problem), 'mended'));
  return (
    <>
      <section className="desk-write" aria-label={t('write')}>
        <FileReports files={files} file={file} />
        <FilePane
          file={file}
          files={files}
          focus={focus}
          outline={report?.outline ?? null}
          isReadOnly={draft.isElsewhere}
          mediaUrl={mediaUrl}
          spot={spot?.file === file ? spot : null}
          onEdit={edit}
        />
      </section>
      <section className="desk-preview" aria-label={t('preview')}>
        <Preview seen={seen} isPack={file === 'pack.yaml'} isOld={isOld} mediaUrl={mediaUrl} />
      </section>
      <Findings>
        <OtherReports files={files} file={file} onOpen={onOpen} />
        <Problems
          problems={problems}
          silenced={report?.silenced ?? 0}
          isLooking={isLooking}
          file={file}
          onGo={onGo}
          files={calm}
          onMend={draft.isElsewhere ? undefined : mend}
        />
        {report?.coverage && report.outline && (
          <Coverage coverage={report.coverage} outline={report.outline} onOpen={onOpen} />
        )}
      </Findings>
    </>
  );
}

function Findings({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('author');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing to come to
    <section className="desk-problems" aria-label={t('findings')} tabIndex={0}>
      {children}
    </section>
  );
}
