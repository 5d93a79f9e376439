import { useState } from 'react';
import type { DraftFiles } from '#core/author/history.ts';
import type { Reference } from '#core/pack/model.ts';
import { addressesIn } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { useTranslation } from '#ui/words.tsx';
import { Choice, TextField } from './fields.tsx';

const isAddress = (url: string): boolean => /^https?:\/\/./.test(url) && URL.canParse(url);
const isId = (id: string): boolean => /^[a-z0-9-]{1,64}$/.test(id);

interface BulkReferenceProps {
  readonly source: string;
  readonly isBlocked: boolean;
  readonly onSet: (reference: Reference) => void;
}

/** Gives all chosen scenarios one reference. */
export function BulkReference({ source, isBlocked, onSet }: BulkReferenceProps) {
  const { t } = useTranslation('author');
  const [id, setId] = useState('');
  const [url, setUrl] = useState('https://');
  const [title, setTitle] = useState('');
  const isWhole = isId(id) && isAddress(url) && title.trim() !== '';
  return (
    <fieldset className="form-group">
      <legend>{t('bulkReference')}</legend>
      <div className="form-head">
        <TextField label={t('bulkReferenceId')} value={id} onChange={setId} />
        <TextField label={t('bulkReferenceUrl')} type="url" value={url} onChange={setUrl} />
        <TextField label={t('bulkReferenceTitle')} value={title} onChange={setTitle} />
      </div>
      <Button
        blocked={isBlocked || !isWhole ? t('bulkReferenceNeeds') : undefined}
        onClick={() => onSet({ id, url, title: { [source]: title.trim() } })}
      >
        {t('setReference')}
      </Button>
    </fieldset>
  );
}

interface BulkAddressProps {
  readonly files: DraftFiles;
  readonly onSet: (from: string, to: string) => void;
}

/** A page that has moved, in every reference of the draft. */
export function BulkAddress({ files, onSet }: BulkAddressProps) {
  const { t } = useTranslation('author');
  const [addresses] = useState(() => addressesIn(files));
  const [from, setFrom] = useState(addresses[0] ?? '');
  const [to, setTo] = useState('https://');
  if (addresses.length === 0) return null;
  return (
    <fieldset className="form-group">
      <legend>{t('bulkAddress')}</legend>
      <Choice
        label={t('addressFrom')}
        value={from}
        choices={addresses.map((value) => ({ value, label: value }))}
        onChange={setFrom}
      />
      <TextField label={t('addressTo')} type="url" value={to} onChange={setTo} />
      <Button
        blocked={isAddress(to) && to !== from ? undefined : t('addressNeeds')}
        onClick={() => onSet(from, to)}
      >
        {t('setAddress')}
      </Button>
    </fieldset>
  );
}
