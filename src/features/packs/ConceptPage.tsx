import { useCallback, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Navigate, useParams } from 'react-router';
import { conceptKey } from '#core/ids.ts';
import { countedAnswers } from '#core/insight/changed.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import type { Language } from '#core/language.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import type { StudyDay } from '#core/time.ts';
import { ReportMistake } from '#question/ReportMistake.tsx';
import { findConcept, type FoundConcept } from '#state/library.ts';
import { useDayClock } from '#state/next-day.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import { rememberReport } from '#state/reports.ts';
import { questionLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { RichText } from '#ui/RichText.tsx';
import { mediaUrl } from './media.ts';
import { ConceptFacts } from './ConceptFacts.tsx';
import { ConceptHead, Related } from './ConceptHead.tsx';
import { useDrill } from './drilling.ts';
import { useLoaded } from './loaded.ts';
import { MarkButtons } from './MarkButtons.tsx';
import { useMarking } from './marking.ts';
import { nameIn } from './Name.tsx';
import { OwnNote } from './OwnNote.tsx';
import { Scenarios } from './Scenarios.tsx';
import { outlineOf } from './standing.ts';
import { FileState, Missing } from './States.tsx';
import './Packs.css';
import './Concept.css';

/** All of a concept: its rule, what the learner knows of it, and its questions, closed until asked for. */
export function ConceptPage() {
  const { uid = '', concept: id = '' } = useParams();
  const packs = useLibrary((state) => state.packs);
  const found = findConcept(packs, uid, id);
  if (found === undefined) return <Missing />;
  if (found.concept.id !== id)
    return <Navigate replace to={`/packs/${uid}/concepts/${found.concept.id}`} />;
  return <ConceptView key={`${uid}/${id}`} found={found} />;
}

interface ConceptViewProps {
  readonly found: FoundConcept;
}

function ConceptView({ found }: ConceptViewProps) {
  const { pack, concept } = found;
  const learner = useLearner((state) => state.learner);
  const clock = useDayClock();
  const [language, setLanguage] = useState<Language>(questionLanguageOf(learner.settings));
  const read = useLibrary((state) => state.concept);
  const [chunk, retry] = useLoaded(
    useCallback(() => read(pack.uid, concept.id, language), [read, pack, concept, language]),
  );
  const day = learnerDay(learner, clock);
  return (
    <div className="place">
      <PageTitle of={nameIn(pack, concept, language)} />
      <ConceptHead {...{ found, language }} onLanguage={setLanguage} />
      {chunk.status === 'ready' && (
        <RichText
          reading
          document={chunk.value.rule}
          lang={chunk.value.language}
          mediaUrl={mediaUrl}
        />
      )}
      <ConceptActions {...{ found, language, day }} />
      <ConceptFacts
        outline={outlineOf(learner, pack.uid, concept, day)}
        state={learner.concepts.get(conceptKey(pack.uid, concept.id))}
        counted={countedAnswers(learner, pack.uid, concept)}
        day={day}
      />
      <Related {...{ found, language }} />
      <OwnConceptNote found={found} />
      {chunk.status === 'ready' ? (
        <Questions {...{ found, day }} chunk={chunk.value} />
      ) : (
        <FileState status={chunk.status} onRetry={retry} />
      )}
    </div>
  );
}

interface ConceptActionsProps extends ConceptViewProps {
  readonly language: Language;
  readonly day: StudyDay;
}

function ConceptActions({ found, language, day }: ConceptActionsProps) {
  const { pack, concept } = found;
  const { t } = useTranslation('packs');
  const marks = useLearner((state) => state.learner.marks);
  const stores = useStores();
  const drill = useDrill();
  const mark = useMarking();
  const [isReporting, setReporting] = useState(false);
  const target = { pack: pack.uid, concept: concept.id };
  return (
    <div className="place-actions">
      <Button look="primary" onClick={() => drill(target)}>
        {t('drillConcept')}
      </Button>
      <MarkButtons
        target={target}
        label={t('marksOfConcept')}
        marks={marks}
        day={day}
        onMark={mark}
      />
      <Button look="quiet" onClick={() => setReporting(true)}>
        {t('report')}
      </Button>
      <p className="place-caption">{t('marksBody')}</p>
      {isReporting && (
        <ReportMistake
          pack={pack}
          concept={concept.id}
          language={language}
          onReported={() => void rememberReport(stores, { ...target, scenario: null, language })}
          onClose={() => setReporting(false)}
        />
      )}
    </div>
  );
}

interface QuestionsProps extends ConceptViewProps {
  readonly chunk: ConceptChunk;
  readonly day: StudyDay;
}

function Questions({ found, chunk, day }: QuestionsProps) {
  const stores = useStores();
  const learner = useLearner((state) => state.learner);
  const mark = useMarking();
  const [reported, setReported] = useState<Scenario | null>(null);
  return (
    <>
      <Scenarios {...{ found, chunk, learner, day }} onMark={mark} onReport={setReported} />
      {reported && (
        <ReportMistake
          pack={found.pack}
          concept={found.concept.id}
          scenario={reported}
          language={chunk.language}
          onReported={() =>
            void rememberReport(stores, {
              pack: found.pack.uid,
              concept: found.concept.id,
              scenario: reported.id,
            })
          }
          onClose={() => setReported(null)}
        />
      )}
    </>
  );
}

function OwnConceptNote({ found: { pack, concept } }: ConceptViewProps) {
  const notes = useLearner((state) => state.learner.notes);
  const saved = useLearner((state) => state.mark);
  const mark = useMarking();
  const target = { pack: pack.uid, concept: concept.id };
  return (
    <OwnNote
      text={notes.get(conceptKey(pack.uid, concept.id)) ?? ''}
      onSave={(text) => mark({ type: 'noted', target, text })}
      mark={saved}
    />
  );
}
