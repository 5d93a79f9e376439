import { createStore, type StoreApi } from 'zustand/vanilla';
import { effective } from '#core/journal/effective.ts';
import type { AnyEvent, Fact } from '#core/journal/event.ts';
import { canFold, fold, foldOn, unshared } from '#core/journal/learner.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import { inOrder } from '#core/journal/order.ts';
import type { Clock } from '#core/time.ts';
import type { Saved } from '#storage/desk.ts';
import type { Ground as Stored, Journal, Opened } from '#storage/journal.ts';
import type { Trouble } from '#storage/trouble.ts';

/** What is promised of the last answer. Painted is not yet saved. */
export type SaveMark = 'none' | 'saving' | Saved;

export interface LearnerState {
  readonly learner: Learner;
  readonly mark: SaveMark;
  readonly troubles: readonly Trouble[];
  /** Writes facts into the journal, the local copy before this returns, and folds them in. */
  readonly record: (facts: readonly Fact[], clock: Clock) => readonly AnyEvent[];
  /** Keeps a snapshot, so that the next start need not read the whole journal. */
  readonly rest: () => Promise<void>;
  /** Reads the whole journal again: after an import, or a new epoch. */
  readonly reread: () => Promise<void>;
  /** Takes a trouble from the screen; what it tells of stays as it is. */
  readonly dismiss: (trouble: Trouble) => void;
}

export type LearnerStore = StoreApi<LearnerState>;

/** What the learner is folded from: a snapshot, and the events since. An undo starts again from here. */
interface Ground {
  readonly base: Learner;
  readonly epoch: number;
  /** Grows with each event: at most a session's, unless there is no snapshot yet. */
  readonly tail: AnyEvent[];
  /** What stands in a file is not in it. */
  readonly isCut: boolean;
}

/** A first visit has no snapshot to read, and need not wait for what reads one. */
const learnerText = () => import('#core/journal/learner-text.ts');

const wholeJournal = async (journal: Journal, isCut = false): Promise<Ground> => ({
  base: emptyLearner,
  epoch: 0,
  tail: [...(await journal.all())],
  isCut,
});

async function firstGround(
  journal: Journal,
  { snapshot, tail, isArchived }: Stored,
): Promise<Ground> {
  if (snapshot === null) return { base: emptyLearner, epoch: 0, tail: [...tail], isCut: false };
  const heard: AnyEvent[] = [];
  const stop = journal.onEvents((events) => void heard.push(...events));
  const { readLearner } = await learnerText();
  stop();
  const base = readLearner(snapshot.state, isArchived);
  const after = [...tail, ...heard];
  // What stands in a file can be replayed by nobody: the snapshot is kept to, be the order as it may.
  const usable = base !== null && (isArchived || canFold(base, inOrder(after)));
  return usable
    ? { base, epoch: snapshot.epoch, tail: after, isCut: false }
    : wholeJournal(journal, isArchived);
}

async function groundAgain(journal: Journal): Promise<Ground> {
  const stored = await journal.again();
  return stored.isArchived ? firstGround(journal, stored) : wholeJournal(journal);
}

const foldOf = ({ base, epoch, tail }: Ground): Learner => fold(base, effective(tail, epoch));

/** With a session open the next event may be an answer, and that is not to wait for the copy. */
function firstOf(ground: Ground): Learner {
  const learner = foldOf(ground);
  return learner === ground.base && learner.session !== null ? unshared(learner) : learner;
}

const without = (troubles: readonly Trouble[], passed: Trouble): readonly Trouble[] =>
  troubles.filter((trouble) => JSON.stringify(trouble) !== JSON.stringify(passed));

const archiveNeeded: Trouble = { code: 'archive-needed' };

const troublesOf = ({ isCut }: Ground, others: readonly Trouble[]): readonly Trouble[] =>
  isCut ? [...without(others, archiveNeeded), archiveNeeded] : without(others, archiveNeeded);

/** The learner as a fold of the journal. The journal is truth; this is what follows from it. */
export async function createLearnerStore(opened: Opened): Promise<LearnerStore> {
  const { journal } = opened;
  let ground = await firstGround(journal, opened);

  const store = createStore<LearnerState>((set, get) => {
    /**
     * Folds on where that gives the same as a replay; else from the snapshot; else from the whole journal.
     * @param on `foldOn` where an answer must not wait for a copy
     */
    function take(events: readonly AnyEvent[], on: typeof fold): void {
      const before = get().learner;
      for (const event of events) ground.tail.push(event);
      const added = inOrder(events);
      if (canFold(before, added)) set({ learner: on(before, effective(added, ground.epoch)) });
      else if (canFold(ground.base, inOrder(ground.tail))) set({ learner: foldOf(ground) });
      else void get().reread();
    }

    /** The mark of the last answer, when the twin has answered. */
    const settle = (mark: Saved): void => {
      if (get().mark === 'saving') set({ mark });
    };

    journal.onEvents((events) => take(events, fold));
    journal.onRelief((passed) => set({ troubles: without(get().troubles, passed) }));
    journal.onTrouble((trouble) => set({ troubles: [...get().troubles, trouble] }));

    return {
      learner: firstOf(ground),
      mark: 'none',
      troubles: troublesOf(ground, opened.troubles),
      record(facts, clock) {
        if (facts.length === 0) return [];
        const appended = facts.map((fact) => journal.append(fact, clock));
        const events = appended.map(({ event }) => event);
        take(events, foldOn);
        set({ mark: 'saving' });
        void appended.at(-1)?.saved.then(settle);
        return events;
      },
      async rest() {
        // The snapshot that cannot be read is not overwritten until the learner has put up with it.
        if (get().troubles.includes(archiveNeeded)) return;
        const { writeLearner } = await learnerText();
        const vector = journal.vector();
        await journal.saveSnapshot(vector, writeLearner(get().learner));
      },
      async reread() {
        ground = await groundAgain(journal);
        set({ learner: foldOf(ground), troubles: troublesOf(ground, get().troubles) });
      },
      dismiss(trouble) {
        set({ troubles: get().troubles.filter((other) => other !== trouble) });
        // What the learner has put up with is not told again: from now on another snapshot counts.
        if (trouble === archiveNeeded) void get().rest();
      },
    };
  });
  return store;
}
