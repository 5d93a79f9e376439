import { createStore, type StoreApi } from 'zustand/vanilla';
import { isComplete } from '#core/answer/grade.ts';
import type { Response } from '#core/answer/response.ts';
import { isOver, leftAt, usedAt, type Attempt, type Moment } from '#core/exam/attempt.ts';
import type { FormQuestion } from '#core/exam/draw.ts';
import { orderInForm } from '#core/exam/order-in-form.ts';
import { questionKey } from '#core/exam/pool.ts';
import { latencyOf } from '#core/journal/answering.ts';
import type { Fact, Json } from '#core/journal/event.ts';
import type { Pocket } from '#storage/pocket.ts';
import type { ExamGround, ExamsStore } from './exams.ts';
import { keptIn } from './kept.ts';
import type { SittingData, SittingState } from './sitting-state.ts';

export type SittingStore = StoreApi<SittingState>;

export interface SittingPorts {
  readonly stores: ExamGround;
  readonly exams: ExamsStore;
  readonly pocket: Pocket;
  /** Milliseconds that no clock can set back. */
  readonly ticks: () => number;
}

interface Desk extends SittingPorts {
  readonly get: () => SittingState;
  readonly set: (data: Partial<SittingData>) => void;
  /** What had been used when this page took the exam up, and when that was. */
  takenUp: { readonly used: number; readonly at: number };
  /** Since when the question has been looked at; `null` while nobody looks. */
  since: number | null;
  /** Looked at and not written yet. */
  unwritten: number;
  /** Typed and not written yet. */
  typed: { readonly response: Response | null; readonly at: number } | null;
}

/** A look this short is not worth an event of its own. */
const GLANCE = 5000;
const TYPING_PAUSE = 1000;

const attemptOf = ({ exams, get }: Desk): Attempt | null =>
  exams.getState().attempts.find(({ exam }) => exam === get().exam) ?? null;

function questionOf(desk: Desk): FormQuestion | null {
  const { place } = desk.get();
  return (place === null ? undefined : attemptOf(desk)?.form.questions[place]) ?? null;
}

const momentOf = ({ stores, takenUp, ticks }: Desk): Moment => ({
  at: stores.clock().at,
  measured: takenUp.used + ticks() - takenUp.at,
});

/** Stops the watch of the present question, and starts it again. */
function measure(desk: Desk): void {
  const now = desk.ticks();
  if (desk.since !== null) {
    desk.unwritten += now - desk.since;
    desk.since = now;
  }
}

function write(desk: Desk, response: Response | null): void {
  const { content } = desk.get();
  const attempt = attemptOf(desk);
  const question = questionOf(desk);
  if (attempt === null || question === null || content.status !== 'ready') return;
  if (isOver(attempt, momentOf(desk)) && desk.typed === null) return;
  measure(desk);
  const { scenario, chunk } = content;
  const latency = latencyOf(Math.round(desk.unwritten));
  desk.unwritten = 0;
  desk.typed = null;
  noteFinished(desk, question, response !== null && !isComplete(scenario, response));
  const fact: Fact = {
    type: 'exam-answered',
    exam: attempt.exam,
    pack: question.pack,
    concept: question.concept,
    scenario: question.scenario,
    textRev: scenario.textRev,
    keyRev: scenario.keyRev,
    shown: orderInForm(attempt.form, question, scenario),
    response,
    confidence: null,
    latency,
    language: chunk.language,
  };
  desk.exams.getState().record([fact], attempt);
}

function noteFinished(desk: Desk, question: FormQuestion, isUnfinished: boolean): void {
  const key = questionKey(question);
  const others = desk.get().unfinished.filter((other) => other !== key);
  desk.set({ unfinished: isUnfinished ? [...others, key] : others });
  keep(desk);
}

/** Writes what was typed, and the time on the question, before it is left. */
function settle(desk: Desk): void {
  measure(desk);
  const question = questionOf(desk);
  const given = question && attemptOf(desk)?.answers.get(questionKey(question));
  if (desk.typed !== null) write(desk, desk.typed.response);
  else if (desk.unwritten >= GLANCE) write(desk, given?.response ?? null);
  desk.unwritten = 0;
}

async function load(desk: Desk): Promise<void> {
  const question = questionOf(desk);
  if (question === null) return;
  const { language } = desk.get();
  const { library } = desk.stores;
  const result = await library.getState().concept(question.pack, question.concept, language);
  if (questionOf(desk) !== question || desk.get().language !== language) return;
  if (!result.ok) {
    desk.set({ content: { status: result.error } });
    return;
  }
  const scenario = result.value.scenarios.find(({ id }) => id === question.scenario);
  desk.set({
    content: scenario ? { status: 'ready', chunk: result.value, scenario } : { status: 'gone' },
  });
}

