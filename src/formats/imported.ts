import type { KindMap, KindName, Origin, ScenarioText } from '#core/pack/model.ts';
import type { Language } from '#core/language.ts';

/**
 * What every reader of a foreign format gives: each item of the file, taken or not, with what was lost on the way.
 * A reader is a pure function of bytes; it runs in a worker, never throws, and reports instead.
 */
export interface Imported {
  readonly format: FormatName;
  /** What the file calls itself, if it does. */
  readonly title?: string;
  /** In the order of the file; each item of the file is in it exactly once. */
  readonly items: readonly ImportedItem[];
  /** What concerns the file as a whole: broken XML, an entry over the limits. */
  readonly remarks: readonly Remark[];
  /** Pictures by the name that the texts use, as files of a pack's `media` folder. */
  readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export const formatNames = [
  'aiken',
  'anki-package',
  'anki-text',
  'exam-markdown',
  'gift',
  'moodle-xml',
  'qti',
  'table',
] as const;
export type FormatName = (typeof formatNames)[number];

/** Something that a teacher should know; the words are `import.<code>` in i18n. */
export interface Remark {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** From 1, where it can be told. */
  readonly line?: number;
}

export interface ImportedItem {
  /** As the file names it, else its number in the file: for the report. */
  readonly name: string;
  /** The file within a package; empty when there is only one. */
  readonly file: string;
  /** On which it begins, from 1. */
  readonly line: number;
  /** What was lost, or why it was not taken. None: taken as it is. */
  readonly remarks: readonly Remark[];
  /** Absent when it was not taken. */
  readonly question?: ImportedQuestion;
}

interface ImportedBase {
  /** A few words for lists and ids. */
  readonly title: string;
  /** Categories, sections, decks that it stands in, the outermost first. */
  readonly path: readonly string[];
  readonly tags: readonly string[];
  /** The words by language; one as a rule, the language that the teacher said or the file says. */
  readonly text: Readonly<Record<Language, ScenarioText>>;
  readonly origin: Origin;
}

/** A scenario before it has ids, references and a place among concepts. Options are named `a`, `b`, … */
export type ImportedQuestion = {
  [K in KindName]: ImportedBase & { readonly kind: K } & KindMap[K];
}[KindName];

/** Told before each item how many are read, of how many; where that shows only at the end, `null`. */
export type TellItems = (read: number, of: number | null) => void;

/** What every reader is given. */
export interface ForeignFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The language of the words, where the file does not say. */
  readonly language: Language;
  /** Whoever wants to know how far the reading is. */
  readonly tell?: TellItems | undefined;
}

export type Reader = (file: ForeignFile) => Imported;
