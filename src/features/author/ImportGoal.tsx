import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Language } from '#core/language.ts';
import { addToDraft, importAsDraft } from '#state/author/import-draft.ts';
import type { ImportReport } from '#state/author/import-types.ts';
import { useEditor } from '#state/author/react.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Choice, TextField } from './fields.tsx';

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
  const drafts = useEditor((state) => state.drafts);
  const list = useEditor((state) => state.list);
  const [title, setTitle] = useState(report.title);
  const [author, setAuthor] = useState('');
  const [target, setTarget] = useState(params.get('draft') ?? '');
  const [trouble, setTrouble] = useState(false);
  useEffect(() => void list(), [list]);
  const isPack = report.type === 'pack';
  const count = isPack ? report.scenarios : report.items.filter(({ kind }) => kind !== null).length;
  if (count === 0 && !isPack) return <p>{t('nothingToTake')}</p>;
  const others = Array.isArray(drafts) ? drafts.filter((draft) => !draft.deletedAt) : [];
  const named = title.trim() !== '' && author.trim() !== '';
  const go = async () => {
    const id =
      target === ''
        ? await importAsDraft(stores, report, {
            title,
            author,
            languages: [language],
            licence: 'CC-BY-4.0',
            domain: t('firstDomain'),
          })
        : await addToDraft(stores, report, target);
    if (id === null) setTrouble(true);
    else void navigate(`/author/${id}`);
  };
  const blocked = target === '' && !isPack && !named ? t('newNeeds') : undefined;
  return (
    <section className="author-section" aria-labelledby="goal-title">
      <h2 id="goal-title">{t('goalTitle')}</h2>
      {!isPack && (
        <Choice
          label={t('goal')}
          value={target}
          choices={[
            { value: '', label: t('goalNew') },
            ...others.map((draft) => ({
              value: draft.id,
              label: t('goalAdd', { name: draft.title || t('untitled') }),
            })),
          ]}
          onChange={setTarget}
        />
      )}
      {!isPack && target === '' && (
        <>
          <TextField label={t('packTitle')} value={title} onChange={setTitle} />
          <TextField label={t('authorName')} value={author} onChange={setAuthor} />
        </>
      )}
      {trouble && <Notice kind="error">{t('goalTrouble')}</Notice>}
      <div className="author-actions">
        <Button look="primary" blocked={blocked} onClick={() => void go()}>
          {target === '' ? t('makeDraft', { count }) : t('addToDraft', { count })}
        </Button>
      </div>
    </section>
  );
}
