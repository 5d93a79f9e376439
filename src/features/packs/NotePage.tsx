import { useCallback, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useParams } from 'react-router';
import type { Language } from '#core/language.ts';
import type { NoteChunk, NoteIndex, PackIndex } from '#core/pack/library.ts';
import { documentText } from '#core/pack/document.ts';
import type { NotePart } from '#core/pack/model.ts';
import { formatDate } from '#question/dates.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { LanguageToggle } from '#ui/LanguageToggle.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { RichText } from '#ui/RichText.tsx';
import { mediaUrl } from './media.ts';
import { ClaimView } from './ClaimView.tsx';
import { useLoaded } from './loaded.ts';
import { Name, nameIn } from './Name.tsx';
import { Sources } from './Sources.tsx';
import { FileState, Missing } from './States.tsx';
import './Packs.css';
import './Note.css';

/** A note that concepts come from: what it says, and what of that still holds. */
export function NotePage() {
  const { uid, note: id } = useParams();
  const packs = useLibrary((state) => state.packs);
  const settings = useLearner((state) => state.learner.settings);
  const pack = packs.find((candidate) => candidate.uid === uid);
  const note = pack?.notes.find((candidate) => candidate.id === id);
  if (pack === undefined || note === undefined) return <Missing />;
  return (
    <NoteView
      key={`${pack.uid}/${note.id}`}
      pack={pack}
      note={note}
      wanted={questionLanguageOf(settings)}
    />
  );
}

interface NoteViewProps {
  readonly pack: PackIndex;
  readonly note: NoteIndex;
  readonly wanted: Language;
}

function NoteView({ pack, note, wanted }: NoteViewProps) {
  const { t } = useTranslation('common');
  const [language, setLanguage] = useState(wanted);
  const read = useLibrary((state) => state.note);
  const [chunk, retry] = useLoaded(
    useCallback(() => read(pack.uid, note.id, language), [read, pack, note, language]),
  );
  return (
    <article className="place">
      <PageTitle of={nameIn(pack, note, language)} />
      <header className="place-head">
        <div className="place-bar">
          <p className="place-up">
            <Link to={`/packs/${pack.uid}`}>
              <Name pack={pack} of={{ id: pack.uid, title: pack.title }} language={language} />
            </Link>
          </p>
          <LanguageToggle
            label={t('questionLanguage')}
            languages={pack.languages}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <h1>
          <Name pack={pack} of={note} language={language} />
        </h1>
      </header>
      {chunk.status === 'ready' ? (
        <NoteBody chunk={chunk.value} />
      ) : (
        <FileState status={chunk.status} onRetry={retry} />
      )}
      <Askers pack={pack} note={note} language={language} />
    </article>
  );
}

type Group =
  | Extract<NotePart, { type: 'text' }>
  | { readonly type: 'claims'; readonly claims: readonly Extract<NotePart, { type: 'claim' }>[] };

/** Claims that follow each other are one list. */
function grouped(parts: readonly NotePart[]): readonly Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.type === 'text') groups.push(part);
    else if (last?.type === 'claims')
      groups[groups.length - 1] = { type: 'claims', claims: [...last.claims, part] };
    else groups.push({ type: 'claims', claims: [part] });
  }
  return groups;
}

function NoteBody({ chunk }: { readonly chunk: NoteChunk }) {
  const { t, i18n } = useTranslation('packs');
  const { language } = chunk;
  return (
    <>
      {chunk.published !== undefined && (
        <p className="place-caption">
          {t('published', { date: formatDate(chunk.published, i18n.language) })}
        </p>
      )}
      {grouped(chunk.text[language]?.body ?? []).map((group) =>
        group.type === 'text' ? (
          <RichText
            key={documentText(group.blocks)}
            reading
            document={group.blocks}
            lang={language}
            mediaUrl={mediaUrl}
          />
        ) : (
          <ul className="claims" key={group.claims.map(({ id }) => id).join()}>
            {group.claims.map((part) => (
              <ClaimView
                key={part.id}
                part={part}
                claim={chunk.claims.find(({ id }) => id === part.id)}
                note={chunk}
                language={language}
              />
            ))}
          </ul>
        ),
      )}
      <Sources references={chunk.references} checked={chunk.checked} language={language} />
    </>
  );
}

/** The concepts that ask what the note says. */
function Askers({
  pack,
  note,
  language,
}: Omit<NoteViewProps, 'wanted'> & { readonly language: Language }) {
  const { t } = useTranslation('packs');
  const askers = pack.concepts.filter((concept) => concept.note === note.id);
  return (
    <section className="place-section" aria-labelledby="askers-title">
      <h2 id="askers-title">{t('askedBy')}</h2>
      {askers.length === 0 && <p>{t('askedByNone')}</p>}
      <ul className="rows">
        {askers.map((concept) => (
          <li key={concept.id}>
            <Link to={`/packs/${pack.uid}/concepts/${concept.id}`}>
              <Name pack={pack} of={concept} language={language} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
