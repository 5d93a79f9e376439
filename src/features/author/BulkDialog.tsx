import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles, StepName } from '#core/author/history.ts';
import { localized } from '#core/language.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { useCheckup, useEditor } from '#state/author/react.ts';
import type { Outline } from '#state/author/report.ts';
import { inBulk, type Restructured } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { BulkAddress, BulkReference } from './BulkReferences.tsx';
import { conceptsOf } from './contents.ts';
import { Choice, TextField } from './fields.tsx';
import { reasonOf } from './problem-words.ts';
import './Form.css';

interface BulkDialogProps {
  readonly draft: DraftInHand;
  readonly onClose: () => void;
}

/** The domain, references, or the day on which they were checked, of many parts at once. */
export function BulkDialog({ draft, onClose }: BulkDialogProps) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('problems');
  const change = useEditor((state) => state.change);
  const outline = useCheckup((state) => state.whole?.outline ?? null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const { files } = draft.history;
  const take = (result: Restructured, name: StepName) => {
    if (result.ok) change(result.value, name);
    setRefused(result.ok ? null : reasonOf(say, result.error));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('bulk')} onClose={onClose}>
      <div className="author-form">
        <Chosen files={files} outline={outline} chosen={chosen} onChosen={setChosen} />
        {refused !== null && <p role="alert">{refused}</p>}
        <BulkDomain
          outline={outline}
          isBlocked={chosen.length === 0}
          onSet={(domain) => take(inBulk.domain(files, chosen, domain), 'filled-in')}
        />
        <BulkReference
          source={outline?.languages[0] ?? 'en'}
          isBlocked={chosen.length === 0}
          onSet={(reference) =>
            take(inBulk.reference(files, scenariosOf(files, chosen), reference), 'filled-in')
          }
        />
        <BulkAddress
          files={files}
          onSet={(from, to) => take(inBulk.address(files, from, to), 'filled-in')}
        />
        <BulkChecked
          isBlocked={chosen.length === 0}
          onSet={(on) =>
            take(
              inBulk.checked(files, scenariosOf(files, chosen), { on, how: 'live' }),
              'filled-in',
            )
          }
        />
      </div>
    </Dialog>
  );
}

const scenariosOf = (files: DraftFiles, concepts: readonly string[]) => {
  const all = conceptsOf(files.keys());
  return concepts.flatMap((concept) =>
    (all.get(concept) ?? []).map((scenario) => ({ concept, scenario })),
  );
};

interface ChosenProps {
  readonly files: DraftFiles;
  readonly outline: Outline | null;
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
}

function Chosen({ files, outline, chosen, onChosen }: ChosenProps) {
  const { t, i18n } = useTranslation('author');
  const ids = [...conceptsOf(files.keys()).keys()];
  const titleOf = (id: string): string =>
    localized(
      outline?.concepts.find((concept) => concept.id === id)?.title ?? {},
      i18n.language,
      outline?.languages[0],
    ) ?? id;
  const isAll = chosen.length === ids.length;
  return (
    <fieldset className="form-group">
      <legend>{t('bulkConcepts', { count: chosen.length })}</legend>
      <button type="button" className="text-button" onClick={() => onChosen(isAll ? [] : ids)}>
        {t(isAll ? 'chooseNone' : 'chooseAll')}
      </button>
      <div className="bulk-concepts">
        {ids.map((id) => (
          <label className="form-check" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChosen(
                  event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                )
              }
            />
            {titleOf(id)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface BulkPartProps {
  readonly isBlocked: boolean;
  readonly onSet: (value: string) => void;
}

function BulkDomain({
  outline,
  isBlocked,
  onSet,
}: BulkPartProps & { readonly outline: Outline | null }) {
  const { t, i18n } = useTranslation('author');
  const domains = outline?.domains ?? [];
  const [domain, setDomain] = useState(domains[0]?.id ?? '');
  return (
    <div className="form-reference">
      <Choice
        label={t('domain')}
        value={domain}
        choices={domains.map(({ id, title }) => ({
          value: id,
          label: localized(title, i18n.language) ?? id,
        }))}
        onChange={setDomain}
      />
      <Button
        blocked={isBlocked || domain === '' ? t('chooseFirst') : undefined}
        onClick={() => onSet(domain)}
      >
        {t('setDomain')}
      </Button>
    </div>
  );
}

function BulkChecked({ isBlocked, onSet }: BulkPartProps) {
  const { t } = useTranslation('author');
  const [on, setOn] = useState('');
  return (
    <div className="form-reference">
      <TextField label={t('checkedOn')} type="date" value={on} onChange={setOn} />
      <Button
        blocked={isBlocked || on === '' ? t('chooseFirst') : undefined}
        onClick={() => onSet(on)}
      >
        {t('setChecked')}
      </Button>
    </div>
  );
}
