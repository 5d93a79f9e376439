import { memo, useId } from 'react';
import { verdictNames, type ClaimVerdict } from '#core/pack/model.ts';
import type { NoteFormFields } from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { useTranslation } from '#ui/words.tsx';
import { isAlike } from './alike.ts';
import { Choice } from './fields.tsx';
import { FormText } from './FormText.tsx';
import type { NoteDesk } from './NoteForm.tsx';

interface ClaimFormProps {
  readonly claim: NoteFormFields['claims'][number];
  readonly fields: Pick<NoteFormFields, 'languages' | 'references'>;
  readonly desk: NoteDesk;
}

/** One claim: what the note says, whether it still holds, and what is true today. */
export const ClaimForm = memo(function ClaimForm(props: ClaimFormProps) {
  const { claim, desk } = props;
  const { t } = useTranslation('author');
  const name = useId();
  return (
    <fieldset className="form-option" aria-labelledby={name}>
      <div className="form-option-head">
        <strong id={name}>{t('claimOf', { id: claim.id })}</strong>
        {!desk.isReadOnly && (
          <span className="form-option-acts">
            <Button
              look="quiet"
              aria-label={t('dropClaim', { id: claim.id })}
              onClick={() => desk.edit({ edit: 'removeClaim', claim: claim.id })}
            >
              <Icon name="cross" />
            </Button>
          </span>
        )}
      </div>
      <ClaimWords {...props} />
      <ClaimFacts {...props} />
      <ClaimReferences {...props} />
    </fieldset>
  );
}, isAlike);

function ClaimWords({ claim, fields, desk }: ClaimFormProps) {
  const { t } = useTranslation('author');
  // What holds needs no correction.
  const texts = claim.verdict === 'holds' ? (['says'] as const) : (['says', 'today'] as const);
  return (
    <div className="form-languages">
      {fields.languages.map((language) => (
        <div key={language} className="form-part">
          {texts.map((edit) => (
            <FormText
              key={edit}
              label={t(`claim-${edit}`, { language: languageName(language) })}
              value={claim[edit][language] ?? ''}
              lang={language}
              rows={2}
              isReadOnly={desk.isReadOnly}
              onEdit={(source) => desk.edit({ edit, claim: claim.id, language, source })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Sets what the front matter says of a claim. */
const setter =
  (desk: NoteDesk, id: string) =>
  (key: string, value: unknown): boolean =>
    desk.edit({ edit: 'front', path: ['claims', id, key], value });

function ClaimFacts({ claim, desk }: ClaimFormProps) {
  const { t } = useTranslation('author');
  const { id, verdict, since, unasked } = claim;
  const set = setter(desk, id);
  const word = (key: string) => (value: string) => set(key, value === '' ? undefined : value);
  return (
    <div className="form-head">
      <Choice<ClaimVerdict | ''>
        label={t('verdict')}
        value={verdict ?? ''}
        choices={[
          ...(verdict === undefined ? [{ value: '' as const, label: '' }] : []),
          ...verdictNames.map((value) => ({ value, label: t(`verdict-${value}`) })),
        ]}
        isReadOnly={desk.isReadOnly}
        onChange={(value) => value !== '' && set('verdict', value)}
      />
      {verdict === 'outdated' && (
        <FormText
          label={t('claimSince')}
          type="date"
          value={since ?? ''}
          isReadOnly={desk.isReadOnly}
          onEdit={word('since')}
        />
      )}
      <FormText
        label={t('claimUnasked')}
        value={unasked ?? ''}
        isReadOnly={desk.isReadOnly}
        onEdit={word('unasked')}
      />
    </div>
  );
}

/** Which of the note's pages show it. */
function ClaimReferences({ claim: { id, references }, fields, desk }: ClaimFormProps) {
  const { t } = useTranslation('author');
  const refer = (reference: string, isOn: boolean) => {
    const next = isOn ? [...references, reference] : references.filter((one) => one !== reference);
    setter(desk, id)('references', next.length === 0 ? undefined : next);
  };
  return (
    <>
      {fields.references.map((reference) => (
        <label className="form-check" key={reference.id}>
          <input
            type="checkbox"
            disabled={desk.isReadOnly}
            checked={references.includes(reference.id)}
            onChange={(event) => refer(reference.id, event.target.checked)}
          />
          {t('claimReference', { id: reference.id })}
        </label>
      ))}
    </>
  );
}
