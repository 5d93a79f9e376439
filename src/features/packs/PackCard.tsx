import { useId } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { Meter } from '#ui/Meter.tsx';
import { Name } from './Name.tsx';

interface PackCardProps {
  readonly pack: PackIndex;
  readonly language: Language;
  readonly met: number;
  readonly due: number;
  /** Whether it is studied. */
  readonly isOn: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** A pack: what it is about, who made it, how much of it was met, and whether it is studied. */
export function PackCard({ pack, language, met, due, isOn, onSwitch }: PackCardProps) {
  const { t } = useTranslation('packs');
  const title = useId();
  const total = pack.concepts.length;
  return (
    <article className="pack-card" aria-labelledby={title}>
      <h2 id={title}>
        <Link to={`/packs/${pack.uid}`}>
          <Name pack={pack} of={{ id: pack.uid, title: pack.title }} language={language} />
        </Link>
      </h2>
      <p className="pack-summary">{localized(pack.summary, language, pack.languages[0])}</p>
      <div className="pack-progress">
        <Meter label={t('metLabel')} value={met} max={total} />
        <p>
          {t('metOf', { met, total })}
          {due > 0 && <> · {t('dueCount', { count: due })}</>}
        </p>
      </div>
      <label className="switch">
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox says itself whether it is checked
          role="switch"
          checked={isOn}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        <span>{t('studyThis')}</span>
        {!isOn && <span className="place-caption">{t('notStudied')}</span>}
      </label>
      <PackFacts pack={pack} />
    </article>
  );
}

/** Counts, version, licence, authors: in one quiet line. */
export function PackFacts({ pack }: { readonly pack: PackIndex }) {
  const { t } = useTranslation('packs');
  const scenarios = pack.concepts.flatMap((concept) => concept.scenarios);
  const reserve = scenarios.filter((scenario) => scenario.reserve).length;
  return (
    <ul className="pack-facts">
      <li>{t('concepts', { count: pack.concepts.length })}</li>
      <li>{t('questions', { count: scenarios.length - reserve })}</li>
      {reserve > 0 && <li>{t('reserved', { count: reserve })}</li>}
      <li>{t('notesCount', { count: pack.notes.length })}</li>
      <li>{t('version', { version: pack.version })}</li>
      <li>{pack.licence}</li>
      {pack.authors.map(({ name, url }) => (
        <li key={name}>
          {url === undefined ? (
            name
          ) : (
            <a href={url} target="_blank" rel="noreferrer noopener">
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
