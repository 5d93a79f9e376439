import { conceptKey, type ConceptKey, type ScenarioKey } from '#core/ids.ts';
import type { TargetKey } from '#core/journal/learner-state.ts';
import { itemKey, type Item } from './item.ts';

/** What comes after the present question. */
export interface Line {
  readonly items: readonly Item[];
  /** Concepts that have come back already: once is enough for a session. */
  readonly returned: readonly ConceptKey[];
}

export interface Place {
  readonly item: Item;
  readonly line: Line;
}

const QUESTIONS_BETWEEN = 8;

const conceptOfItem = ({ pack, concept }: Item): ConceptKey => conceptKey(pack, concept);

/**
 * The line after a miss: the concept comes back once, after eight others or after all that are left, as another
 * scenario when there is one. With nothing left it waits for the next session; where it is to come anyway it does.
 * @param asked the scenarios of this session so far, this one included
 */
export function afterMiss({ item, line }: Place, asked: ReadonlySet<ScenarioKey>): Line {
  const concept = conceptOfItem(item);
  const isComing = line.items.some((other) => conceptOfItem(other) === concept);
  if (line.items.length === 0 || isComing || line.returned.includes(concept)) return line;
  return {
    items: line.items.toSpliced(QUESTIONS_BETWEEN, 0, repeatOf(item, asked)),
    returned: [...line.returned, concept],
  };
}

function repeatOf(item: Item, asked: ReadonlySet<ScenarioKey>): Item {
  const { others } = item;
  const fresh = others.find((other) => !asked.has(itemKey({ ...item, ...other })));
  return { ...item, ...(fresh ?? others[0]), reason: 'repeat', others: [] };
}

const isDropped = (item: Item, dropped: ReadonlySet<TargetKey>): boolean =>
  dropped.has(itemKey(item)) || dropped.has(conceptOfItem(item));

/** A line without what the learner has taken out. */
export const without = (line: Line, dropped: ReadonlySet<TargetKey>): Line => ({
  ...line,
  items: line.items.filter((item) => !isDropped(item, dropped)),
});

/** The first question of a line and what comes after it; `null` at the end. */
export function nextPlace({ items, returned }: Line): Place | null {
  const [item, ...rest] = items;
  return item === undefined ? null : { item, line: { items: rest, returned } };
}

/** A place that may have been taken out since: itself, or the next one that stands. */
export const standing = ({ item, line }: Place, dropped: ReadonlySet<TargetKey>): Place | null =>
  nextPlace(without({ ...line, items: [item, ...line.items] }, dropped));
