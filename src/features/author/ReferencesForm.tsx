import { useTranslation } from '#ui/words.tsx';
import type { FormFields } from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { FormText } from './FormText.tsx';
import type { FormDesk } from './ScenarioForm.tsx';

interface ReferencesFormProps {
  readonly references: FormFields['front']['references'];
  readonly desk: FormDesk;
}

/** Official pages that say it. */
export function ReferencesForm({ references, desk }: ReferencesFormProps) {
  const { t } = useTranslation('author');
  const add = () =>
    desk.edit({
      edit: 'front',
      path: ['references', references.length],
      value: { id: `page-${references.length + 1}`, url: 'https://', title: t('newReference') },
    });
  return (
    <fieldset className="form-group">
      <legend>{t('references')}</legend>
      {references.map((reference, index) => (
        <ReferenceForm
          key={`${index}:${reference.id}`}
          reference={reference}
          index={index}
          desk={desk}
        />
      ))}
      {!desk.isReadOnly && (
        <Button look="quiet" onClick={add}>
          <Icon name="plus" />
          {t('addReference')}
        </Button>
      )}
    </fieldset>
  );
}

interface ReferenceFormProps {
  readonly reference: ReferencesFormProps['references'][number];
  readonly index: number;
  readonly desk: FormDesk;
}

function ReferenceForm({ reference, index, desk }: ReferenceFormProps) {
  const { t } = useTranslation('author');
  const [source = ''] = desk.languages;
  const place = index + 1;
  const set = (key: 'url' | 'title', value: unknown) =>
    desk.edit({ edit: 'front', path: ['references', index, key], value });
  return (
    <div className="form-reference">
      <FormText
        label={t('referenceUrl', { place })}
        type="url"
        value={reference.url}
        isReadOnly={desk.isReadOnly}
        onEdit={(value) => set('url', value)}
      />
      <FormText
        label={t('referenceTitle', { place })}
        value={reference.title[source] ?? ''}
        isReadOnly={desk.isReadOnly}
        onEdit={(value) => set('title', { ...reference.title, [source]: value })}
      />
      <Button
        look="quiet"
        aria-label={t('removeReference', { place })}
        onClick={() => desk.edit({ edit: 'front', path: ['references', index], value: undefined })}
      >
        <Icon name="cross" />
      </Button>
    </div>
  );
}
