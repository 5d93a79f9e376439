import type { Coverage } from '#core/author/coverage.ts';
import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Document } from '#core/pack/document.ts';
import type { AgedClaim, ConceptChunk } from '#core/pack/library.ts';
import type { Domain, KindName, NoteText, Scenario, Term } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';

/** What the doctor says of a whole draft. */
export interface DraftReport {
  /** By file and line. */
  readonly problems: readonly Problem[];
  /** How many warnings the author has weighed and silenced. */
  readonly silenced: number;
  /** `null` while `pack.yaml` cannot be read. */
  readonly outline: Outline | null;
  readonly coverage: Coverage | null;
}

/** A draft's names: for the tree, and for completion. What cannot be read is not in it. */
export interface Outline {
  readonly languages: readonly Language[];
  readonly domains: readonly Domain[];
  readonly terms: readonly Term[];
  readonly concepts: readonly OutlineConcept[];
  readonly notes: readonly Titled[];
  readonly cases: readonly Titled[];
}

interface Titled {
  readonly id: Slug;
  readonly title: Localized<string>;
}

export interface OutlineConcept extends Titled {
  readonly domain: Slug;
  readonly scenarios: readonly OutlineScenario[];
}

/** Its title is its question. */
interface OutlineScenario extends Titled {
  readonly kind: KindName;
}

/** What the file in hand shows, as far as it can be read. */
export type Seen =
  | {
      readonly type: 'scenario';
      readonly scenario: Scenario;
      readonly labels: Localized<readonly string[]>;
      readonly sharedCase: Localized<ConceptChunk['cases'][number]>;
      readonly aged: Localized<readonly AgedClaim[]>;
    }
  | {
      readonly type: 'text';
      readonly text: Localized<{ readonly title: string; readonly blocks: Document }>;
    }
  | { readonly type: 'note'; readonly text: Localized<NoteText> };

/** What the doctor says of one file, a moment before the whole. */
export interface FocusReport {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly seen: Seen | null;
}
