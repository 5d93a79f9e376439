import type { Rating } from '#core/memory/rating.ts';
import { refKey, type AnyEvent } from './event.ts';

/** The rating that each answer was overruled to, by `refKey`; the last one counts. */
export function ratingOverrides(events: readonly AnyEvent[]): ReadonlyMap<string, Rating> {
  const overrides = new Map<string, Rating>();
  for (const event of events)
    if (event.type === 'overruled') overrides.set(refKey(event.ref), event.rating);
  return overrides;
}
