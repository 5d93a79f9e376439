import { createStore, type StoreApi } from 'zustand/vanilla';
import { afterwards, isOfExam, isOver, limitMillis, type Attempt } from '#core/exam/attempt.ts';
import { attemptsAfter, emptyFold, type AttemptFold } from '#core/exam/attempts.ts';
import { formJson, type Form } from '#core/exam/form.ts';
import { canGoOn, isRewriting } from '#core/exam/go-on.ts';
import type { MissCause } from '#core/exam/miss-cause.ts';
import { questionKey } from '#core/exam/pool.ts';
import { isReview, reviewRepairs } from '#core/exam/review.ts';
import type { ScenarioKey } from '#core/ids.ts';
import { effective, visibility } from '#core/journal/effective.ts';
import type { AnyEvent, Fact } from '#core/journal/event.ts';
import { inOrder } from '#core/journal/order.ts';
import type { Language } from '#core/language.ts';
import { instant } from '#core/time.ts';
import type { Stores } from '#state/stores.ts';
import { indexedScenario } from './indexed-scenario.ts';
import { markRunning } from './mark.ts';

/** What exams stand on. */
export interface ExamGround extends Pick<
  Stores,
  'learner' | 'library' | 'journal' | 'ports' | 'clock'
> {
  /** The language of the questions as set. */
  readonly language: () => Language;
}

export interface ExamsState {
  /** `failed`: the journal could not be read; it is tried again with `open`. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** Every attempt, in the order in which they were started. */
  readonly attempts: readonly Attempt[];
  /** The place is entered: the journal is read, once, and what has run out of time is handed in. */
  readonly open: () => Promise<void>;
  /** Reads it again: what other tabs have written is in it. */
  readonly reread: () => Promise<void>;
  /** @returns the name of the new attempt */
  readonly begin: (form: Form) => string;
  /** @param during the attempt that the facts belong to while it runs: they are stamped after all of it */
  readonly record: (facts: readonly Fact[], during?: Attempt) => void;
  readonly handIn: (attempt: Attempt, timedOut: boolean) => void;
  readonly sayCause: (attempt: Attempt, question: ScenarioKey, cause: MissCause) => void;
  /** Has each answer of a review count once. */
  readonly heal: () => void;
  /** Hears and mends nothing any more: other stores are made in its place. */
  readonly leave: () => void;
}

export type ExamsStore = StoreApi<ExamsState>;

const concerns = (event: AnyEvent): boolean => isOfExam(event) || isRewriting(event);

/** Attempts whose time has run out while nobody looked. */
const runOut = (attempts: readonly Attempt[], at: number): readonly Attempt[] =>
  attempts.filter(
    (attempt) =>
      attempt.end === null && isOver(attempt, { at: instant(at), measured: attempt.usedMillis }),
  );

/** An event for each question that has none, so that a cause can be told of it. */
function blanks(stores: ExamGround, { exam, form, answers }: Attempt): readonly Fact[] {
  const { packs } = stores.library.getState();
  const language = stores.language();
  return form.questions
    .filter((question) => !answers.has(questionKey(question)))
    .map((question) => {
      const { pack, concept, scenario } = question;
      const found = indexedScenario(packs, question);
      return {
        type: 'exam-answered',
        exam,
        pack,
        concept,
        scenario,
        textRev: found?.textRev ?? '',
        keyRev: found?.keyRev ?? '',
        shown: [],
        response: null,
        confidence: null,
        latency: 0,
        language,
      };
    });
}

interface Desk {
  readonly stores: ExamGround;
  readonly set: (data: Pick<ExamsState, 'attempts'> | Pick<ExamsState, 'status'>) => void;
  readonly get: () => ExamsState;
  /** Those that concern exams, and those that say which of them count. */
  events: AnyEvent[];
  fold: AttemptFold;
  /** The last event in the fold. */
  last: AnyEvent | null;
  epoch: number;
  reading: Promise<void> | null;
  hasLeft: boolean;
  /** From the journal. */
  stop: () => void;
  /** Exams that this tab has handed in: it says so once, whatever becomes of what it wrote. */
  readonly handedIn: Set<string>;
}

function show(desk: Desk, attempts: readonly Attempt[]): void {
  const running = attempts.find(({ end }) => end === null);
  markRunning(desk.stores, running, running === undefined ? 0 : limitMillis(running.form));
  desk.set({ attempts });
}

/** All of it again: where something older has come in, or other events count than before. */
function foldAgain(desk: Desk): void {
  const events = effective(desk.events);
  desk.fold = emptyFold();
  desk.last = events.at(-1) ?? null;
  desk.epoch = visibility(desk.events).epoch;
  show(desk, attemptsAfter(desk.fold, events));
}

