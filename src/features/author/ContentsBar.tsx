import { useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles } from '#core/author/history.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { frameOf } from '#state/author/head.ts';
import { useEditor } from '#state/author/react.ts';
import {
  withCopy,
  withMoved,
  withoutPart,
  withRenamed,
  type PartRef,
} from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSteady } from '#ui/steady.ts';
import { conceptsOf, type Row } from './contents.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { NewPartDialog, type NewPart } from './NewPartDialog.tsx';
import {
  copyId,
  fileOfPart,
  filesWith,
  filesWithNote,
  idsBeside,
  idUnder,
  partOf,
  type Made,
} from './parts.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { useRestructured } from './restructured.ts';

interface Acts {
  readonly onRename: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
}

interface ContentsBarProps {
  readonly draft: DraftInHand;
  readonly file: string;
  readonly onOpen: (file: string) => void;
  readonly children: (acts: Acts) => ReactNode;
}

/** What can be done to the parts of a pack, above them. */
export function ContentsBar({ draft, file, onOpen, children }: ContentsBarProps) {
  const [asked, ask] = useState<Asked | null>(null);
  const parts = useParts(file, onOpen);
  const mayWrite = !draft.isElsewhere;
  const rename = (part: PartRef | null) => part && ask({ is: 'rename', part });
  const onRename = useSteady((row: Row) => mayWrite && rename(partOf(row.key)));
  const onDelete = useSteady((row: Row) => mayWrite && parts.remove(partOf(row.key)));
  return (
    <>
      {mayWrite && (
        <PartButtons
          here={partOf(file)}
          onAsk={ask}
          onRename={rename}
          onCopy={parts.copy}
          onDelete={parts.remove}
        />
      )}
      <Deleted draft={draft} />
      {parts.refused !== null && <Notice kind="warn">{parts.refused}</Notice>}
      {children({ onRename, onDelete })}
      <Dialogs asked={asked} file={file} draft={draft} parts={parts} onClose={() => ask(null)} />
    </>
  );
}

/** What a dialog asks about. */
type Asked =
  | { readonly is: NewPart['type'] | 'note' }
  | { readonly is: 'rename' | 'move'; readonly part: PartRef };

interface DialogsProps {
  readonly asked: Asked | null;
  readonly file: string;
  readonly draft: DraftInHand;
  readonly parts: ReturnType<typeof useParts>;
  readonly onClose: () => void;
}

function Dialogs({ asked, file, draft, parts, onClose }: DialogsProps) {
  const { files } = draft.history;
  if (asked === null) return null;
  const frame = frameOf(files);
  const add = (make: (now: DraftFiles) => Made) => {
    onClose();
    parts.add(make);
  };
  if (asked.is === 'note')
    return (
      <NoteDialog
        onAdd={(note) => add((now) => filesWithNote(now, note, frame))}
        onClose={onClose}
      />
    );
  if (asked.is === 'move')
    return (
      <MoveDialog
        concepts={[...conceptsOf(files.keys()).keys()].filter((id) => id !== asked.part.concept)}
        onMove={(concept) => {
          onClose();
          parts.move(asked.part, concept);
        }}
        onClose={onClose}
      />
    );
  if (asked.is === 'rename')
    return (
      <RenameDialog
        part={asked.part}
        taken={idsBeside(files, asked.part)}
        onRename={(id) => {
          onClose();
          parts.rename(asked.part, id);
        }}
        onClose={onClose}
      />
    );
  return (
    <NewPartDialog
      type={asked.is}
      concept={partOf(file)?.concept ?? ''}
      domains={frame.domains}
      onAdd={(part) => add((now) => filesWith(now, part))}
      onClose={onClose}
    />
  );
}

/** What the buttons and keys do to the files; what cannot be done is said. */
function useParts(file: string, onOpen: (file: string) => void) {
  const { refused, take } = useRestructured();
  return {
    refused,
    add: (make: (files: DraftFiles) => Made) => {
      let made = '';
      const add = (files: DraftFiles) => {
        const { files: value, file: at } = make(files);
        made = at;
        return { ok: true, value } as const;
      };
      if (take(add, 'made')) onOpen(made);
    },
    rename: (part: PartRef, id: string) => {
      const isInHand = partOf(file)?.concept === part.concept;
      if (take((files) => withRenamed(files, part, id), 'renamed') && isInHand)
        onOpen(fileOfPart(partAfter(part, id)));
    },
    copy: (part: PartRef) => {
      let id = '';
      const copy = (files: DraftFiles) => {
        id = copyId(files, part);
        return withCopy(files, part, id);
      };
      if (take(copy, 'copied')) onOpen(fileOfPart(partAfter(part, id)));
    },
    move: ({ concept: former, scenario: own }: PartRef, concept: string) => {
      if (own === null) return;
      const from = { concept: former, scenario: own };
      let scenario = own;
      const move = (files: DraftFiles) => {
        scenario = idUnder(files, concept, own);
        return withMoved(files, from, { concept, scenario });
      };
      if (take(move, 'moved')) onOpen(fileOfPart({ concept, scenario }));
    },
    remove: (part: PartRef | null) => {
      if (part === null || !take((files) => withoutPart(files, part), 'deleted')) return;
      if (part.scenario !== null) onOpen(fileOfPart({ ...part, scenario: null }));
    },
  };
}

const partAfter = (part: PartRef, id: string): PartRef =>
  part.scenario === null ? { concept: id, scenario: null } : { ...part, scenario: id };

/** While deleting is what was done last, the way back is in sight. */
function Deleted({ draft }: { readonly draft: DraftInHand }) {
  const { t } = useTranslation('author');
  const undo = useEditor((state) => state.undo);
  const { steps, done } = draft.history;
  if (steps[done - 1]?.name !== 'deleted') return null;
  return (
    <Notice kind="info" action={<Button onClick={undo}>{t('undo')}</Button>}>
      {t('partDeleted')}
    </Notice>
  );
}

interface PartButtonsProps {
  readonly here: PartRef | null;
  readonly onAsk: (asked: Asked) => void;
  readonly onRename: (part: PartRef) => void;
  readonly onCopy: (part: PartRef) => void;
  readonly onDelete: (part: PartRef) => void;
}

function PartButtons({ here, onAsk, onRename, onCopy, onDelete }: PartButtonsProps) {
  const { t } = useTranslation('author');
  return (
    <div className="contents-bar">
      <Button onClick={() => onAsk({ is: 'concept' })}>
        <Icon name="plus" />
        {t('newConcept')}
      </Button>
      <Button onClick={() => onAsk({ is: 'note' })}>
        <Icon name="plus" />
        {t('newNote')}
      </Button>
      {here !== null && (
        <>
          <Button onClick={() => onAsk({ is: 'scenario' })}>
            <Icon name="plus" />
            {t('newScenario')}
          </Button>
          <div className="contents-acts">
            <Button look="quiet" onClick={() => onRename(here)}>
              {t('rename')}
            </Button>
            <Button look="quiet" onClick={() => onCopy(here)}>
              {t('copy')}
            </Button>
            {here.scenario !== null && (
              <Button look="quiet" onClick={() => onAsk({ is: 'move', part: here })}>
                {t('move')}
              </Button>
            )}
            <Button look="quiet" onClick={() => onDelete(here)}>
              {t('delete')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
