import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckup, useEditor } from '#state/author/react.ts';
import type { OpenDraft } from '#state/author/editor.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import type { Row } from './contents.ts';
import { NewPartDialog, type NewPart } from './NewPartDialog.tsx';
import { filesWith } from './parts.ts';

interface Acts {
  readonly onRename: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
}

interface ContentsBarProps {
  readonly draft: OpenDraft;
  readonly rows: readonly Row[];
  readonly file: string;
  readonly onOpen: (file: string) => void;
  readonly children: (acts: Acts) => ReactNode;
}

/** What can be done to the parts of a pack, above them. */
export function ContentsBar({ draft, file, onOpen, children }: ContentsBarProps) {
  const { t } = useTranslation('author');
  const change = useEditor((state) => state.change);
  const outline = useCheckup((state) => state.whole?.outline ?? null);
  const [adding, setAdding] = useState<NewPart['type'] | null>(null);
  const { files } = draft.history;
  const concept = /^concepts\/([^/]+)\//.exec(file)?.[1];
  const add = (part: NewPart) => {
    setAdding(null);
    const made = filesWith(files, part, outline);
    change(made.files, 'made');
    onOpen(made.file);
  };
  return (
    <>
      {!draft.isElsewhere && (
        <div className="contents-bar">
          <Button onClick={() => setAdding('concept')}>
            <Icon name="plus" />
            {t('newConcept')}
          </Button>
          {concept !== undefined && (
            <Button onClick={() => setAdding('scenario')}>
              <Icon name="plus" />
              {t('newScenario')}
            </Button>
          )}
        </div>
      )}
      {children({ onRename: () => undefined, onDelete: () => undefined })}
      {adding !== null && (
        <NewPartDialog
          type={adding}
          concept={concept ?? ''}
          domains={outline?.domains ?? []}
          onAdd={add}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}
