import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '#state/author/editor.ts';
import { frameOf } from '#state/author/head.ts';
import { useEditor } from '#state/author/react.ts';
import { withCopy, withoutPart, withRenamed, type PartRef } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { Row } from './contents.ts';
import { NewPartDialog, type NewPart } from './NewPartDialog.tsx';
import { copyId, fileOfPart, filesWith, idsBeside, partOf } from './parts.ts';
import { RenameDialog } from './RenameDialog.tsx';

interface Acts {
  readonly onRename: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
}

interface ContentsBarProps {
  readonly draft: OpenDraft;
  readonly file: string;
  readonly onOpen: (file: string) => void;
  readonly children: (acts: Acts) => ReactNode;
}

/** What can be done to the parts of a pack, above them. */
export function ContentsBar({ draft, file, onOpen, children }: ContentsBarProps) {
  const [adding, setAdding] = useState<NewPart['type'] | null>(null);
  const [renaming, setRenaming] = useState<PartRef | null>(null);
  const { files } = draft.history;
  const frame = useFrame(files);
  const parts = useParts(draft, file, onOpen);
  const here = partOf(file);
  const mayWrite = !draft.isElsewhere;
  return (
    <>
      {mayWrite && (
        <PartButtons
          here={here}
          onAdd={setAdding}
          onRename={setRenaming}
          onCopy={parts.copy}
          onDelete={parts.remove}
        />
      )}
      <Deleted draft={draft} />
      {children({
        onRename: (row) => mayWrite && setRenaming(partOf(row.key)),
        onDelete: (row) => mayWrite && parts.remove(partOf(row.key)),
      })}
      {adding !== null && (
        <NewPartDialog
          type={adding}
          concept={here?.concept ?? ''}
          domains={frame.domains}
          onAdd={(part) => {
            setAdding(null);
            parts.add(filesWith(files, part, frame.languages));
          }}
          onClose={() => setAdding(null)}
        />
      )}
      {renaming !== null && (
        <RenameDialog
          part={renaming}
          taken={idsBeside(files, renaming)}
          onRename={(id) => {
            setRenaming(null);
            parts.rename(renaming, id);
          }}
          onClose={() => setRenaming(null)}
        />
      )}
    </>
  );
}

function useFrame(files: OpenDraft['history']['files']) {
  const yaml = files.get('pack.yaml');
  return useMemo(() => frameOf(new Map([['pack.yaml', yaml ?? '']])), [yaml]);
}

/** What the buttons and keys do to the files. */
function useParts(draft: OpenDraft, file: string, onOpen: (file: string) => void) {
  const change = useEditor((state) => state.change);
  const { files } = draft.history;
  return {
    add: (made: ReturnType<typeof filesWith>) => {
      change(made.files, 'made');
      onOpen(made.file);
    },
    rename: (part: PartRef, id: string) => {
      change(withRenamed(files, part, id), 'renamed');
      const isInHand = partOf(file)?.concept === part.concept;
      if (isInHand) onOpen(fileOfPart(partAfter(part, id)));
    },
    copy: (part: PartRef) => {
      const id = copyId(files, part);
      change(withCopy(files, part, id), 'copied');
      onOpen(fileOfPart(partAfter(part, id)));
    },
    remove: (part: PartRef | null) => {
      if (part === null) return;
      change(withoutPart(files, part), 'deleted');
      if (part.scenario !== null) onOpen(fileOfPart({ ...part, scenario: null }));
    },
  };
}

const partAfter = (part: PartRef, id: string): PartRef =>
  part.scenario === null ? { concept: id, scenario: null } : { ...part, scenario: id };

/** While deleting is what was done last, the way back is in sight. */
function Deleted({ draft }: { readonly draft: OpenDraft }) {
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
  readonly onAdd: (type: NewPart['type']) => void;
  readonly onRename: (part: PartRef) => void;
  readonly onCopy: (part: PartRef) => void;
  readonly onDelete: (part: PartRef) => void;
}

function PartButtons({ here, onAdd, onRename, onCopy, onDelete }: PartButtonsProps) {
  const { t } = useTranslation('author');
  return (
    <div className="contents-bar">
      <Button onClick={() => onAdd('concept')}>
        <Icon name="plus" />
        {t('newConcept')}
      </Button>
      {here !== null && (
        <>
          <Button onClick={() => onAdd('scenario')}>
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
            <Button look="quiet" onClick={() => onDelete(here)}>
              {t('delete')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
