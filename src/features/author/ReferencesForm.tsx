import { memo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { Path } from '#core/pack/source.ts';
import type { FormFields } from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { isAlike } from './alike.ts';
import { FormText } from './FormText.tsx';
import { freshId } from './fresh-id.ts';

interface ReferencesFormProps {
  readonly references: FormFields['front']['references'];
  /** Of a scenario or a note: both keep references in their front matter. */
  readonly desk: {
    readonly languages: readonly Language[];
    readonly isReadOnly: boolean;
    readonly edit: (edit: {
      readonly edit: 'front';
      readonly path: Path;
      readonly value: unknown;
    }) => boolean;
  };
}

/** Official pages that say it. */
export const ReferencesForm = memo(function ReferencesForm(props: ReferencesFormProps) {
  const { references, desk } = props;
  const { t } = useTranslation('author');
  const ids = references.map(({ id }) => id);
  const add = () =>
    desk.edit({
      edit: 'front',
      path: ['references', references.length],
      value: { id: freshId('page', ids), url: 'https://', title: t('newReference') },
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
}, isAlike);

interface ReferenceFormProps extends Pick<ReferencesFormProps, 'desk'> {
  readonly reference: ReferencesFormProps['references'][number];
  readonly index: number;
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
      {!desk.isReadOnly && (
        <Button
          look="quiet"
          aria-label={t('removeReference', { place })}
          onClick={() =>
            desk.edit({ edit: 'front', path: ['references', index], value: undefined })
          }
        >
          <Icon name="cross" />
        </Button>
      )}
    </div>
  );
}
