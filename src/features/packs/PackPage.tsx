import { lazy, Suspense } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams, useSearchParams } from 'react-router';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import { localized, type Language } from '#core/language.ts';
import type { ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { useDayClock } from '#state/next-day.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { useDrill } from './drilling.ts';
import { Name, nameIn } from './Name.tsx';
import { PackFacts } from './PackCard.tsx';
import { outlineOf, signs, standings, type Outline } from './standing.ts';
import { StandingLine } from './StandingLine.tsx';
import { Missing } from './States.tsx';
import './Packs.css';

const SharePart = lazy(async () => ({ default: (await import('./SharePart.tsx')).SharePart }));

const wanted = ['all', ...standings, ...signs] as const;
type Wanted = (typeof wanted)[number];

interface Entry {
  readonly concept: ConceptIndex;
  readonly outline: Outline;
}

const isWanted = ({ outline }: Entry, state: Wanted): boolean =>
  state === 'all' || outline.standing === state || outline.signs.some((sign) => sign === state);

/** A pack from inside: its domains with their concepts, and the notes that they come from. */
export function PackPage() {
  const { uid } = useParams();
  const packs = useLibrary((state) => state.packs);
  const learner = useLearner((state) => state.learner);
  const drill = useDrill();
  const clock = useDayClock();
  const pack = packs.find((candidate) => candidate.uid === uid);
  if (pack === undefined) return <Missing />;
  return (
    <Contents
      pack={pack}
      learner={learner}
      day={learnerDay(learner, clock)}
      language={questionLanguageOf(learner.settings)}
      onDrill={(domain) => drill({ pack: pack.uid, domain })}
    />
  );
}

interface ContentsProps {
  readonly pack: PackIndex;
  readonly learner: Learner;
  readonly day: StudyDay;
  readonly language: Language;
  readonly onDrill: (domain: string) => void;
}

function Contents({ pack, learner, day, language, onDrill }: ContentsProps) {
  const { t } = useTranslation('packs');
  const [params, setParams] = useSearchParams();
  const state = wanted.find((name) => name === params.get('state')) ?? 'all';
  const entries = pack.concepts.map((concept): Entry => ({
    concept,
    outline: outlineOf(learner, pack.uid, concept, day),
  }));
  const shown = entries.filter((entry) => isWanted(entry, state));
  const title = { id: pack.uid, title: pack.title };
  return (
    <div className="place">
      <PageTitle of={nameIn(pack, title, language)} />
      <PackHead pack={pack} language={language} />
      <div className="place-actions">
        <StateFilter
          value={state}
          count={(name) => entries.filter((entry) => isWanted(entry, name)).length}
          onChange={(name) => setParams(name === 'all' ? {} : { state: name }, { replace: true })}
        />
        <output>{t('concepts', { count: shown.length })}</output>
      </div>
      {shown.length === 0 && <p>{t('noneInState')}</p>}
      {pack.domains.map((domain) => (
        <DomainSection
          key={domain.id}
          pack={pack}
          domain={domain}
          entries={shown.filter(({ concept }) => concept.domain === domain.id)}
          language={language}
          onDrill={() => onDrill(domain.id)}
        />
      ))}
      {state === 'all' && pack.notes.length > 0 && <Notes pack={pack} language={language} />}
      {state === 'all' && (
        <Suspense fallback={null}>
          <SharePart pack={pack} language={language} />
        </Suspense>
      )}
    </div>
  );
}

function PackHead({ pack, language }: Pick<ContentsProps, 'pack' | 'language'>) {
  const { t } = useTranslation('packs');
  return (
    <header className="place-head">
      <p className="place-up">
        <Link to="/packs">{t('title')}</Link>
      </p>
      <h1>
        <Name pack={pack} of={{ id: pack.uid, title: pack.title }} language={language} />
      </h1>
      <p className="pack-summary">{localized(pack.summary, language, pack.languages[0])}</p>
      <PackFacts pack={pack} />
    </header>
  );
}

interface StateFilterProps {
  readonly value: Wanted;
  readonly count: (state: Wanted) => number;
  readonly onChange: (state: Wanted) => void;
}

function StateFilter({ value, count, onChange }: StateFilterProps) {
  const { t } = useTranslation('packs');
  return (
    <label className="field">
      <span>{t('show')}</span>
      <select
        value={value}
        onChange={(event) => onChange(wanted.find((name) => name === event.target.value) ?? 'all')}
      >
        {wanted.map((name) => (
          <option key={name} value={name}>
            {t('stateOption', { state: t(name), count: count(name) })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DomainSectionProps extends Pick<ContentsProps, 'pack' | 'language'> {
  readonly domain: PackIndex['domains'][number];
  readonly entries: readonly Entry[];
  readonly onDrill: () => void;
}

function DomainSection({ pack, domain, entries, language, onDrill }: DomainSectionProps) {
  const { t } = useTranslation('packs');
  if (entries.length === 0) return null;
  const name = nameIn(pack, domain, language);
  return (
    <section className="place-section" aria-labelledby={`domain-${domain.id}`}>
      <div className="place-bar">
        <h2 id={`domain-${domain.id}`}>
          <Name pack={pack} of={domain} language={language} />
        </h2>
        <Button look="quiet" aria-label={t('drillOf', { name })} onClick={onDrill}>
          {t('drillThis')}
        </Button>
      </div>
      <ul className="rows">
        {entries.map(({ concept, outline }) => (
          <li key={concept.id}>
            <Link to={`/packs/${pack.uid}/concepts/${concept.id}`}>
              <Name pack={pack} of={concept} language={language} />
            </Link>
            <StandingLine {...outline} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ pack, language }: Pick<ContentsProps, 'pack' | 'language'>) {
  const { t } = useTranslation('packs');
  return (
    <section className="place-section" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('notes')}</h2>
      <p className="place-caption">{t('notesBody')}</p>
      <ul className="rows">
        {pack.notes.map((note) => (
          <li key={note.id}>
            <Link to={`/packs/${pack.uid}/notes/${note.id}`}>
              <Name pack={pack} of={note} language={language} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
