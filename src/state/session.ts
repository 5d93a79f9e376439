import { createStore } from 'zustand/vanilla';
import type { Confidence, Response } from '#core/answer/response.ts';
import type { Json } from '#core/journal/event.ts';
import { itemKey } from '#core/study/item.ts';
import type { SessionEvent, Showing } from '#core/study/session-state.ts';
import { step } from '#core/study/session.ts';
import {
  load,
  send,
  type Desk,
  type SessionData,
  type SessionPorts,
  type SessionState,
  type SessionStore,
} from './session-desk.ts';
import { enter, start } from './session-opening.ts';

/** @returns `null` while there are no words of a question to answer */
function answering(
  desk: Desk,
  response: Response | null,
  confidence: Confidence | null,
): SessionEvent | null {
  const { content } = desk.get();
  if (content.status !== 'ready') return null;
  return {
    type: 'answered',
    scenario: content.scenario,
    response,
    confidence,
    language: content.chunk.language,
    learner: desk.learner.getState().learner,
    clock: desk.clock(),
  };
}

function answer(desk: Desk, response: Response | null, confidence: Confidence | null): void {
  const event = answering(desk, response, confidence);
  if (event === null) return;
  send(desk, event);
  desk.pocket.set(null);
}

function foresee(desk: Desk): Showing | null {
  const event = answering(desk, null, null);
  const { session } = desk.get();
  if (event === null || session?.phase !== 'asking') return null;
  const { session: after } = step(session, event);
  return after.phase === 'showing' ? after : null;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const actions = (desk: Desk): Omit<SessionState, keyof SessionData> => ({
  start: (choice) => start(desk, choice),
  enter: () => enter(desk),
  answer: (response, confidence) => answer(desk, response, confidence),
  foresee: () => foresee(desk),
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
