import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useNavigate } from 'react-router';
import { useEditor } from '#state/author/react.ts';
import type { ListedDraft } from '#state/author/draft-list.ts';
import { newDraft, type DraftBeginning } from '#state/author/new-draft.ts';
import { useStores } from '#state/react.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { LostNotice } from './LostNotice.tsx';
import { NewDraftDialog } from './NewDraftDialog.tsx';
import { ReportInbox, useReportFiles } from './ReportInbox.tsx';
import { timeOf } from './times.ts';
import './Author.css';

/** The packs that are being written on this device. */
export function AuthorPage() {
  const { t } = useTranslation('author');
  const stores = useStores();
  const navigate = useNavigate();
  const drafts = useEditor((state) => state.drafts);
  const list = useEditor((state) => state.list);
  const bin = useEditor((state) => state.bin);
  const [isNaming, setNaming] = useState(false);
  const [trouble, setTrouble] = useState<'full' | 'unavailable' | null>(null);
  const reports = useReportFiles();
  // Another tab may have written meanwhile.
  useEffect(() => void list(), [list]);

  const begin = async (beginning: DraftBeginning) => {
    setNaming(false);
    const result = await newDraft(stores, beginning);
    if (typeof result === 'string') setTrouble(result === 'full' ? 'full' : 'unavailable');
    else void navigate(`/author/${result.id}`);
  };
  return (
    <div className="author" {...reports.drop}>
      <PageTitle of={t('title')} />
      <h1>{t('title')}</h1>
      <p className="author-lead">{t('lead')}</p>
      <div className="author-actions">
        <Button look="primary" onClick={() => setNaming(true)}>
          {t('newPack')}
        </Button>
        <Link className={buttonClass()} to="/author/import">
          {t('bringIn')}
        </Link>
      </div>
      {trouble !== null && (
        <Notice kind="error">{t(trouble === 'full' ? 'diskFull' : 'diskUnavailable')}</Notice>
      )}
      <LostNotice />
      <DraftList drafts={drafts} onBin={(id, on) => void bin(id, on)} />
      <ReportInbox files={reports} />
      {isNaming && (
        <NewDraftDialog onClose={() => setNaming(false)} onBegin={(data) => void begin(data)} />
      )}
    </div>
  );
}

interface DraftListProps extends Pick<DraftsProps, 'onBin'> {
  readonly drafts: readonly ListedDraft[] | 'unavailable' | null;
}

function DraftList({ drafts, onBin }: DraftListProps) {
  const { t } = useTranslation('author');
  if (drafts === null) return <output>{t('listing')}</output>;
  if (drafts === 'unavailable') return <Notice kind="error">{t('listUnavailable')}</Notice>;
  return <Drafts drafts={drafts} onBin={onBin} />;
}

interface DraftsProps {
  readonly drafts: readonly ListedDraft[];
  readonly onBin: (id: string, isIn: boolean) => void;
}

function Drafts({ drafts, onBin }: DraftsProps) {
  const { t, i18n } = useTranslation('author');
  const here = drafts.filter(({ deletedAt }) => deletedAt === undefined);
  const binned = drafts.filter(({ deletedAt }) => deletedAt !== undefined);
  const nameOf = ({ title }: ListedDraft): string => title || t('untitled');
  return (
    <section className="author-section" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('yourPacks')}</h2>
      <p className="author-caption">{t('whereKept')}</p>
      {binned.map((draft) => (
        <Notice
          key={draft.id}
          kind="info"
          action={<Button onClick={() => onBin(draft.id, false)}>{t('getBack')}</Button>}
        >
          {t('binned', { name: nameOf(draft) })}
        </Notice>
      ))}
      {here.length === 0 && <p>{t('noDrafts')}</p>}
      <ul className="author-rows">
        {here.map((draft) => (
          <li key={draft.id}>
            <Link to={`/author/${draft.id}`}>{nameOf(draft)}</Link>
            <div className="author-row">
              <span className="author-caption">
                {t('changed', { time: timeOf(draft.changedAt, i18n.language) })}
              </span>
              <Button
                look="quiet"
                aria-label={t('deleteOf', { name: nameOf(draft) })}
                onClick={() => onBin(draft.id, true)}
              >
                {t('delete')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
