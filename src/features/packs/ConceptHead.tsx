import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { Language } from '#core/language.ts';
import type { FoundConcept } from '#state/library.ts';
import { LanguageToggle } from '#ui/LanguageToggle.tsx';
import { Name } from './Name.tsx';

interface ConceptHeadProps {
  readonly found: FoundConcept;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Where the concept stands in its pack, its title, and its languages. */
export function ConceptHead({ found, language, onLanguage }: ConceptHeadProps) {
  const { pack, concept } = found;
  const { t } = useTranslation('common');
  const domain = pack.domains.find(({ id }) => id === concept.domain);
  return (
    <header className="place-head">
      <div className="place-bar">
        <p className="place-up">
          <Link to={`/packs/${pack.uid}`}>
            <Name pack={pack} of={{ id: pack.uid, title: pack.title }} language={language} />
          </Link>
          {domain && (
            <>
              {' › '}
              <Name pack={pack} of={domain} language={language} />
            </>
          )}
        </p>
        <LanguageToggle
          label={t('questionLanguage')}
          languages={pack.languages}
          value={language}
          onChange={onLanguage}
        />
      </div>
      <h1>
        <Name pack={pack} of={concept} language={language} />
      </h1>
    </header>
  );
}

/** What the concept is mixed up with, and the note that it comes from. */
export function Related({ found, language }: Omit<ConceptHeadProps, 'onLanguage'>) {
  const { pack, concept } = found;
  const { t } = useTranslation('packs');
  const confusable = pack.concepts.filter(({ id }) => concept.confusable.includes(id));
  const note = pack.notes.find(({ id }) => id === concept.note);
  if (confusable.length === 0 && note === undefined) return null;
  return (
    <dl className="facts">
      {confusable.length > 0 && <dt>{t('confusable')}</dt>}
      {confusable.map((other) => (
        <dd key={other.id}>
          <Link to={`/packs/${pack.uid}/concepts/${other.id}`}>
            <Name pack={pack} of={other} language={language} />
          </Link>
        </dd>
      ))}
      {note && <dt>{t('note')}</dt>}
      {note && (
        <dd>
          <Link to={`/packs/${pack.uid}/notes/${note.id}`}>
            <Name pack={pack} of={note} language={language} />
          </Link>
        </dd>
      )}
    </dl>
  );
}