function take(desk: Desk, heard: readonly AnyEvent[]): void {
  const fresh = inOrder(heard.filter(concerns));
  desk.events.push(...fresh);
  // So a tap in one exam costs nothing for all the others.
  if (!canGoOn(desk, fresh)) {
    foldAgain(desk);
    return;
  }
  const events = effective(fresh, desk.epoch);
  desk.last = events.at(-1) ?? desk.last;
  show(desk, attemptsAfter(desk.fold, events));
}

function heal(desk: Desk): void {
  if (!desk.hasLeft) record(desk, reviewRepairs(desk.events));
}

async function read(desk: Desk): Promise<void> {
  const { journal } = desk.stores;
  // What comes in while it is read is in both lists, and the fold takes each once.
  const heard: AnyEvent[] = [];
  const stop = journal.onEvents((fresh) => void heard.push(...fresh));
  const all = await journal.all().finally(stop);
  desk.events = [...all, ...heard].filter(concerns);
  foldAgain(desk);
}

async function open(desk: Desk): Promise<void> {
  const { journal } = desk.stores;
  await read(desk);
  if (desk.hasLeft) return;
  desk.stop = journal.onEvents((fresh) => {
    const isRewritten = fresh.some(isRewriting);
    if (!isRewritten && fresh.some(concerns)) take(desk, fresh);
    // A tab that could not wait for this one may have recorded the same review.
    if (isRewritten) void readAgain(desk);
    else if (fresh.some(isReview)) heal(desk);
  });
  // Once: what comes in later is healed as it comes.
  heal(desk);
}

/** Other events count than before: what was shown is not true any more, also where it cannot be read anew. */
async function readAgain(desk: Desk): Promise<void> {
  try {
    await read(desk);
  } catch {
    if (desk.hasLeft) return;
    // The next opening listens for itself.
    desk.stop();
    desk.reading = null;
    desk.set({ status: 'failed' });
    return;
  }
  heal(desk);
}

/** What has run out of time is handed in, whether it ran out before the page was opened or since. */
async function enter(desk: Desk): Promise<void> {
  const reading = (desk.reading ??= open(desk));
  try {
    await reading;
  } catch {
    if (desk.reading === reading) desk.reading = null;
    desk.set({ status: 'failed' });
    return;
  }
  const { attempts } = desk.get();
  for (const attempt of runOut(attempts, desk.stores.clock().at)) handIn(desk, attempt, true);
  desk.set({ status: 'ready' });
}

function record(desk: Desk, facts: readonly Fact[], during?: Attempt): void {
  if (facts.length === 0) return;
  const { learner, clock } = desk.stores;
  const now = clock();
  const stamp = during === undefined ? now : { ...now, at: afterwards(during, now.at) };
  take(desk, learner.getState().record(facts, stamp));
}

/** Once: an attempt that is over, whoever has ended it, is not ended again. */
function handIn(desk: Desk, attempt: Attempt, timedOut: boolean): void {
  const { stores, get, handedIn } = desk;
  const now = get().attempts.find(({ exam }) => exam === attempt.exam);
  if (now?.end !== null || handedIn.has(now.exam)) return;
  handedIn.add(now.exam);
  record(desk, [...blanks(stores, now), { type: 'exam-submitted', exam: now.exam, timedOut }], now);
  void stores.learner.getState().rest();
}

/**
 * All exams of the learner: read from the journal when the place is entered, never before the first screen.
 * @param name makes a name that no other exam has
 */
export function createExamsStore(stores: ExamGround, name: () => string): ExamsStore {
  return createStore<ExamsState>((set, get) => {
    const desk: Desk = {
      stores,
      set,
      get,
      events: [],
      fold: emptyFold(),
      last: null,
      epoch: 0,
      reading: null,
      hasLeft: false,
      stop: () => undefined,
      handedIn: new Set(),
    };
    return {
      status: 'loading',
      attempts: [],
      open: () => enter(desk),
      reread: () => read(desk),
      record: (facts, during) => record(desk, facts, during),
      begin(form) {
        const exam = name();
        record(desk, [{ type: 'exam-started', exam, form: formJson(form) }]);
        return exam;
      },
      handIn: (attempt, timedOut) => handIn(desk, attempt, timedOut),
      sayCause({ answers }, question, cause) {
        const given = answers.get(question);
        if (given !== undefined) record(desk, [{ type: 'miss-cause', ref: given.ref, cause }]);
      },
      heal: () => heal(desk),
      leave() {
        desk.hasLeft = true;
        desk.stop();
      },
    };
  });
}
