import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useNavigate, useSearchParams } from 'react-router';
import type { Language } from '#core/language.ts';
import { addToDraft, importAsDraft, type Identity } from '#state/author/import-draft.ts';
import type { ImportReport } from '#state/author/import-types.ts';
import { useEditor } from '#state/author/react.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Choice, TextField } from './fields.tsx';

const identities = ['same', 'new'] as const satisfies readonly Identity[];

interface ImportGoalProps {
  readonly report: Exclude<ImportReport, { type: 'unknown' }>;
  readonly language: Language;
}

/** A draft of its own, or among the questions of one. */
export function ImportGoal({ report, language }: ImportGoalProps) {
  const { t } = useTranslation('author');
  const stores = useStores();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [title, setTitle] = useState(report.title);
  const [author, setAuthor] = useState('');
  const [target, setTarget] = useState(params.get('draft') ?? '');
  const [trouble, setTrouble] = useState(false);
  const once = useOnce();
  // Who opens a pack of the library is seldom its author.
  const [identity, setIdentity] = useState<Identity>(params.has('pack') ? 'new' : 'same');
  const isPack = report.type === 'pack';
  const count = isPack ? report.scenarios : report.items.filter(({ kind }) => kind !== null).length;
  if (count === 0 && !isPack) return <p>{t('nothingToTake')}</p>;
  const named = title.trim() !== '' && author.trim() !== '';
  const go = async () => {
    const licence = 'CC-BY-4.0';
    const head = { title, author, languages: [language], licence, domain: t('firstDomain') };
    const id = await (target === ''
      ? importAsDraft(stores, report, head, identity)
      : addToDraft(stores, report, target));
    if (id === null) setTrouble(true);
    else void navigate(`/author/${id}`);
  };
  const blocked = target === '' && !isPack && !named ? t('newNeeds') : undefined;
  return (
    <section className="author-section" aria-labelledby="goal-title">
      <h2 id="goal-title">{t('goalTitle')}</h2>
      {!isPack && <Target value={target} onChange={setTarget} />}
      {!isPack && target === '' && (
        <>
          <TextField label={t('packTitle')} value={title} onChange={setTitle} />
          <TextField label={t('authorName')} value={author} onChange={setAuthor} />
        </>
      )}
      {isPack && report.isFromDocument && (
        <IdentityChoice value={identity} onChange={setIdentity} />
      )}
      {trouble && <Notice kind="error">{t('goalTrouble')}</Notice>}
      <div className="author-actions">
        <Button look="primary" blocked={blocked} onClick={() => once(go)}>
          {target === '' ? t('makeDraft', { count }) : t('addToDraft', { count })}
        </Button>
      </div>
    </section>
  );
}

/** A second tap comes before the draft is there, and would make another. */
function useOnce(): (act: () => Promise<void>) => void {
  const isBusy = useRef(false);
  return (act) => {
    if (isBusy.current) return;
    isBusy.current = true;
    void act().finally(() => (isBusy.current = false));
  };
}

interface IdentityProps {
  readonly value: Identity;
  readonly onChange: (identity: Identity) => void;
}

/** Learners keep their progress where the identity stays; two authors must not share one. */
function IdentityChoice({ value, onChange }: IdentityProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <Choice
        label={t('identity')}
        value={value}
        choices={identities.map((one) => ({ value: one, label: t(`identity-${one}`) }))}
        onChange={onChange}
      />
      <p className="author-caption">{t(`identityBody-${value}`)}</p>
    </>
  );
}

interface TargetProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** A new pack, or one of those that are there. */
function Target({ value, onChange }: TargetProps) {
  const { t } = useTranslation('author');
  const drafts = useEditor((state) => state.drafts);
  const list = useEditor((state) => state.list);
  useEffect(() => void list(), [list]);
  const known = drafts === null || drafts === 'unavailable' ? [] : drafts;
  return (
    <Choice
      label={t('goal')}
      value={value}
      choices={[
        { value: '', label: t('goalNew') },
        ...known
          .filter(({ deletedAt }) => deletedAt === undefined)
          .map(({ id, title }) => ({
            value: id,
            label: t('goalAdd', { name: title || t('untitled') }),
          })),
      ]}
      onChange={onChange}
    />
  );
}
