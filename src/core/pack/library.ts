import type { PackUid, Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Document } from './document.ts';
import type {
  Author,
  ClaimVerdict,
  Contact,
  Covers,
  Domain,
  Exam,
  KindName,
  Note,
  Option,
  Reference,
  Scenario,
  Term,
} from './model.ts';

/**
 * A pack as the app loads it: a small index for the first screen, and one chunk for each concept and language.
 * Both are cut from the whole `Pack` by the compiler.
 */
export interface PackIndex {
  readonly uid: PackUid;
  readonly version: string;
  readonly released: string;
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly summary: Localized<string>;
  readonly authors: readonly Author[];
  readonly contact: Contact;
  readonly licence: string;
  readonly address?: string;
  readonly domains: readonly Domain[];
  readonly terms: readonly Term[];
  readonly exam?: Exam;
  readonly covers?: Covers;
  /** Where all of it lies in one file, if it comes with the build; relative to the page. */
  readonly wholeFile?: string;
  readonly notes: readonly NoteIndex[];
  readonly concepts: readonly ConceptIndex[];
}

export interface NoteIndex {
  readonly id: Slug;
  readonly title: Localized<string>;
  /** Where the note's chunk lies, by language; relative to the page. */
  readonly files: Localized<string>;
}

export interface ConceptIndex {
  readonly id: Slug;
  readonly domain: Slug;
  readonly note?: Slug;
  readonly title: Localized<string>;
  readonly confusable: readonly Slug[];
  readonly was: readonly Slug[];
  readonly scenarios: readonly ScenarioIndex[];
  /** Where the concept's chunk lies, by language; relative to the page. */
  readonly files: Localized<string>;
}

export interface ScenarioIndex {
  readonly id: Slug;
  readonly kind: KindName;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
  readonly reserve: boolean;
  readonly case?: Slug;
  readonly was: readonly Slug[];
  readonly textRev: string;
  readonly keyRev: string;
}

/**
 * All of a concept in one language: what a question and its feedback show. Its texts hold this language alone.
 * In a chunk an image's `source` is its address, relative to the page.
 */
export interface ConceptChunk {
  readonly id: Slug;
  readonly language: Language;
  readonly title: string;
  readonly rule: Document;
  readonly cases: readonly {
    readonly id: Slug;
    readonly title: string;
    readonly situation: Document;
  }[];
  readonly scenarios: readonly Scenario[];
  /** The claims that its scenarios correct, so that feedback needs no second file. */
  readonly aged: readonly AgedClaim[];
}

export interface AgedClaim {
  /** `<note>#<claim>`. */
  readonly ref: string;
  readonly verdict: ClaimVerdict;
  readonly since?: string;
  readonly says: Document;
  readonly today: Document;
  readonly references: readonly Reference[];
}

/** A note in one language; its `text` holds this language alone. */
export type NoteChunk = Note & { readonly language: Language };

/** What each option stands for, for the whole pack: loaded only when there is a confusion to explain. */
export interface PackKeys {
  readonly uid: PackUid;
  readonly scenarios: readonly {
    readonly concept: Slug;
    readonly id: Slug;
    readonly options: readonly Option[];
  }[];
}

/** The first file that the app reads: every bundled pack, and where its keys lie. */
export interface LibraryIndex {
  readonly format: 1;
  readonly packs: readonly (PackIndex & { readonly keysFile: string })[];
}
