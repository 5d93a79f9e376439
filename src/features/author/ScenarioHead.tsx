import { memo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { kindNames } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import type { FormFields } from '#state/author/form.ts';
import type { Outline } from '#state/author/report.ts';
import { isAlike } from './alike.ts';
import { Choice } from './fields.tsx';
import { FormText } from './FormText.tsx';
import type { FormDesk } from './ScenarioForm.tsx';

interface KindFieldsProps {
  readonly front: FormFields['front'];
  readonly desk: FormDesk;
}

interface ScenarioHeadProps extends KindFieldsProps {
  readonly outline: Outline | null;
}

/** What is the same in every language: kind, how many are right, when it was checked. */
export const ScenarioHead = memo(function ScenarioHead(props: ScenarioHeadProps) {
  const { front, outline, desk } = props;
  const { t } = useTranslation('author');
  const set = (path: Path, value: unknown) => desk.edit({ edit: 'front', path, value });
  const { checked } = front;
  return (
    <div className="form-head">
      <Choice
        label={t('kind')}
        value={front.kind ?? 'single'}
        choices={kindNames.map((value) => ({ value, label: t(`kind-${value}`) }))}
        isReadOnly={desk.isReadOnly}
        onChange={(kind) => desk.edit({ edit: 'kind', kind })}
      />
      <KindFields front={front} desk={desk} />
      <FormText
        label={t('checkedOn')}
        type="date"
        value={checked?.on ?? ''}
        isReadOnly={desk.isReadOnly}
        onEdit={(on) =>
          on === ''
            ? set(['checked'], undefined)
            : set(['checked'], { on, how: checked?.how ?? 'live' })
        }
      />
      {outline !== null && outline.cases.length > 0 && (
        <Choice
          label={t('sharedCase')}
          value={front.case ?? ''}
          choices={[
            { value: '', label: t('noCase') },
            ...outline.cases.map(({ id }) => ({ value: id, label: id })),
          ]}
          isReadOnly={desk.isReadOnly}
          onChange={(id) => set(['case'], id === '' ? undefined : id)}
        />
      )}
      <label className="form-check">
        <input
          type="checkbox"
          disabled={desk.isReadOnly}
          checked={front.reserve}
          onChange={(event) => set(['reserve'], event.target.checked ? true : undefined)}
        />
        {t('reserve')}
      </label>
    </div>
  );
}, isAlike);

function KindFields({ front, desk }: KindFieldsProps) {
  const { t } = useTranslation('author');
  const set = (path: Path, value: unknown) => desk.edit({ edit: 'front', path, value });
  return (
    <>
      {front.kind === 'multiple' && (
        <FormText
          label={t('choose')}
          type="number"
          value={String(front.choose ?? '')}
          isReadOnly={desk.isReadOnly}
          onEdit={(value) => /^\d+$/.test(value) && set(['choose'], Number(value))}
        />
      )}
      {front.kind === 'short' && (
        <Choice
          label={t('compare')}
          value={front.compare ?? 'prose'}
          choices={(['prose', 'exact'] as const).map((value) => ({
            value,
            label: t(`compare-${value}`),
          }))}
          isReadOnly={desk.isReadOnly}
          onChange={(value) => set(['compare'], value)}
        />
      )}
    </>
  );
}
