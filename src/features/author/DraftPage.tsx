import { useEffect, useMemo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams } from 'react-router';
import type { DraftInHand, OpenDraft } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Desk } from './Desk.tsx';
import { useEntered } from './entered.ts';
import './Author.css';
import './Draft.css';

/** One draft, open to be written. */
export function DraftPage() {
  const { t } = useTranslation('author');
  const { draft: id = '' } = useParams();
  const open = useEntered(id);
  useWriteBeforeLeaving();
  if (open === null)
    return (
      <main className="draft-wait">
        <output>{t('opening')}</output>
      </main>
    );
  if (!('id' in open))
    return (
      <main className="draft-wait">
        <h1>{t(open.trouble === 'missing' ? 'draftMissing' : 'draftUnreadable')}</h1>
        <p>{t(open.trouble === 'missing' ? 'draftMissingBody' : 'draftUnreadableBody')}</p>
        <Link to="/author">{t('toAuthor')}</Link>
      </main>
    );
  return <Titled draft={open} />;
}

function Titled({ draft }: { readonly draft: OpenDraft }) {
  const { t } = useTranslation('author');
  const { id, title, history, isElsewhere } = draft;
  const inHand = useMemo<DraftInHand>(
    () => ({ id, title, history, isElsewhere }),
    [id, title, history, isElsewhere],
  );
  return (
    <>
      <PageTitle of={title || t('untitled')} />
      <Desk draft={inHand} />
    </>
  );
}

/** A page that goes out of sight may not come back; one that has something unwritten asks before it closes. */
function useWriteBeforeLeaving(): void {
  const flush = useEditor((state) => state.flush);
  const isUnsaved = useEditor(
    ({ open }) => open !== null && 'id' in open && open.saved.is !== 'saved',
  );
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [flush]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isUnsaved) addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
