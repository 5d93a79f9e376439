import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useSearchParams } from 'react-router';
import type { PackIndex } from '#core/pack/library.ts';
import { search, searchTerms, type Found, type Passage } from '#core/pack/search.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchHit } from './SearchHit.tsx';
import { useTextIndex } from './search-index.ts';
import { evidenceOf } from './standing.ts';
import './Packs.css';
import './Search.css';

type Hit = readonly [Found, ...Found[]];

/** One entry for each concept or note, with all languages in which it was found. */
function hitsOf(finds: readonly Found[]): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const found of finds) {
    const key = `${found.pack}/${found.type}/${found.id}`;
    const hit = hits.get(key);
    hits.set(key, hit === undefined ? [found] : [...hit, found]);
  }
  return [...hits.values()];
}

/** Searches every text of every pack in all languages, without the network. */
export function SearchPage() {
  const { t } = useTranslation('packs');
  const [params, setParams] = useSearchParams();
  const query = params.get('q') ?? '';
  const packs = useLibrary((state) => state.packs);
  const concept = useLibrary((state) => state.concept);
  const note = useLibrary((state) => state.note);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const [texts, retry] = useTextIndex(packs, { concept, note });
  const terms = useMemo(() => searchTerms(query), [query]);
  const hits = useMemo(
    () => (texts === null ? null : hitsOf(search(texts.index, terms))),
    [texts, terms],
  );
  const follow = useCallback(
    (next: string) => setParams(next === '' ? {} : { q: next }, { replace: true }),
    [setParams],
  );
  return (
    <div className="place">
      <PageTitle of={query === '' ? t('search') : t('searchTitle', { query })} />
      <h1>{t('search')}</h1>
      <SearchField query={query} onQuery={follow} singleKeys={singleKeys} />
      {texts !== null && texts.failed > 0 && (
        <Notice kind="warn" action={<Button onClick={retry}>{t('tryAgain')}</Button>}>
          {t('searchPartly', { count: texts.failed })}
        </Notice>
      )}
      <output className="place-caption">
        {terms.length === 0
          ? t('searchBody')
          : hits === null
            ? t('searchReading')
            : t('searchCount', { count: hits.length })}
      </output>
      {hits !== null && terms.length > 0 && (
        <Hits key={query} hits={hits} packs={packs} terms={terms} />
      )}
    </div>
  );
}

const PAGE = 20;

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly packs: readonly PackIndex[];
  readonly terms: readonly string[];
}

function Hits({ hits, packs, terms }: HitsProps) {
  const { t } = useTranslation('packs');
  const learner = useLearner((state) => state.learner);
  const [shown, setShown] = useState(PAGE);
  const isSpoiler = (passage: Passage): boolean => {
    const { pack: uid, id, scenario, field } = passage;
    if (field !== 'reason' && field !== 'decides') return false;
    const pack = packs.find((each) => each.uid === uid);
    const index = pack?.concepts
      .find((each) => each.id === id)
      ?.scenarios.find((each) => each.id === scenario);
    return index === undefined || evidenceOf(learner, uid, id, index) === undefined;
  };
  return (
    <>
      {hits.length === 0 && <p>{t('searchNone')}</p>}
      <ol className="hits">
        {hits.slice(0, shown).map((finds) => {
          const [{ pack: uid, type, id }] = finds;
          const pack = packs.find((each) => each.uid === uid);
          return (
            pack && (
              <SearchHit key={`${uid}/${type}/${id}`} {...{ finds, pack, terms, isSpoiler }} />
            )
          );
        })}
      </ol>
      {hits.length > shown && (
        <p>
          <Button onClick={() => setShown(shown + PAGE)}>{t('searchMore')}</Button>
        </p>
      )}
    </>
  );
}
