import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useSearchParams } from 'react-router';
import { arrivals } from '#state/arrivals.ts';
import { useStores } from '#state/react.tsx';
import { takeShared } from '#state/shared-file.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { useAdding, type Adding, type Step } from './adding.ts';
import { AddedNotice } from './AddedNotice.tsx';
import { HostQuestion } from './HostQuestion.tsx';
import { OfferView } from './OfferView.tsx';
import { PackSources } from './PackSources.tsx';
import { Refused } from './Refused.tsx';
import './Packs.css';
import './Add.css';

/** A pack comes in: from a file, a link or an address; looked at, agreed to, and undone if it was the wrong one. */
export function AddPage() {
  const [params] = useSearchParams();
  // Another link is another pack: nothing of the one before is left on the screen.
  return <AddView key={params.toString()} params={params} />;
}

function AddView({ params }: { readonly params: URLSearchParams }) {
  const { t } = useTranslation('share');
  const adding = useAdding(useStores());
  const { step } = adding;
  useArrivals(adding, params);
  const shared = useShared(params.get('shared'));
  usePaste(adding);
  return (
    <div className="place">
      <PageTitle of={t('title')} />
      <header className="place-head">
        <p className="place-up">
          <Link to="/packs">{t('toPacks')}</Link>
        </p>
        <h1>{t('title')}</h1>
      </header>
      {shared === 'lost' && <Notice kind="error">{t('sharedLost')}</Notice>}
      {shared === 'first' && <Notice kind="info">{t('sharedFirst')}</Notice>}
      {isAtStart(step) && <PackSources onFile={adding.readFile} onAddress={adding.take} />}
      <StepView step={step} adding={adding} />
    </div>
  );
}

const isAtStart = ({ at }: Step): boolean =>
  at === 'start' || at === 'refused' || at === 'not-fetched' || at === 'undone';

/** What came by a link, or was opened or dropped elsewhere, is looked at once. */
function useArrivals({ readFile, take }: Adding, params: URLSearchParams): void {
  const [letters, address] = [params.get('p'), params.get('from')];
  // Links and files come from outside React.
  useEffect(() => {
    if (letters !== null) take(`#p=${letters}`);
    else if (address !== null) take(`#pack=${address}`);
  }, [letters, address, take]);
  useEffect(() => {
    const look = () => {
      const { file } = arrivals.getState();
      if (file === null) return;
      arrivals.setState({ file: null });
      readFile(file);
    };
    look();
    return arrivals.subscribe(look);
  }, [readFile]);
}

/** What another app has shared with the installed one is looked at; what is to be said of it. */
function useShared(said: string | null): 'lost' | 'first' | null {
  const [came, setCame] = useState<Awaited<ReturnType<typeof takeShared>> | null>(null);
  // It lies outside of React.
  useEffect(() => {
    if (said !== null && said !== 'lost') void takeShared().then(setCame);
  }, [said]);
  if (said === 'lost' || came === 'lost') return 'lost';
  return said === 'first' && came === 'taken' ? said : null;
}

/** A file or a text that is pasted anywhere on the page, save into a field. */
function usePaste({ readFile, take }: Adding): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isField = event.target instanceof Element && event.target.matches('input, textarea');
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (file) readFile(file);
      else if (!isField && text.startsWith('{')) readFile(new File([text], 'pack.mondo.json'));
      else if (!isField && text !== '') take(text);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [readFile, take]);
}

interface StepViewProps {
  readonly step: Step;
  readonly adding: Adding;
}

function StepView({ step, adding }: StepViewProps) {
  const { t } = useTranslation('share');
  switch (step.at) {
    case 'start':
      return null;
    case 'asking':
      return <HostQuestion {...step} onYes={adding.fetch} onNo={adding.cancel} />;
    case 'fetching':
      return <Busy words={t('fetching', { host: step.host })} onStop={adding.cancel} />;
    case 'reading':
      return <Busy words={t('reading', { name: step.name })} onStop={adding.cancel} />;
    case 'adding':
      return <output>{t('adding')}</output>;
    case 'not-fetched':
      return <Notice kind="error">{t(step.words, { host: step.host })}</Notice>;
    case 'refused':
      return <Refused name={step.name} trouble={step.trouble} />;
    case 'offered':
      return (
        <OfferView
          offer={step.offer}
          trouble={step.trouble}
          onAccept={() => adding.accept(step.offer)}
          onCancel={adding.cancel}
        />
      );
    case 'added':
      return (
        <AddedNotice offer={step.offer} onUndo={() => adding.undo(step)} onMore={adding.cancel} />
      );
    case 'undone':
      return <Notice kind="info">{t('undone')}</Notice>;
  }
}

function Busy({ words, onStop }: { readonly words: string; readonly onStop: () => void }) {
  const { t } = useTranslation('share');
  // What is over in a moment needs no button.
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), A_MOMENT);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="place-actions">
      <output>{words}</output>
      {isLong && <Button onClick={onStop}>{t('stop')}</Button>}
    </div>
  );
}

const A_MOMENT = 500;
