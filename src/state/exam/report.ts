import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attempt } from '#core/exam/attempt.ts';
import type { FormQuestion } from '#core/exam/draw.ts';
import type { Form } from '#core/exam/form.ts';
import { questionKey } from '#core/exam/pool.ts';
import {
  answersNotKnown,
  outcomesOf,
  settledOutcomes,
  unrecordedAnswers,
  type Key,
} from '#core/exam/review.ts';
import { scoreOf, type Outcome, type Score } from '#core/exam/score.ts';
import type { ScenarioKey } from '#core/ids.ts';
import type { Fact, Filter } from '#core/journal/event.ts';
import type { Language } from '#core/language.ts';
import type { ConceptChunk, PackIndex } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import { findConcept, type FileTrouble } from '#state/library.ts';
import type { ExamGround, ExamsStore } from './exams.ts';
import { indexedScenario } from './indexed-scenario.ts';

/** A question of a form with its words; without, when the pack no longer has it. */
export interface Sheet {
  readonly question: FormQuestion;
  readonly found: { readonly chunk: ConceptChunk; readonly scenario: Scenario } | null;
}

export type Sheets =
  | { readonly status: 'ready'; readonly sheets: readonly Sheet[] }
  | { readonly status: FileTrouble };

/** The words of every question of a form. What is gone from a pack is left without; without a network it is said. */
export async function sheetsOf(
  { library }: Pick<ExamGround, 'library'>,
  { questions }: Form,
  language: Language,
): Promise<Sheets> {
  const { packs, concept } = library.getState();
  const read = await Promise.all(
    questions.map(async (question) => {
      const isThere = findConcept(packs, question.pack, question.concept) !== undefined;
      const result = isThere ? await concept(question.pack, question.concept, language) : null;
      return { question, result };
    }),
  );
  const trouble = read.find(({ result }) => result?.ok === false)?.result;
  if (trouble?.ok === false) return { status: trouble.error };
  return {
    status: 'ready',
    sheets: read.map(({ question, result }) => {
      const chunk = result?.ok === true ? result.value : undefined;
      const scenario = chunk?.scenarios.find(({ id }) => id === question.scenario);
      return { question, found: chunk && scenario ? { chunk, scenario } : null };
    }),
  };
}

const keysIn = (sheets: readonly Sheet[]): ((question: FormQuestion) => Key) => {
  const keys = new Map(
    sheets.map(({ question, found }) => [questionKey(question), found?.scenario ?? null]),
  );
  return (question) => keys.get(questionKey(question)) ?? null;
};

/** What became of each question, by today's keys where it has not been reviewed. */
export const outcomesOn = (
  attempt: Attempt,
  sheets: readonly Sheet[],
): ReadonlyMap<ScenarioKey, Outcome> => outcomesOf(attempt, keysIn(sheets));

/**
 * The score of an attempt that has been reviewed, by its events alone; `null` before. What no review can judge any more,
 * by the packs as they are, is not waited for.
 */
export function reviewedScore(attempt: Attempt, packs: readonly PackIndex[]): Score | null {
  const settled = settledOutcomes(attempt, (question) => indexedScenario(packs, question));
  const outcomes = new Map<ScenarioKey, Outcome>();
  for (const [name, outcome] of settled) {
    if (outcome === null) return null;
    outcomes.set(name, outcome);
  }
  return scoreOf(attempt.form, outcomes);
}

/** In milliseconds: a second copy that does not answer keeps nobody from the report. */
const PATIENCE = 3000;

/** Until the last answer stands where other tabs can read it; what they record twice is taken back. */
const written = ({ learner }: ExamGround): Promise<void> =>
  new Promise((resolve) => {
    if (learner.getState().mark !== 'saving') {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = learner.subscribe(({ mark }) => {
      if (mark !== 'saving') end();
    });
  });

type FactsOf = (
  attempt: Attempt,
  keyOf: (question: FormQuestion) => Key,
) => readonly Fact<'answered'>[];

/**
 * Records answers of an exam, so that memory learns from them: each once. One tab at a time reads what the others
 * have written, adds what is missing, and waits until that is on the disk. Two devices cannot wait for each other:
 * where their journals meet, what is there twice is taken back.
 */
async function recordOnce(
  stores: ExamGround,
  exams: ExamsStore,
  { exam, sheets }: Pick<ReportState, 'exam' | 'sheets'>,
  factsOf: FactsOf,
): Promise<void> {
  const work = async (): Promise<void> => {
    await exams.getState().reread();
    const { attempts, record, heal } = exams.getState();
    heal();
    const attempt = attempts.find((one) => one.exam === exam);
    if (attempt?.end == null) return;
    record(factsOf(attempt, keysIn(sheets)));
    await written(stores);
  };
  const { locks, learner } = stores.ports;
  if (locks === null) await work();
  else await locks.request(`mondo/exam-review/${learner}`, {}, work);
}

/** What was last missed in the pack of an exam; in all packs, where it was drawn from several. */
export const missedDrill = ({ packs }: Pick<Form, 'packs'>): Filter => {
  const [pack, ...others] = packs;
  return pack === undefined || others.length > 0
    ? { only: 'missed' }
    : { pack: pack.uid, only: 'missed' };
};

export interface ReportState {
  readonly status: 'loading' | 'ready' | FileTrouble;
  readonly exam: string | null;
  readonly sheets: readonly Sheet[];
  /** What is shown could not be recorded: memory has not learned from it yet. `open` tries it again. */
  readonly isUnrecorded: boolean;
  /** Shows an exam that is over, in a language, and records it once. Never rejects. */
  readonly open: (attempt: Attempt, language: Language) => Promise<void>;
  /** Records what was left unanswered in the exam that is shown as not known: then a drill of what was missed has it. */
  readonly addUnanswered: () => Promise<void>;
}

export type ReportStore = StoreApi<ReportState>;

export const createReportStore = (stores: ExamGround, exams: ExamsStore): ReportStore =>
  createStore<ReportState>((set, get) => {
    let latest = 0;
    return {
      status: 'loading',
      exam: null,
      sheets: [],
      isUnrecorded: false,
      async open(attempt, language) {
        latest += 1;
        const wish = latest;
        if (get().exam !== attempt.exam)
          set({ status: 'loading', exam: attempt.exam, sheets: [], isUnrecorded: false });
        const read = await sheetsOf(stores, attempt.form, language);
        if (wish !== latest) return;
        if (read.status !== 'ready') {
          set({ status: read.status });
          return;
        }
        set({ status: 'ready', sheets: read.sheets });
        const isRecorded = await recordOnce(stores, exams, get(), unrecordedAnswers).then(
          () => true,
          () => false,
        );
        if (wish === latest) set({ isUnrecorded: !isRecorded });
      },
      addUnanswered: () => recordOnce(stores, exams, get(), answersNotKnown),
    };
  });
