import { useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Filter } from '#core/journal/event.ts';
import type { Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { Button } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { nameIn } from './Name.tsx';

const kinds = ['all', 'missed', 'flagged', 'unseen'] as const;
const sizes = [5, 10, 20, 0] as const;

/** As chosen on the screen; an empty id or size is "all". */
interface DrillChoice {
  readonly pack: string;
  readonly domain: string;
  readonly concept: string;
  readonly only: (typeof kinds)[number];
  readonly size: (typeof sizes)[number];
}

const filterOf = ({ pack, domain, concept, only, size }: DrillChoice): Filter => ({
  ...(pack !== '' && { pack }),
  ...(domain !== '' && { domain }),
  ...(concept !== '' && { concept }),
  ...(only !== 'all' && { only }),
  ...(size !== 0 && { size }),
});

interface DrillBuilderProps {
  readonly packs: readonly PackIndex[];
  readonly language: Language;
  /** How many questions a choice comes to. */
  readonly count: (filter: Filter) => number;
  readonly onStart: (filter: Filter) => void;
}

/** What to practise, and how much of it; says how many questions fit before one starts. */
export function DrillBuilder({ packs, language, count, onStart }: DrillBuilderProps) {
  const { t } = useTranslation('packs');
  const [choice, setChoice] = useState<DrillChoice>({
    pack: '',
    domain: '',
    concept: '',
    only: 'all',
    size: 10,
  });
  const filter = filterOf(choice);
  const found = count(filter);
  return (
    <section className="drill" aria-labelledby="drill-title">
      <h2 id="drill-title">{t('drill')}</h2>
      <p className="place-caption">{t('drillBody')}</p>
      <Scope {...{ packs, language, choice }} onChange={setChoice} />
      <Segmented
        legend={t('drillOnly')}
        segments={kinds.map((value) => ({ value, label: t(`only-${value}`) }))}
        value={choice.only}
        onChange={(only) => setChoice({ ...choice, only })}
      />
      <Segmented
        legend={t('drillSize')}
        segments={sizes.map((value) => ({
          value,
          label: value === 0 ? t('sizeAll') : String(value),
        }))}
        value={choice.size}
        onChange={(size) => setChoice({ ...choice, size })}
      />
      <div className="place-actions">
        <Button
          look="primary"
          blocked={found === 0 ? t('drillNone') : undefined}
          onClick={() => onStart(filter)}
        >
          {t('drillStart')}
        </Button>
        <output>{found === 0 ? t('drillNone') : t('drillCount', { count: found })}</output>
      </div>
    </section>
  );
}

interface ScopeProps extends Pick<DrillBuilderProps, 'packs' | 'language'> {
  readonly choice: DrillChoice;
  readonly onChange: (choice: DrillChoice) => void;
}

/** Pack, then domain, then concept: each narrows the next. */
function Scope({ packs, language, choice, onChange }: ScopeProps) {
  const { t } = useTranslation('packs');
  const pack = packs.find(({ uid }) => uid === choice.pack);
  const concepts =
    pack?.concepts.filter(({ domain }) => choice.domain === '' || domain === choice.domain) ?? [];
  return (
    <div className="drill-scope">
      <Choice
        label={t('pack')}
        all={t('allPacks')}
        value={choice.pack}
        onChange={(uid) => onChange({ ...choice, pack: uid, domain: '', concept: '' })}
      >
        {packs.map((each) => (
          <option key={each.uid} value={each.uid}>
            {nameIn(each, { id: each.uid, title: each.title }, language)}
          </option>
        ))}
      </Choice>
      {pack && (
        <Choice
          label={t('domain')}
          all={t('allDomains')}
          value={choice.domain}
          onChange={(domain) => onChange({ ...choice, domain, concept: '' })}
        >
          {pack.domains.map((domain) => (
            <option key={domain.id} value={domain.id}>
              {nameIn(pack, domain, language)}
            </option>
          ))}
        </Choice>
      )}
      {pack && (
        <Choice
          label={t('concept')}
          all={t('allConcepts')}
          value={choice.concept}
          onChange={(concept) => onChange({ ...choice, concept })}
        >
          {concepts.map((concept) => (
            <option key={concept.id} value={concept.id}>
              {nameIn(pack, concept, language)}
            </option>
          ))}
        </Choice>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What the first entry says, which narrows nothing. */
  readonly all: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, all, value, onChange, children }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
