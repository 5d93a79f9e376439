import type { PackUid, Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Document, Line } from './document.ts';

/** The interchange format's number; a higher one is refused by name. */
export const PACK_FORMAT = 1;

export const kindNames = ['single', 'multiple', 'ordering', 'matching', 'short'] as const;
export type KindName = (typeof kindNames)[number];

/** A whole pack: the interchange document (`*.mondo.json`). */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  readonly uid: PackUid;
  /** Semantic version. */
  readonly version: string;
  /** `YYYY-MM-DD`; the age of references is counted from here. */
  readonly released: string;
  /** The first is the source language. */
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly summary: Localized<string>;
  readonly authors: readonly Author[];
  readonly contact: Contact;
  readonly licence: string;
  /** Where the author publishes newer versions: an https address of a `*.mondo.json` or `*.mondo`. */
  readonly address?: string;
  readonly domains: readonly Domain[];
  readonly terms: readonly Term[];
  /** How a mock exam of this pack looks, if it has any. */
  readonly exam?: Exam;
  readonly covers?: Covers;
  readonly retired: readonly string[];
  readonly notes: readonly Note[];
  readonly cases: readonly Case[];
  readonly concepts: readonly Concept[];
}

export interface Author {
  readonly name: string;
  readonly url?: string;
}

/** Where reports of mistakes go. */
export interface Contact {
  readonly mail?: string;
  /** Address of a page that opens a new issue. */
  readonly issues?: string;
}

export interface Domain {
  readonly id: Slug;
  readonly title: Localized<string>;
  /** Percent of the pack's subject; all weights add up to 100. */
  readonly weight: number;
}

/** A form of a mock exam: so many questions, over the domains by their weights. */
export interface Exam {
  readonly title: Localized<string>;
  /** Of one form, those that do not count among them. */
  readonly questions: number;
  readonly minutes: number;
  /** Percent of the questions that count, to pass. */
  readonly pass: number;
  readonly kinds: readonly KindName[];
  /** How many of the questions do not count; nobody is told which. */
  readonly unscored?: number;
  /** The scale on which the result is given, if not in percent. */
  readonly scale?: Scale;
  readonly retake?: Retake;
}

/** The rule for those who failed. */
export interface Retake {
  /** From the day of the failed try to the first day of another. */
  readonly days: number;
}

/**
 * What of real exams a pack has concepts for: by profile (`questions/_exams`), domain of the pack and domain of the
 * profile, the tasks of the exam guide.
 */
export type Covers = Readonly<
  Record<Slug, Readonly<Record<Slug, Readonly<Record<Slug, readonly string[]>>>>>
>;

/** Points from `min` to `max`, of which `pass` are needed. */
interface Scale {
  readonly min: number;
  readonly max: number;
  readonly pass: number;
}

/** A service or idea that an option may stand for, besides the concepts of the pack. */
export interface Term {
  readonly id: Slug;
  readonly title: Localized<string>;
}

export const verdictNames = ['holds', 'nuance', 'outdated', 'wrong', 'unverified'] as const;
/** What is true today of a claim that a note makes. */
export type ClaimVerdict = (typeof verdictNames)[number];

export interface Note {
  readonly id: Slug;
  /** When the original was written, as far as is known: a year, month or day. */
  readonly published?: string;
  readonly checked?: Checked;
  readonly references: readonly Reference[];
  readonly claims: readonly Claim[];
  /** Numbers of claims that were taken out: another claim never has them. */
  readonly retired?: readonly Slug[];
  readonly text: Localized<NoteText>;
}

export interface Claim {
  readonly id: Slug;
  readonly verdict: ClaimVerdict;
  /** `YYYY-MM-DD` since when it no longer holds. */
  readonly since?: string;
  /** Ids of the note's references. */
  readonly references: readonly Slug[];
  /** Why no concept asks it (for the coverage table). */
  readonly unasked?: string;
}

export interface NoteText {
  readonly title: string;
  readonly body: readonly NotePart[];
}

/** Text and claims may alternate. */
export type NotePart =
  | { readonly type: 'text'; readonly blocks: Document }
  | {
      readonly type: 'claim';
      readonly id: Slug;
      readonly says: Line;
      /** What is true today; there for every claim that does not simply hold. */
      readonly today?: Document;
    };

