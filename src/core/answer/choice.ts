import type { Slug } from '#core/ids.ts';
import type { Option } from '#core/pack/model.ts';
import { shuffled, type Random } from '#core/random.ts';
import { optionState, type OptionState } from './rules.ts';

/** Options shuffled, pinned ones last in the order of the pins. */
export function choiceOrder(
  options: readonly Option[],
  pin: readonly Slug[],
  random: Random,
): Slug[] {
  const ids = options.map((option) => option.id);
  const free = ids.filter((id) => !pin.includes(id));
  return [...shuffled(free, random), ...pin.filter((id) => ids.includes(id))];
}

export const choiceStates = (
  options: readonly Option[],
  chosen: readonly Slug[],
): ReadonlyMap<Slug, OptionState> =>
  new Map(options.map(({ id, right }) => [id, optionState(right, chosen.includes(id))]));
