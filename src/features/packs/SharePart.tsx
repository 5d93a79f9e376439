import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useNavigate } from 'react-router';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import {
  archiveOf,
  removePack,
  sharedPack,
  undoChange,
  type ChangeTrouble,
  type FormerPack,
  type SharedPack,
} from '#state/own-changes.ts';
import { useLibrary, useStores } from '#state/react.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Notice } from '#ui/Notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { useFormers } from './formers.ts';
import { MendedHere } from './MendedHere.tsx';
import { nameIn } from './Name.tsx';
import { ShareLink } from './ShareLink.tsx';
import { PackUpdates } from './PackUpdates.tsx';
import './Share.css';

interface SharePartProps {
  readonly pack: PackIndex;
  readonly language: Language;
}

/** Handing a pack on, and what else can be done with one that the learner has added. */
export function SharePart({ pack, language }: SharePartProps) {
  const { t } = useTranslation('share');
  const isAdded = useLibrary((state) => state.added.has(pack.uid));
  return (
    <>
      <MendedHere key={pack.uid} pack={pack} language={language} />
      <section className="place-section" aria-labelledby="share-title">
        <h2 id="share-title">{t('share')}</h2>
        {isAdded ? <ShareAdded pack={pack} /> : <p>{t('bundledShare')}</p>}
        <div className="place-actions">
          <Link className={buttonClass()} to={`/author/export/${pack.uid}`}>
            {t('exportOther')}
          </Link>
          <Link className={buttonClass()} to={`/author/import?pack=${pack.uid}`}>
            {t('editCopy')}
          </Link>
        </div>
      </section>
      {isAdded && <PackUpdates key={pack.address} pack={pack} language={language} />}
      {isAdded && <Changes pack={pack} language={language} />}
    </>
  );
}

/** The page's own address, without what comes after it. */
const pageAddress = (): string => location.href.replace(/#.*$/, '');

type Shared = SharedPack | 'reading' | 'failed';

function useShared(pack: PackIndex): Shared {
  const stores = useStores();
  const [read, setRead] = useState<{ readonly of: PackIndex; readonly shared: Shared } | null>(
    null,
  );
  // The pack is read from the database.
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const result = await sharedPack(stores, pack.uid);
      if (isCurrent) setRead({ of: pack, shared: result.ok ? result.value : 'failed' });
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [stores, pack]);
  // What was read of the version before is not handed on under the name of this one.
  return read?.of === pack ? read.shared : 'reading';
}

function ShareAdded({ pack }: Pick<SharePartProps, 'pack'>) {
  const { t } = useTranslation('share');
  const shared = useShared(pack);
  if (shared === 'reading') return <output>{t('sharePreparing')}</output>;
  if (shared === 'failed') return <Notice kind="error">{t('shareFailed')}</Notice>;
  const hasPictures = shared.pictures.size > 0;
  return (
    <>
      <p>{t('shareBody')}</p>
      <SaveButtons pack={pack} shared={shared} />
      {hasPictures && <p className="place-caption">{t('saveArchiveBody')}</p>}
      {shared.link === null ? (
        <p>{t(hasPictures ? 'linkPictures' : 'linkTooLong')}</p>
      ) : (
        <ShareLink
          title={t('linkWhole')}
          body={t('linkWholeBody')}
          link={`${pageAddress()}#p=${shared.link}`}
        />
      )}
      {pack.address !== undefined && (
        <ShareLink
          title={t('linkAddress')}
          link={`${pageAddress()}#pack=${encodeURIComponent(pack.address)}`}
        />
      )}
    </>
  );
}

interface SaveButtonsProps extends Pick<SharePartProps, 'pack'> {
  readonly shared: SharedPack;
}

function SaveButtons({ pack, shared }: SaveButtonsProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const [hasFailed, setFailed] = useState(false);
  const name = `${pack.uid}-${pack.version}`;
  const saveArchive = async () => {
    const made = await archiveOf(stores, shared);
    setFailed(!made.ok || made.value === null);
    if (made.ok && made.value !== null) saveFile(`${name}.mondo`, made.value, 'application/zip');
  };
  return (
    <>
      <div className="place-actions">
        <Button onClick={() => saveFile(`${name}.mondo.json`, shared.document)}>
          {t('saveDocument')}
        </Button>
        <Button onClick={() => void saveArchive()}>{t('saveArchive')}</Button>
      </div>
      {hasFailed && <Notice kind="error">{t('shareFailed')}</Notice>}
    </>
  );
}

/** The last update can be undone, and the pack removed. */
function Changes({ pack, language }: SharePartProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const [trouble, setTrouble] = useState<ChangeTrouble | null>(null);
  const { uid } = pack;
  const former = useFormers(stores).find((one) => one.uid === uid);
  const goBack = async (shown: FormerPack) => {
    const done = await undoChange(stores, uid, shown);
    setTrouble(done.ok ? null : done.error);
  };
  return (
    <div className="place-actions">
      {trouble !== null && <Notice kind="error">{t(`trouble-${trouble}`)}</Notice>}
      {former !== undefined && (
        <>
          <Button onClick={() => void goBack(former)}>
            {t('backTo', { version: former.version })}
          </Button>
          <p className="place-caption">{t('backToBody')}</p>
        </>
      )}
      <RemoveButton pack={pack} language={language} onTrouble={setTrouble} />
    </div>
  );
}

interface RemoveButtonProps extends SharePartProps {
  readonly onTrouble: (trouble: ChangeTrouble) => void;
}

function RemoveButton({ pack, language, onTrouble }: RemoveButtonProps) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const name = nameIn(pack, { id: pack.uid, title: pack.title }, language);
  const remove = async () => {
    const done = await removePack(stores, pack.uid);
    // What kept it from being done stands beneath the question.
    setAsking(false);
    if (done.ok) await navigate('/packs');
    else onTrouble(done.error);
  };
  const actions = (
    <>
      <Button look="danger" onClick={() => void remove()}>
        {t('remove')}
      </Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        {t('cancel')}
      </Button>
    </>
  );
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('removeTitle', { name })}
          onClose={() => setAsking(false)}
          actions={actions}
        >
          <p>{t('removeBody')}</p>
        </Dialog>
      )}
    </>
  );
}