export interface Case {
  readonly id: Slug;
  readonly text: Localized<{ readonly title: string; readonly situation: Document }>;
}

/** What is remembered and scheduled: one rule, one decision. */
export interface Concept {
  readonly id: Slug;
  readonly domain: Slug;
  readonly note?: Slug;
  /** Claims that it asks: `<note>#<claim>`. */
  readonly claims: readonly string[];
  /** Concepts that are mixed up with this one. */
  readonly confusable: readonly Slug[];
  /** Former ids. */
  readonly was: readonly Slug[];
  readonly text: Localized<{ readonly title: string; readonly rule: Document }>;
  readonly scenarios: readonly Scenario[];
}

export interface Reference {
  readonly id: Slug;
  readonly url: string;
  readonly title: Localized<string>;
}

export interface Checked {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly how: 'stored-copy' | 'live';
}

/** What is the same in every language of a scenario, apart from its kind. */
export interface ScenarioBase {
  /** Its own part of the id; the whole is `<concept>/<id>`. */
  readonly id: Slug;
  readonly was: readonly Slug[];
  readonly case?: Slug;
  /** Kept for mock exams: never shown in study. */
  readonly reserve: boolean;
  /** Nobody has said so of a question that was brought in from elsewhere. */
  readonly checked?: Checked;
  readonly references: readonly Reference[];
  /** Claims of notes that it corrects: `<note>#<claim>`. */
  readonly aged: readonly string[];
  /** Changes when any text changes. */
  readonly textRev: string;
  /** Changes when what is right changes. */
  readonly keyRev: string;
  /** What the author says of a changed answer, for the banner. */
  readonly change?: { readonly was: Localized<string>; readonly now: Localized<string> };
  readonly origin?: Origin;
  readonly text: Localized<ScenarioText>;
}

/** Where a scenario was brought in from. */
export interface Origin {
  /** `gift`, `moodle-xml`, … */
  readonly format: string;
  /** What the file called it. */
  readonly name?: string;
  /** What has no place in this model, under that format's names; an export to the format puts it back. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** A choice of `single` and `multiple`. */
export interface Option {
  readonly id: Slug;
  readonly right: boolean;
  /** The concept or term that it stands for. */
  readonly standsFor?: Slug;
  /** A common misconception that exists nowhere. */
  readonly never?: true;
}

/** What each kind adds to a scenario. */
export interface KindMap {
  single: { readonly options: readonly Option[]; readonly pin: readonly Slug[] };
  multiple: {
    readonly choose: number;
    readonly options: readonly Option[];
    readonly pin: readonly Slug[];
  };
  /** `steps` in the right order; `spare` steps belong nowhere. */
  ordering: { readonly steps: readonly Slug[]; readonly spare: readonly Slug[] };
  /** A choice may serve several prompts; spare choices are allowed. */
  matching: {
    readonly prompts: readonly { readonly id: Slug; readonly choice: Slug }[];
    readonly choices: readonly Slug[];
  };
  short: {
    /** `exact`: outer blanks and full-width letters are forgiven; `prose`: case and inner blanks too. */
    readonly compare: 'prose' | 'exact';
    /** Accepted answers, and common wrong ones; `texts` are those of all languages. */
    readonly answers: readonly {
      readonly id: Slug;
      readonly right: boolean;
      readonly texts: readonly string[];
    }[];
  };
}

export type Scenario<K extends KindName = KindName> = {
  [P in K]: ScenarioBase & { readonly kind: P } & KindMap[P];
}[K];

/** The words of a scenario in one language. */
export interface ScenarioText {
  /** May be empty under a case. */
  readonly situation: Document;
  readonly question: Line;
  /** One for each option, step, prompt, choice or answer, in the file's order. */
  readonly options: readonly OptionText[];
  /** What decides, in a sentence or two; empty when nobody has said so. */
  readonly decides: Document;
}

export interface OptionText {
  readonly id: Slug;
  readonly text: Line;
  /** Why it is right or wrong here. */
  readonly why?: Document;
  /** Completes "right when …". */
  readonly rightWhen?: Line;
}