function show(desk: Desk, place: number | null): void {
  desk.since = desk.ticks();
  desk.set({ place, content: { status: 'loading' } });
  void load(desk);
  const following = place === null ? undefined : attemptOf(desk)?.form.questions[place + 1];
  if (following) {
    const { library } = desk.stores;
    void library.getState().concept(following.pack, following.concept, desk.get().language);
  }
}

const keep = (desk: Desk): void => {
  const { exam, place, struck, unfinished } = desk.get();
  const kept: Json = exam === null ? null : { exam, place, struck, unfinished };
  desk.pocket.set(kept);
};

function enter(desk: Desk, attempt: Attempt): void {
  const { stores, pocket, ticks } = desk;
  if (desk.get().exam === attempt.exam) return;
  const kept = keptIn(pocket.get(), attempt.exam);
  const used = usedAt(attempt, { at: stores.clock().at, measured: 0 });
  desk.takenUp = { used, at: ticks() };
  desk.unwritten = 0;
  desk.typed = null;
  desk.set({
    exam: attempt.exam,
    language: stores.language(),
    struck: kept?.struck ?? {},
    unfinished: kept?.unfinished ?? [],
  });
  const { questions } = attempt.form;
  const open = questions.findIndex((question) => !attempt.answers.has(questionKey(question)));
  const place = kept === null ? Math.max(0, open) : kept.place;
  show(desk, place !== null && place >= questions.length ? 0 : place);
}

function left(desk: Desk): number {
  const attempt = attemptOf(desk);
  return attempt?.end === null ? leftAt(attempt, momentOf(desk)) : 0;
}

function tick(desk: Desk): number {
  const remaining = left(desk);
  if (attemptOf(desk)?.end !== null) return 0;
  const isPausing = desk.typed !== null && desk.ticks() - desk.typed.at > TYPING_PAUSE;
  if (desk.typed !== null && (isPausing || remaining <= 0)) write(desk, desk.typed.response);
  if (remaining <= 0) handIn(desk, true);
  return remaining;
}

function handIn(desk: Desk, timedOut: boolean): void {
  settle(desk);
  const attempt = attemptOf(desk);
  if (attempt?.end === null) desk.exams.getState().handIn(attempt, timedOut);
  desk.pocket.set(null);
}

const actions = (desk: Desk): Omit<SittingState, keyof SittingData> => ({
  enter: (attempt) => enter(desk, attempt),
  attempt: () => attemptOf(desk),
  go(place) {
    settle(desk);
    show(desk, place);
    keep(desk);
  },
  choose: (response) => write(desk, response),
  type(response) {
    desk.typed = { response, at: desk.ticks() };
  },
  strike(struck) {
    const question = questionOf(desk);
    if (question === null) return;
    desk.set({ struck: { ...desk.get().struck, [questionKey(question)]: struck } });
    keep(desk);
  },
  flag() {
    const question = questionOf(desk);
    const attempt = attemptOf(desk);
    if (question === null || attempt === null) return;
    const { pack, concept, scenario } = question;
    const on = !attempt.flagged.has(questionKey(question));
    const fact: Fact = { type: 'flagged', target: { pack, concept, scenario }, on };
    desk.exams.getState().record([fact], attempt);
  },
  speak(language) {
    desk.set({ language });
    void load(desk);
  },
  retry() {
    desk.set({ content: { status: 'loading' } });
    void load(desk);
  },
  left: () => left(desk),
  tick: () => tick(desk),
  look(isLooking) {
    measure(desk);
    desk.since = isLooking ? desk.ticks() : null;
    if (!isLooking && desk.typed !== null) write(desk, desk.typed.response);
  },
  handIn: () => handIn(desk, false),
});

export function createSittingStore(ports: SittingPorts): SittingStore {
  return createStore<SittingState>((set, get) => {
    const desk: Desk = {
      ...ports,
      get,
      set,
      takenUp: { used: 0, at: 0 },
      since: null,
      unwritten: 0,
      typed: null,
    };
    return {
      exam: null,
      place: null,
      content: { status: 'loading' },
      language: ports.stores.language(),
      struck: {},
      unfinished: [],
      ...actions(desk),
    };
  });
}
