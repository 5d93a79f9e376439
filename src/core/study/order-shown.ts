import { shownOrder } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import { hashText } from '#core/random.ts';
import { itemKey } from './item.ts';
import type { Asking } from './session-state.ts';

/** The order in which to show the present question; the same after an undo, a reload, a change of language. */
export const orderShown = (asking: Asking, scenario: Scenario): Slug[] =>
  shownOrder(scenario, hashText(`${asking.seed}/${asking.turns.length}/${itemKey(asking.item)}`));
