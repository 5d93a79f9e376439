import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEvents } from './arbitrary-events.ts';
import { effective } from './effective.ts';
import { replay } from './learner.ts';
import { replaying } from './replaying.ts';
import { finish } from './slices.ts';

test('bit by bit the same learner is made as at once', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const counting = effective(events);
      expect(finish(replaying(counting))).toEqual(replay(counting));
    }),
  );
});
