import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles } from '#core/author/history.ts';
import { localized } from '#core/language.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { useCheckup } from '#state/author/react.ts';
import type { Outline } from '#state/author/report.ts';
import { inBulk, type Restructured } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { BulkAddress, BulkReference } from './BulkReferences.tsx';
import { conceptsOf } from './contents.ts';
import { Choice, TextField } from './fields.tsx';
import { useRestructured } from './restructured.ts';
import './Form.css';

interface BulkDialogProps {
  readonly draft: DraftInHand;
  readonly onClose: () => void;
}

/** The domain, references, or the day on which they were checked, of many parts at once. */
export function BulkDialog({ draft, onClose }: BulkDialogProps) {
  const { t } = useTranslation('author');
  const outline = useCheckup((state) => state.whole?.outline ?? null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { files } = draft.history;
  const { refused, take } = useRestructured();
  const fill = (make: (now: DraftFiles) => Restructured) => {
    if (take(make, 'filled-in')) onClose();
  };
  return (
    <Dialog title={t('bulk')} onClose={onClose}>
      <div className="author-form">
        <Chosen files={files} outline={outline} chosen={chosen} onChosen={setChosen} />
        {refused !== null && <p role="alert">{refused}</p>}
        <BulkDomain
          outline={outline}
          isBlocked={chosen.length === 0}
          onSet={(domain) => fill((now) => inBulk.domain(now, chosen, domain))}
        />
        <BulkReference
          source={outline?.languages[0] ?? 'en'}
          isBlocked={chosen.length === 0}
          onSet={(reference) =>
            fill((now) => inBulk.reference(now, scenariosOf(now, chosen), reference))
          }
        />
        <BulkAddress
          files={files}
          onSet={(from, to) => fill((now) => inBulk.address(now, from, to))}
        />
        <BulkChecked
          isBlocked={chosen.length === 0}
          onSet={(on) =>
            fill((now) => inBulk.checked(now, scenariosOf(now, chosen), { on, how: 'live' }))
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
