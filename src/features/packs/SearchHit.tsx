import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { PackIndex } from '#core/pack/library.ts';
import { excerpt, type Found, type Passage, type Piece } from '#core/pack/search.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { nameIn } from './Name.tsx';

const MOST_EXCERPTS = 3;

interface SearchHitProps {
  /** All languages in which one concept or note was found, the best first. */
  readonly finds: readonly [Found, ...Found[]];
  readonly pack: PackIndex;
  readonly terms: readonly string[];
  /** Whether a text would give away the answer to a question that was never asked. */
  readonly isSpoiler: (passage: Passage) => boolean;
}

/** A concept or note that was found, with the places that say so. */
export function SearchHit({ finds, pack, terms, isSpoiler }: SearchHitProps) {
  const { t } = useTranslation('packs');
  const [{ type, id, language }] = finds;
  const entry = (type === 'note' ? pack.notes : pack.concepts).find((each) => each.id === id);
  if (entry === undefined) return null;
  return (
    <li className="hit">
      <h2>
        <Link to={`/packs/${pack.uid}/${type}s/${id}`} lang={language}>
          {nameIn(pack, entry, language)}
        </Link>{' '}
        {type === 'note' && <span className="hit-tag">{t('note')}</span>}
      </h2>
      {finds.map((found) => (
        <ul className="hit-places" key={found.language}>
          {found.passages.slice(0, MOST_EXCERPTS).map((passage) => (
            <li key={`${passage.scenario ?? ''}/${passage.field}/${passage.text}`}>
              <span className="hit-tag">
                {languageName(found.language)} · {t(`field-${passage.field}`)}
              </span>{' '}
              {isSpoiler(passage) ? (
                <span className="hit-hidden">{t('hitHidden')}</span>
              ) : (
                <Excerpt passage={passage} terms={terms} />
              )}
            </li>
          ))}
        </ul>
      ))}
    </li>
  );
}

interface ExcerptProps {
  readonly passage: Passage;
  readonly terms: readonly string[];
}

function Excerpt({ passage, terms }: ExcerptProps) {
  return (
    <span lang={passage.language}>
      {placed(excerpt(passage.text, terms)).map(([at, { text, hit }]) =>
        hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </span>
  );
}

/** Each piece with the place where it begins. */
function placed(pieces: readonly Piece[]): (readonly [number, Piece])[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += piece.text.length;
    return [start, piece];
  });
}
