import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams, useSearchParams } from 'react-router';
import type { DraftFiles } from '#core/author/history.ts';
import { useCheckup } from '#state/author/react.ts';
import { createTrial } from '#state/author/trial.ts';
import { StoresProvider, useStores } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { useDraftMedia } from './draft-media.ts';
import { useEntered } from './entered.ts';
import './Author.css';
import './Draft.css';

interface TrialPageProps {
  /** The session itself, over the stores of the trial. */
  readonly children: (leave: { readonly words: string; readonly to: string }) => ReactNode;
}

/** Answering a draft as a learner will, with a memory that goes with the page. */
export function TrialPage({ children }: TrialPageProps) {
  const { t } = useTranslation('author');
  const { draft: id = '' } = useParams();
  const open = useEntered(id);
  const back = `/author/${id}`;
  if (open === null) return <Waiting />;
  if (!('id' in open))
    return (
      <main className="draft-wait">
        <h1>{t('draftMissing')}</h1>
        <Link to="/author">{t('toAuthor')}</Link>
      </main>
    );
  return (
    <Trial files={open.history.files}>{children({ words: t('backToDraft'), to: back })}</Trial>
  );
}

function Waiting() {
  const { t } = useTranslation('author');
  return (
    <main className="draft-wait">
      <output>{t('opening')}</output>
    </main>
  );
}

interface TrialProps {
  readonly files: DraftFiles;
  readonly children: ReactNode;
}

function Trial({ files, children }: TrialProps) {
  const { t } = useTranslation('author');
  const stores = useStores();
  const [params] = useSearchParams();
  const concept = params.get('concept');
  const readAs = useCheckup((state) => state.pack);
  const mediaUrl = useDraftMedia(files);
  const [trial, setTrial] = useState<Stores | 'unreadable' | 'broken' | null>(null);
  // The draft is read by the worker, once: what is changed elsewhere meanwhile is for the next trial.
  useEffect(() => {
    let isHere = true;
    const begin = async () => {
      const pack = await readAs(files);
      const made =
        pack === null || pack === 'broken'
          ? pack
          : await createTrial(stores, pack, mediaUrl, concept);
      if (isHere) setTrial(made ?? 'unreadable');
    };
    if (trial === null) void begin();
    return () => {
      isHere = false;
    };
  }, [trial, files, readAs, stores, mediaUrl, concept]);
  if (trial === null) return <Waiting />;
  if (trial === 'broken')
    return (
      <main className="draft-wait">
        <p role="alert">{t('trialBroken')}</p>
        <Button onClick={() => setTrial(null)}>{t('tryAgain')}</Button>
      </main>
    );
  if (trial === 'unreadable') return <main className="draft-wait">{t('trialUnreadable')}</main>;
  return (
    <StoresProvider stores={trial}>
      <p className="trial-word">{t('trialBody')}</p>
      {children}
    </StoresProvider>
  );
}
