import { useTranslation } from '#ui/words.tsx';
import { sentenceGap } from '#core/language.ts';
import { lineText } from '#core/pack/document.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import type { MarkFact } from '#core/study/session-state.ts';
import type { StudyDay } from '#core/time.ts';
import type { FoundConcept } from '#state/library.ts';
import { Button } from '#ui/Button.tsx';
import { MarkButtons } from './MarkButtons.tsx';
import { ScenarioCard } from './ScenarioCard.tsx';
import { evidenceOf } from './standing.ts';

interface ScenariosProps {
  readonly found: FoundConcept;
  readonly chunk: ConceptChunk;
  readonly learner: Learner;
  readonly day: StudyDay;
  readonly onMark: (fact: MarkFact) => void;
  readonly onReport: (scenario: Scenario) => void;
}

/** The questions of a concept. Those kept for mock exams are counted, not shown. */
export function Scenarios({ found, chunk, learner, day, onMark, onReport }: ScenariosProps) {
  const { pack, concept } = found;
  const { t, i18n } = useTranslation('packs');
  const open = chunk.scenarios.filter(({ reserve }) => !reserve);
  const kept = concept.scenarios.filter(({ reserve }) => reserve).length;
  const noteHref =
    concept.note === undefined ? undefined : `#/packs/${pack.uid}/notes/${concept.note}`;
  return (
    <section className="place-section" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{t('questionsTitle')}</h2>
      <p className="place-caption">
        {t('questionsBody')}
        {kept > 0 && sentenceGap(i18n.language) + t('reservedBody', { count: kept })}
      </p>
      {open.map((scenario) => (
        <ScenarioCard
          key={scenario.id}
          chunk={chunk}
          scenario={scenario}
          evidence={evidenceOf(learner, pack.uid, concept.id, scenario)}
          noteHref={noteHref}
          actions={
            <div className="scenario-actions">
              <MarkButtons
                target={{ pack: pack.uid, concept: concept.id, scenario: scenario.id }}
                label={t('marksOf', { name: askedIn(scenario, chunk) })}
                marks={learner.marks}
                day={day}
                onMark={onMark}
              />
              <Button look="quiet" onClick={() => onReport(scenario)}>
                {t('report')}
              </Button>
            </div>
          }
        />
      ))}
    </section>
  );
}

const askedIn = (scenario: Scenario, { language }: ConceptChunk): string =>
  lineText(scenario.text[language]?.question ?? []);
