import type { Confidence, Response } from '#core/answer/response.ts';
import type { PackUid, Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Rating } from '#core/memory/rating.ts';
import type { Instant } from '#core/time.ts';

/** One tab's lifetime: `[a-z0-9]{10}`, kept in memory only. */
export type WriterId = string;

/** A value of JSON; what an unknown event may hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Names one event for ever. */
export interface EventRef {
  readonly writer: WriterId;
  readonly seq: number;
}

/** Who, when, where in the order. Order of all events: (at, writer, seq). */
export interface Stamp extends EventRef {
  readonly at: Instant;
  /** Minutes that local time was ahead of UTC. */
  readonly offset: number;
  /** Delete-all starts a new epoch; events of older ones are ignored. From 0. */
  readonly epoch: number;
}

/** A concept, or one scenario of it. */
export interface Target {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario?: Slug;
}

export type Mode = 'study' | 'drill' | 'exam';

/** Which concepts or scenarios a drill draws from; study has but minutes, a pack and a plan. */
export interface Filter {
  readonly pack?: PackUid;
  readonly domain?: Slug;
  readonly concept?: Slug;
  readonly only?: 'missed' | 'flagged' | 'unseen' | 'contrast';
  /** For `contrast`: the two concepts or terms that were mixed up. */
  readonly pair?: readonly [Slug, Slug];
  /** Questions, at most. */
  readonly size?: number;
  /** Minutes that the learner has. */
  readonly minutes?: number;
  /** Study in the order of the plan to the exam, which was there when the session began. */
  readonly planned?: true;
}

/** Events from first to last of a writer, both included. */
export interface Range {
  readonly writer: WriterId;
  readonly first: number;
  readonly last: number;
}

/**
 * The closed list of facts, format 1. Never retyped: a new meaning is a new type.
 * What is folded (memory, counts, confusion, settings) comes from these and nothing else.
 */
interface FactMap {
  answered: {
    readonly pack: PackUid;
    readonly concept: Slug;
    readonly scenario: Slug;
    readonly textRev: string;
    readonly keyRev: string;
    /** Option ids in the order shown (choices for matching; empty for short). */
    readonly shown: readonly Slug[];
    /** `null` is "I don't know". */
    readonly response: Response | null;
    /** Whether it was right by the key of that day (`keyRev`): the key itself may change later. */
    readonly right: boolean;
    /** `null` with "I don't know". */
    readonly confidence: Confidence | null;
    /** Milliseconds from shown to submitted, at most an hour. */
    readonly latency: number;
    /** The language on the screen. */
    readonly language: Language;
    readonly session: string;
    readonly mode: Mode;
  };
  undone: { readonly ref: EventRef };
  overruled: { readonly ref: EventRef; readonly rating: Rating };
  suspended: { readonly target: Target; readonly on: boolean };
  /** Until the next study day. */
  buried: { readonly target: Target; readonly on: boolean };
  flagged: { readonly target: Target; readonly on: boolean };
  /** `null` takes the note away. */
  noted: { readonly target: Target; readonly text: string | null };
  setting: { readonly key: string; readonly value: Json };
  'session-started': {
    readonly session: string;
    readonly seed: number;
    readonly mode: Mode;
    readonly filter: Filter;
  };
  'session-ended': { readonly session: string };
  'exam-started': { readonly exam: string; readonly form: Json };
  'exam-answered': {
    readonly exam: string;
    readonly pack: PackUid;
    readonly concept: Slug;
    readonly scenario: Slug;
    readonly textRev: string;
    readonly keyRev: string;
    readonly shown: readonly Slug[];
    readonly response: Response | null;
    readonly confidence: Confidence | null;
    readonly latency: number;
    readonly language: Language;
  };
  'exam-submitted': { readonly exam: string; readonly timedOut: boolean };
  'miss-cause': { readonly ref: EventRef; readonly cause: string };
  'pack-applied': {
    readonly pack: PackUid;
    readonly version: string;
    /** `<concept>/<scenario>` to [textRev, keyRev]. */
    readonly revs: { readonly [scenario: string]: readonly [string, string] };
  };
  imported: { readonly ranges: readonly Range[] };
  'import-revoked': { readonly ranges: readonly Range[] };
  /** Events of the writer `corrects` from seq `from` to `to` are moved by `shift` milliseconds. */
  'clock-corrected': {
    readonly corrects: WriterId;
    readonly from: number;
    readonly to: number;
    readonly shift: number;
  };
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- the stamp's epoch says it all
  'epoch-started': Record<never, never>;
}

export type FactType = keyof FactMap;

export type Fact<T extends FactType = FactType> = {
  [P in T]: { readonly type: P } & FactMap[P];
}[T];

/** A fact that this version does not know: kept word for word and carried on. */
export interface UnknownFact {
  readonly type: 'unknown';
  readonly raw: { readonly type: string; readonly [key: string]: Json };
}

export type Event<T extends FactType = FactType> = Stamp & Fact<T>;
export type AnyEvent = Stamp & (Fact | UnknownFact);

export const refOf = (event: EventRef): EventRef => ({ writer: event.writer, seq: event.seq });
export const refKey = (ref: EventRef): string => `${ref.writer}:${ref.seq}`;

/** How far each writer's events are known, without a hole: `{ writer: last seq }`; seq counts from 1. */
export type Vector = ReadonlyMap<WriterId, number>;
