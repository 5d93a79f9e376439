import type { Fact, Range } from '#core/journal/event.ts';

/** What the learner has to know of the storage; the words are put on at the screen. */
export type Trouble =
  /** localStorage takes no more; the twin still does, if `twin-unavailable` is not told too. */
  | { readonly code: 'local-full' }
  | { readonly code: 'local-unavailable' }
  /** A crash may lose the last minute. */
  | { readonly code: 'twin-unavailable' }
  /** So many answers are in the memory of this tab alone. */
  | { readonly code: 'not-saved'; readonly events: number }
  /** Written by a newer Mondo: not touched; the page should be reloaded. */
  | { readonly code: 'newer'; readonly where: Place; readonly key: string }
  /** Put aside under `aside`, or left where it is when that is null; `text` can be saved as a file. */
  | {
      readonly code: 'unreadable';
      readonly where: Place;
      readonly key: string;
      readonly aside: string | null;
      readonly text: string;
    }
  /** Events that are known to have existed and stand nowhere here: lost, or in an archive file that is needed now. */
  | { readonly code: 'missing'; readonly ranges: readonly Range[] }
  /** Old answers stand in a file, and the snapshot that knew what they amount to cannot be read. */
  | { readonly code: 'archive-needed' }
  /** Characters used and held by localStorage: an archive is offered. */
  | { readonly code: 'nearly-full'; readonly used: number; readonly capacity: number }
  /** Events more than 25 hours ahead of the present clock; appending `correction` sets them right. */
  | {
      readonly code: 'clock-ahead';
      readonly hours: number;
      readonly correction: Fact<'clock-corrected'>;
    };

export type Place = 'local' | 'twin';
