import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { isInterfaceLanguage, type Language } from '#core/language.ts';
import type { DraftBeginning } from '#state/author/new-draft.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Choice, TextField } from './fields.tsx';

interface NewDraftDialogProps {
  readonly onClose: () => void;
  readonly onBegin: (beginning: DraftBeginning) => void;
}

const languageSets: readonly (readonly Language[])[] = [['en'], ['ja'], ['en', 'ja'], ['ja', 'en']];
const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const;

/** What a pack needs before it can begin; all of it can be changed later. */
export function NewDraftDialog({ onClose, onBegin }: NewDraftDialogProps) {
  const { t, i18n } = useTranslation('author');
  const form = useId();
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState('');
  const [licence, setLicence] = useState<string>(licences[0]);
  const own = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
  const [languages, setLanguages] = useState<string>(own);
  const blocked = title.trim() === '' || author.trim() === '' ? t('newNeeds') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked !== undefined) return;
    const chosen = languages.split('+');
    onBegin({ title, author, licence, languages: chosen, domain: t('firstDomain') });
  };
  return (
    <Dialog
      title={t('newPack')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} blocked={blocked}>
            {t('begin')}
          </Button>
        </>
      }
    >
      <form id={form} className="author-form" onSubmit={submit}>
        <TextField label={t('packTitle')} value={title} onChange={setTitle} />
        <TextField label={t('authorName')} value={author} onChange={setAuthor} />
        <Choice
          label={t('languages')}
          value={languages}
          choices={languageSets.map((set) => ({
            value: set.join('+'),
            label: set.map((code) => t(code === 'ja' ? 'japanese' : 'english')).join(' + '),
          }))}
          onChange={setLanguages}
        />
        <Choice
          label={t('licence')}
          value={licence}
          choices={licences.map((value) => ({ value, label: value }))}
          onChange={setLicence}
        />
      </form>
    </Dialog>
  );
}
