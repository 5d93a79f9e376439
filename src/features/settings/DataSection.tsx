import { askToKeep } from '#state/keeping.ts';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useStore } from 'zustand';
import { backupDue, readMark } from '#state/backup-mark.ts';
import {
  deleteEverything,
  makeArchive,
  makeBackup,
  markBackup,
  planFile,
  revokeImport,
  runImport,
  undoDeletion,
  undoable,
  type BackupFile,
} from '#state/data.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { asidesOf, isNearlyFull, measureUse, type StorageUse } from '#state/stored-use.ts';
import type { Stores } from '#state/stores.ts';
import { saveFile } from '#ui/save-file.ts';
import { ArchivePart } from './ArchivePart.tsx';
import { Asides } from './Asides.tsx';
import { BackupPart } from './BackupPart.tsx';
import { DataNotices } from './DataNotices.tsx';
import { DeletePart } from './DeletePart.tsx';
import { ImportPart } from './ImportPart.tsx';
import { StoredUse } from './StoredUse.tsx';
import { WhereWhat } from './WhereWhat.tsx';

/** How much is stored and where, and what can be done with all of it. */
export function DataSection() {
  const { t } = useTranslation('settings');
  const stores = useStores();
  const answers = useLearner((state) => state.learner.answers);
  // Until then nobody knows what old answers amount to: no more of them may go into a file.
  const isArchiveNeeded = useLearner(({ troubles }) =>
    troubles.some(({ code }) => code === 'archive-needed'),
  );
  const { deletion, lastImport } = useStore(undoable);
  const { use, refresh } = useStored(stores);
  const { make, mark, saveNow } = backupActions(stores, refresh);
  return (
    <section aria-labelledby="settings-data">
      <h2 id="settings-data">{t('data')}</h2>
      <p>{t('dataBody')}</p>
      <DataNotices due={backupDue(stores)} />
      <BackupPart last={readMark(stores).at} onMake={make} onHanded={mark} />
      <ImportPart
        onRead={(file, signal) => planFile(stores, file, signal)}
        onImport={(plan) => runImport(stores, plan)}
        done={lastImport}
        onUndo={() => revokeImport(stores)}
      />
      {use !== null && (
        <StoredUse
          answers={answers}
          use={use}
          onAsk={async () => {
            const kept = await askToKeep();
            refresh();
            return kept;
          }}
        />
      )}
      {use !== null && isNearlyFull(use) && !isArchiveNeeded && (
        <ArchivePart onPrepare={() => makeArchive(stores)} />
      )}
      <WhereWhat />
      <Asides asides={asidesOf(stores)} />
      <DeletePart
        answers={answers}
        onExport={saveNow}
        onDelete={() => deleteEverything(stores)}
        isDeleted={deletion !== null}
        onUndo={() => undoDeletion(stores)}
      />
    </section>
  );
}

function backupActions(stores: Stores, refresh: () => void) {
  const mark = (file: BackupFile) => {
    markBackup(stores, file);
    refresh();
  };
  return {
    mark,
    make: () => makeBackup(stores),
    saveNow: async () => {
      const file = await makeBackup(stores);
      saveFile(file.name, file.text);
      mark(file);
    },
  };
}

/** What the browser says of its storage, read again when something has changed. */
function useStored(stores: Stores) {
  const [use, setUse] = useState<StorageUse | null>(null);
  const learner = useLearner((state) => state.learner);
  const refresh = useCallback(() => {
    void measureUse(stores).then(setUse);
  }, [stores]);
  // The storage is outside React; each change of the learner has changed it.
  useEffect(refresh, [refresh, learner]);
  return { use, refresh };
}
