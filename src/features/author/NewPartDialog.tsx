import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { localized } from '#core/language.ts';
import { kindNames, type Domain, type KindName } from '#core/pack/model.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Choice, TextField } from './fields.tsx';

export type NewPart =
  | { readonly type: 'concept'; readonly title: string; readonly domain: string }
  | { readonly type: 'scenario'; readonly concept: string; readonly kind: KindName };

interface NewPartDialogProps {
  readonly type: NewPart['type'];
  /** Where a scenario is to be. */
  readonly concept: string;
  readonly domains: readonly Domain[];
  readonly onAdd: (part: NewPart) => void;
  readonly onClose: () => void;
}

/** Asks what a new concept or scenario needs before it can be there. */
export function NewPartDialog({ type, concept, domains, onAdd, onClose }: NewPartDialogProps) {
  const { t } = useTranslation('author');
  const form = useId();
  const [title, setTitle] = useState('');
  const [domain, setDomain] = useState(domains[0]?.id ?? 'main');
  const [kind, setKind] = useState<KindName>('single');
  const isConcept = type === 'concept';
  const blocked = isConcept && title.trim() === '' ? t('titleNeeded') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked !== undefined) return;
    onAdd(isConcept ? { type, title, domain } : { type, concept, kind });
  };
  return (
    <Dialog
      title={t(isConcept ? 'newConcept' : 'newScenario')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} blocked={blocked}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form id={form} className="author-form" onSubmit={submit}>
        {isConcept ? (
          <ConceptFields
            title={title}
            onTitle={setTitle}
            domain={domain}
            onDomain={setDomain}
            domains={domains}
          />
        ) : (
          <Choice
            label={t('kind')}
            value={kind}
            choices={kindNames.map((value) => ({ value, label: t(`kind-${value}`) }))}
            onChange={setKind}
          />
        )}
      </form>
    </Dialog>
  );
}

interface ConceptFieldsProps extends Pick<NewPartDialogProps, 'domains'> {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly domain: string;
  readonly onDomain: (domain: string) => void;
}

function ConceptFields({ title, onTitle, domain, onDomain, domains }: ConceptFieldsProps) {
  const { t, i18n } = useTranslation('author');
  return (
    <>
      <p>{t('conceptBody')}</p>
      <TextField label={t('conceptTitle')} value={title} onChange={onTitle} />
      {domains.length > 1 && (
        <Choice
          label={t('domain')}
          value={domain}
          choices={domains.map((one) => ({
            value: one.id,
            label: localized(one.title, i18n.language) ?? one.id,
          }))}
          onChange={onDomain}
        />
      )}
    </>
  );
}
