import { useTranslation } from 'react-i18next';
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
  const [source = ''] = desk.languages;
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
        <div className="form-reference" key={`${index}:${reference.id}`}>
          <FormText
            label={t('referenceUrl', { place: index + 1 })}
            type="url"
            value={reference.url}
            isReadOnly={desk.isReadOnly}
            onEdit={(value) =>
              desk.edit({ edit: 'front', path: ['references', index, 'url'], value })
            }
          />
          <FormText
            label={t('referenceTitle', { place: index + 1 })}
            value={reference.title[source] ?? ''}
            isReadOnly={desk.isReadOnly}
            onEdit={(value) =>
              desk.edit({
                edit: 'front',
                path: ['references', index, 'title'],
                value: { ...reference.title, [source]: value },
              })
            }
          />
          <Button
            look="quiet"
            aria-label={t('removeReference', { place: index + 1 })}
            onClick={() =>
              desk.edit({ edit: 'front', path: ['references', index], value: undefined })
            }
          >
            <Icon name="cross" />
          </Button>
        </div>
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
