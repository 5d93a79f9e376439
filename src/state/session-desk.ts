import type { StoreApi } from 'zustand/vanilla';
import type { Confidence, Response } from '#core/answer/response.ts';
import type { Filter, Json, Mode } from '#core/journal/event.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { Language } from '#core/language.ts';
import type { Rating } from '#core/memory/rating.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import { itemKey, type Item } from '#core/study/item.ts';
import type { QueuePlan } from '#core/study/queue.ts';
import type { MarkFact, Session, SessionEvent, Showing } from '#core/study/session-state.ts';
import { step } from '#core/study/session.ts';
import type { Clock } from '#core/time.ts';
import type { Pocket } from '#storage/pocket.ts';
import type { LearnerStore } from './learner.ts';
import type { FileTrouble, LibraryStore } from './library.ts';

/** The question on the screen: its words come when they are loaded. */
export type Content =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly chunk: ConceptChunk; readonly scenario: Scenario }
  | { readonly status: FileTrouble };

export interface Choice {
  readonly mode: Mode;
  readonly filter: Filter;
}

export interface SessionData {
  readonly session: Session | null;
  /** A session is being prepared. */
  readonly isOpening: boolean;
  /** A question or its feedback is on the screen, or could be. */
  readonly isRunning: boolean;
  readonly content: Content;
  /** The language in which the question is wanted. */
  readonly language: Language;
}

export interface SessionState extends SessionData {
  readonly start: (choice: Choice) => Promise<void>;
  /** Goes on with the session that was left open; with none, today's review is started. */
  readonly enter: () => Promise<void>;
  readonly answer: (response: Response | null, confidence: Confidence | null) => void;
  /** What would be shown after "I don't know": nothing is recorded. `null` while no question waits. */
  readonly foresee: () => Showing | null;
  readonly next: () => void;
  readonly undo: () => void;
  readonly overrule: (rating: Rating) => void;
  readonly mark: (fact: MarkFact) => void;
  readonly stop: () => void;
  /** Shows the present question in another language, in place. */
  readonly speak: (language: Language) => Promise<void>;
  /** Tries to load the question again. */
  readonly retry: () => Promise<void>;
  /** What was chosen so far, by question: it outlives a reload. */
  readonly keepDraft: (item: Item, draft: Json) => void;
  readonly draftOf: (item: Item) => Json;
}

export type SessionStore = StoreApi<SessionState>;

export interface SessionPorts {
  readonly learner: LearnerStore;
  readonly library: LibraryStore;
  readonly clock: () => Clock;
  /** A whole number from 0 to 2^32 - 1. */
  readonly seed: () => number;
  /** A name that no other session has. */
  readonly name: () => string;
  readonly pocket: Pocket;
  /** The language of the questions as set. */
  readonly language: () => Language;
  /** The plan of the day to the exam, if one is set and it can be had. A trial has none. */
  readonly plan?: (learner: Learner, clock: Clock) => Promise<QueuePlan | undefined>;
}

/** What the actions work on. */
export interface Desk extends SessionPorts {
  readonly get: () => SessionState;
  readonly set: (data: Partial<SessionData>) => void;
  /** Our own answer reaches the learner a moment before the session: that is not another tab's. */
  isSending: boolean;
  /** Counts the sessions that were asked for: the last is the one that is wanted. */
  wish: number;
}

const itemOnScreen = (session: Session | null): Item | null =>
  session === null || session.phase === 'done' ? null : session.item;

/** Fetches the words of the question on the screen; a late answer to an older wish is dropped. */
export async function load(desk: Desk): Promise<void> {
  const { session, language } = desk.get();
  const item = itemOnScreen(session);
  if (item === null) return;
  const result = await desk.library.getState().concept(item.pack, item.concept, language);
  const now = desk.get();
  if (itemOnScreen(now.session) !== item || now.language !== language) return;
  if (!result.ok) {
    desk.set({ content: { status: result.error } });
    return;
  }
  const chunk = result.value;
  const scenario = chunk.scenarios.find(({ id }) => id === item.scenario);
  desk.set({ content: scenario ? { status: 'ready', chunk, scenario } : { status: 'gone' } });
}

export function show(desk: Desk, session: Session): void {
  const before = itemOnScreen(desk.get().session);
  const item = itemOnScreen(session);
  const isSame = before !== null && item !== null && itemKey(before) === itemKey(item);
  const isReady = isSame && desk.get().content.status === 'ready';
  desk.set({
    session,
    isRunning: session.phase !== 'done',
    ...(isSame ? {} : { content: { status: 'loading' } }),
  });
  if (!isReady) void load(desk);
  // The following question is read while this one is looked at.
  const following = session.phase === 'done' ? undefined : session.line.items[0];
  if (following)
    void desk.library.getState().concept(following.pack, following.concept, desk.get().language);
}

export function send(desk: Desk, event: SessionEvent): void {
  const { session } = desk.get();
  if (session === null) return;
  const taken = step(session, event);
  if (taken.session === session && taken.facts.length === 0) return;
  const { record, rest } = desk.learner.getState();
  desk.isSending = true;
  const events = record(taken.facts, desk.clock());
  show(desk, step(taken.session, { type: 'recorded', events }).session);
  desk.isSending = false;
  if (taken.session.phase === 'done') void rest();
}
