import {
  scenarioKey,
  type ConceptKey,
  type PackUid,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import { hasChangedAnswer } from '#core/insight/changed.ts';
import { forEachConcept } from '#core/insight/concept-keys.ts';
import type { ConceptState, Learner, Marks } from '#core/journal/learner-state.ts';
import type { ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { KindName } from '#core/pack/model.ts';
import type { StudyDay } from '#core/time.ts';
import { choicesOf, pickScenario, type Choice, type StudiedScenario } from './pick.ts';

/** Why something is asked now. */
export type Reason =
  | 'misconception'
  | 'changed'
  | 'contrast'
  | 'new'
  | 'due'
  | 'ahead'
  | 'drill'
  | 'repeat';

/** One question of a queue, by its keys: its contents are loaded when it is asked. */
export interface Item {
  readonly pack: PackUid;
  readonly domain: Slug;
  readonly concept: Slug;
  readonly scenario: StudiedScenario;
  readonly kind: KindName;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
  readonly reason: Reason;
  /** The other scenarios of the concept that may be asked, the best first: a miss comes back as one of them. */
  readonly others: readonly Choice[];
}

export const itemKey = ({ pack, concept, scenario }: Item): ScenarioKey =>
  scenarioKey(pack, concept, scenario);

/** A concept that can be studied on a day: not left out, and with a scenario that may be asked. */
export interface Candidate {
  readonly pack: PackIndex;
  readonly concept: ConceptIndex;
  readonly key: ConceptKey;
  /** `undefined` if it was never met. */
  readonly state: ConceptState | undefined;
  /** What is right has changed since it was answered. */
  readonly isChanged: boolean;
}

/** Every concept that can be studied on a day, of the packs that are on, in their order. */
export function candidates(
  learner: Learner,
  library: readonly PackIndex[],
  day: StudyDay,
  pack?: PackUid,
): Candidate[] {
  const found: Candidate[] = [];
  const isMarked = markedConcepts(learner.marks);
  for (const index of library) {
    const wanted =
      pack === undefined ? !learner.settings.packsOff.includes(index.uid) : index.uid === pack;
    if (!wanted) continue;
    forEachConcept(index, (concept, key) => {
      // Only where something is left out need each scenario be looked up.
      const canBeAsked = isMarked.has(key)
        ? pickScenario(learner, index.uid, concept, day) !== null
        : concept.scenarios.some(({ reserve }) => !reserve);
      if (!canBeAsked) return;
      const state = learner.concepts.get(key);
      const isChanged = state !== undefined && hasChangedAnswer(learner, key, concept, day);
      found.push({ pack: index, concept, key, state, isChanged });
    });
  }
  return found;
}

/** Concepts that are suspended or buried, or of which a scenario is. */
function markedConcepts({ suspended, buried }: Marks): ReadonlySet<string> {
  const marked = new Set<string>();
  for (const key of [...suspended, ...buried.keys()]) {
    marked.add(key);
    marked.add(key.slice(0, key.lastIndexOf('/')));
  }
  return marked;
}

/** What may be asked of a candidate, the best first. */
export const choicesFor = (
  learner: Learner,
  { pack, concept }: Candidate,
  day: StudyDay,
): Choice[] => choicesOf(learner, pack.uid, concept, day);

/** One choice of a candidate as a question. */
export function itemOf(
  { pack, concept }: Candidate,
  reason: Reason,
  choice: Choice,
  choices: readonly Choice[],
): Item {
  return {
    pack: pack.uid,
    domain: concept.domain,
    concept: concept.id,
    ...choice,
    reason,
    others: choices.filter(({ scenario }) => scenario !== choice.scenario),
  };
}
