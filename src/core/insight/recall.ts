import type { ConceptKey, PackUid, Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { isDue, retrievability } from '#core/memory/schedule.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { addDays, type StudyDay } from '#core/time.ts';
import { forEachConcept } from './concept-keys.ts';

/** One concept of the recall field. */
export interface Cell {
  readonly key: ConceptKey;
  readonly concept: Slug;
  /** Chance to recall on the field's day, 0 to 1; `null` if never met. */
  readonly recall: number | null;
  /** Filled quarters, 0 to 4: 0 only if never met. */
  readonly quarters: number;
  /** Due today, whatever the field's day is. */
  readonly due: boolean;
}

/** A domain of the recall field, in the pack's order. */
export interface FieldGroup {
  readonly pack: PackUid;
  readonly domain: Slug;
  readonly cells: readonly Cell[];
}

/**
 * How likely each concept is to be recalled some days from now if nothing is studied until then.
 * @param horizon days ahead; 0 is today
 */
export const recallField = (
  learner: Learner,
  library: readonly PackIndex[],
  day: StudyDay,
  horizon: number = 30,
): FieldGroup[] =>
  library.flatMap((pack) => {
    const cells = new Map<Slug, Cell[]>(pack.domains.map(({ id }) => [id, []]));
    forEachConcept(pack, ({ id, domain }, key) => {
      cells.get(domain)?.push(cellOf(learner, key, id, day, horizon));
    });
    return [...cells].map(([domain, of]) => ({ pack: pack.uid, domain, cells: of }));
  });

function cellOf(
  learner: Learner,
  key: ConceptKey,
  concept: Slug,
  day: StudyDay,
  horizon: number,
): Cell {
  const state = learner.concepts.get(key);
  if (state === undefined) return { key, concept, recall: null, quarters: 0, due: false };
  const recall = retrievability(state.memory, addDays(day, horizon), learner.settings.personal);
  return { key, concept, recall, quarters: quartersOf(recall), due: isDue(state.memory, day) };
}

/** A quarter for having met it at all; the fourth from seven eighths. */
const quartersOf = (recall: number): number => Math.max(1, Math.round(recall * 4));
