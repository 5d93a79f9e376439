import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Confidence, Response } from '#core/answer/response.ts';
import type { Filter, Json, Mode } from '#core/journal/event.ts';
import { beforeSession, type Learner } from '#core/journal/learner-state.ts';
import type { Language } from '#core/language.ts';
import type { Rating } from '#core/memory/rating.ts';
import type { ConceptChunk, PackKeys } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import { itemKey, type Item } from '#core/study/item.ts';
import type { QueuePlan } from '#core/study/queue.ts';
import { resume, sessionQueue } from '#core/study/resume.ts';
import type { MarkFact, Session, SessionEvent } from '#core/study/session-state.ts';
import { startSession, step } from '#core/study/session.ts';
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

interface SessionData {
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
interface Desk extends SessionPorts {
  readonly get: () => SessionState;
  readonly set: (data: Partial<SessionData>) => void;
  /** Our own answer reaches the learner a moment before the session: that is not another tab's. */
  isSending: boolean;
  /** Counts the sessions that were asked for: the last is the one that is wanted. */
  wish: number;
}

const itemOnScreen = (session: Session | null): Item | null =>
  session === null || session.phase === 'done' ? null : session.item;

/** What options stand for, for contrasts: only a learner who has answered needs it. */
async function keysOf({ library }: Desk, { answers }: Learner): Promise<readonly PackKeys[]> {
  if (answers === 0) return [];
  const { packs, keys } = library.getState();
  const results = await Promise.all(packs.map(({ uid }) => keys(uid)));
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

/** Fetches the words of the question on the screen; a late answer to an older wish is dropped. */
async function load(desk: Desk): Promise<void> {
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

function show(desk: Desk, session: Session): void {
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

function send(desk: Desk, event: SessionEvent): void {
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

/** In milliseconds: a plan is made in well under a second; nobody who begins waits much longer for one. */
const PATIENCE = 1500;

/** Without one, as when what makes it cannot be had offline, the session goes in the old order. */
const planOf = ({ plan }: Desk, learner: Learner, clock: Clock) =>
  plan?.(learner, clock).catch(() => undefined);

interface Ready {
  readonly learner: Learner;
  readonly keys: readonly PackKeys[];
  readonly plan: QueuePlan | undefined;
}

type PlanFor = (learner: Learner) => Promise<QueuePlan | undefined> | undefined;

/** All that a queue is made of, for one and the same learner: with an answer or an import meanwhile, once more. */
async function ready(desk: Desk, planFor: PlanFor): Promise<Ready> {
  const { learner } = desk.learner.getState();
  const [keys, plan] = await Promise.all([keysOf(desk, learner), planFor(learner)]);
  const isSame = desk.learner.getState().learner === learner;
  return isSame ? { learner, keys, plan } : ready(desk, planFor);
}

/** @returns whether nobody has asked for another session since */
function opening(desk: Desk): () => boolean {
  const wish = (desk.wish += 1);
  desk.set({ isOpening: true, session: null });
  return () => desk.wish === wish;
}

async function start(desk: Desk, { mode, filter: chosen }: Choice): Promise<void> {
  const isWanted = opening(desk);
  const seed = desk.seed();
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const { learner, keys, plan } = await ready(desk, (of) =>
    mode === 'study' ? Promise.race([planOf(desk, of, desk.clock()), patience]) : undefined,
  );
  if (!isWanted()) return;
  // After all that the queue knows of: a resumed session takes away what came later.
  const clock = desk.clock();
  const { packs } = desk.library.getState();
  const filter: Filter = plan ? { ...chosen, planned: true } : chosen;
  const queue = sessionQueue(learner, packs, clock, { seed, mode, filter, keys, plan });
  const { session, facts } = startSession({
    session: desk.name(),
    seed,
    mode,
    filter,
    queue,
    clock,
  });
  desk.set({ language: desk.language(), isOpening: false });
  desk.learner.getState().record(facts, clock);
  show(desk, session);
}

async function enter(desk: Desk): Promise<void> {
  if (desk.get().isOpening || desk.get().session !== null) return;
  const isWanted = opening(desk);
  const { learner, keys, plan } = await ready(desk, (of) =>
    of.session?.filter.planned === true
      ? planOf(desk, beforeSession(of), of.session.start)
      : undefined,
  );
  if (!isWanted()) return;
  const session = resume(learner, desk.library.getState().packs, desk.clock(), keys, plan);
  desk.set({ language: desk.language(), isOpening: false });
  if (session === null) await start(desk, { mode: 'study', filter: {} });
  else show(desk, session);
}

function answer(desk: Desk, response: Response | null, confidence: Confidence | null): void {
  const { content } = desk.get();
  if (content.status !== 'ready') return;
  send(desk, {
    type: 'answered',
    scenario: content.scenario,
    response,
    confidence,
    language: content.chunk.language,
    learner: desk.learner.getState().learner,
    clock: desk.clock(),
  });
  desk.pocket.set(null);
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const actions = (desk: Desk): Omit<SessionState, keyof SessionData> => ({
  start: (choice) => start(desk, choice),
  enter: () => enter(desk),
  answer: (response, confidence) => answer(desk, response, confidence),
  next: () => send(desk, { type: 'next', clock: desk.clock() }),
  undo: () => send(desk, { type: 'undo', clock: desk.clock() }),
  overrule: (rating) => send(desk, { type: 'overruled', rating }),
  mark(fact) {
    if (desk.get().session !== null) send(desk, { type: 'marked', fact, clock: desk.clock() });
    else desk.learner.getState().record([fact], desk.clock());
  },
  stop: () => send(desk, { type: 'stopped', clock: desk.clock() }),
  async speak(language) {
    desk.set({ language });
    await load(desk);
  },
  async retry() {
    desk.set({ content: { status: 'loading' } });
    await load(desk);
  },
  keepDraft: (item, draft) => desk.pocket.set({ [itemKey(item)]: draft }),
  draftOf(item) {
    const kept = desk.pocket.get();
    return isObject(kept) ? (kept[itemKey(item)] ?? null) : null;
  },
});

/** A session open in two tabs goes on in the one used last: what was answered there is taken over here. */
function follow(desk: Desk): void {
  const { session } = desk.get();
  const open = desk.learner.getState().learner.session;
  if (desk.isSending || session?.phase !== 'asking' || open?.session !== session.session) return;
  const answers = open.steps.filter(({ type }) => type === 'answered').length;
  if (answers <= session.turns.length) return;
  desk.set({ session: null });
  void enter(desk);
}

export function createSessionStore(ports: SessionPorts): SessionStore {
  const store = createStore<SessionState>((set, get) => {
    const desk: Desk = { ...ports, get, set, isSending: false, wish: 0 };
    ports.learner.subscribe(() => follow(desk));
    return {
      session: null,
      isOpening: false,
      isRunning: false,
      content: { status: 'loading' },
      language: ports.language(),
      ...actions(desk),
    };
  });
  return store;
}
