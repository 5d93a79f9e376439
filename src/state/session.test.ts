import { afterEach, describe, expect, test, vi } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import type { Fact } from '#core/journal/event.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { QueuePlan } from '#core/study/queue.ts';
import { noon, studied } from '#core/study/sample.ts';
import type { Clock } from '#core/time.ts';
import type { LearnerStore } from './learner.ts';
import type { SessionPorts, SessionStore } from './session-desk.ts';
import { answerTo } from './memory-stores.ts';
import {
  openLearner,
  openLibrary,
  openSession,
  sampleBrowser,
  sampleFiles,
  settled,
} from './sample.ts';

/** A clock that moves on a second with every look. */
function movingClock(): () => Clock {
  let looks = 0;
  return () => noon(20_000, (looks += 1) / 60);
}

async function openTab(browser = sampleBrowser(), clock = movingClock()) {
  const learner = await openLearner(browser());
  const session = await openSession(learner, await openLibrary(), clock);
  return { learner, session };
}

const screen = (session: SessionStore) => {
  const { session: present } = session.getState();
  return present === null || present.phase === 'done' ? null : present.item;
};

async function answer(session: SessionStore, right: boolean) {
  await settled();
  session.getState().answer({ kind: 'single', chosen: right ? 'a' : 'b' }, 'certain');
}

test('an answer shows its verdict and counts; next asks another concept', async () => {
  const { learner, session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  const first = screen(session);
  await answer(session, true);
  expect(session.getState().session).toMatchObject({ phase: 'showing', verdict: { right: true } });
  expect(learner.getState().learner.answers).toBe(1);
  session.getState().next();
  expect(session.getState().session?.phase).toBe('asking');
  expect(screen(session)?.concept).not.toBe(first?.concept);
});

test('a second tap on a confidence button answers nothing', async () => {
  const { learner, session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  await answer(session, true);
  session.getState().answer({ kind: 'single', chosen: 'b' }, 'certain');
  expect(learner.getState().learner.answers).toBe(1);
});

test('what would be shown is told without recording it, and only while a question waits', async () => {
  const { learner, session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  await settled();
  const before = session.getState().session;
  expect(session.getState().foresee()).toMatchObject({ phase: 'showing', response: null });
  expect(session.getState().session).toBe(before);
  expect(learner.getState().learner.answers).toBe(0);
  await answer(session, true);
  expect(session.getState().foresee()).toBeNull();
});

test('undo takes back any number of answers and asks the first question again', async () => {
  const { learner, session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  const first = screen(session);
  for (const right of [true, false, true]) {
    await answer(session, right);
    session.getState().next();
  }
  for (let i = 0; i < 3; i += 1) session.getState().undo();
  await settled();
  expect(learner.getState().learner.answers).toBe(0);
  expect(screen(session)).toEqual(first);
});

test('a session that was left goes on after a restart, at the same question', async () => {
  const browser = sampleBrowser();
  const before = await openTab(browser);
  await before.session.getState().start({ mode: 'study', filter: {} });
  await answer(before.session, false);
  before.session.getState().next();
  await settled();
  const after = await openTab(browser);
  await after.session.getState().enter();
  expect(screen(after.session)).toEqual(screen(before.session));
});

test('an answer given in another tab is taken over', async () => {
  const browser = sampleBrowser();
  const clock = movingClock();
  const left = await openTab(browser, clock);
  await left.session.getState().start({ mode: 'study', filter: {} });
  await settled();
  const right = await openTab(browser, clock);
  await right.session.getState().enter();
  await answer(right.session, true);
  right.session.getState().next();
  await settled();
  expect(screen(left.session)).toEqual(screen(right.session));
});

test('a question that is not on the device says so, and can be put aside until tomorrow', async () => {
  const learner = await openLearner(sampleBrowser()());
  const all = new Set(Array.from({ length: 12 }, (_, i) => `c${i}.json`));
  const session = await openSession(learner, await openLibrary(sampleFiles(all)));
  await session.getState().start({ mode: 'study', filter: {} });
  await settled();
  expect(session.getState().content.status).toBe('offline');
  const item = screen(session);
  if (!item) throw new Error('no question');
  const { pack, concept } = item;
  session.getState().mark({ type: 'buried', target: { pack, concept }, on: true });
  expect(screen(session)?.concept).not.toBe(concept);
  expect(learner.getState().learner.answers).toBe(0);
});

test('an answer in progress is kept for its own question only', async () => {
  const { session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  const item = screen(session);
  if (!item) throw new Error('no question');
  session.getState().keepDraft(item, { kind: 'single', chosen: 'b' });
  expect(session.getState().draftOf(item)).toEqual({ kind: 'single', chosen: 'b' });
  expect(session.getState().draftOf({ ...item, scenario: studied('other') })).toBeNull();
  await answer(session, true);
  expect(session.getState().draftOf(item)).toBeNull();
});

test('the end of a session keeps what was answered and starts nothing again', async () => {
  const { learner, session } = await openTab();
  await session.getState().start({ mode: 'study', filter: {} });
  await answer(session, true);
  session.getState().stop();
  await session.getState().enter();
  expect(session.getState().session?.phase).toBe('done');
  expect(learner.getState().learner.session).toBeNull();
});

/** A right answer to a concept of the sample pack, given outside of a session. */
const answered = (concept: string): Fact => ({
  ...answerTo(concept),
  pack: 'pack',
  session: 'elsewhere',
});

describe('the plan to an exam', () => {
  afterEach(() => vi.useRealTimers());

  const planned: QueuePlan = {
    order: [conceptKey('pack', 'c7'), conceptKey('pack', 'c3')],
    scope: new Map(),
    seconds: 900,
  };

  async function openWith(plan: NonNullable<SessionPorts['plan']>) {
    const learner = await openLearner(sampleBrowser()());
    const session = await openSession(learner, await openLibrary(), movingClock(), plan);
    return { learner, session, filter: () => learner.getState().learner.session?.filter };
  }

  const asked = (session: SessionStore) => {
    const { session: present } = session.getState();
    if (present?.phase !== 'asking') return [];
    return [present.item, ...present.line.items].map(({ concept }) => concept).toSorted();
  };

  test('is waited for by whoever begins', async () => {
    const { session, filter } = await openWith(async () => {
      await settled();
      return planned;
    });
    await session.getState().start({ mode: 'study', filter: {} });
    expect(asked(session)).toEqual(['c3', 'c7']);
    expect(filter()).toEqual({ planned: true });
  });

  test('is waited for by whoever comes without a session to go on with', async () => {
    const { session } = await openWith(async () => planned);
    await session.getState().enter();
    expect(asked(session)).toEqual(['c3', 'c7']);
  });

  test('keeps nobody longer than a second and a half', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { session, filter } = await openWith(() => new Promise(() => undefined));
    const starting = session.getState().start({ mode: 'study', filter: {} });
    await vi.advanceTimersByTimeAsync(1400);
    expect(session.getState()).toMatchObject({ isOpening: true, session: null });
    await vi.advanceTimersByTimeAsync(100);
    expect(session.getState().isOpening).toBe(false);
    await starting;
    expect(asked(session)).toHaveLength(10);
    expect(filter()).toEqual({});
  });

  test('is gone without when it cannot be had', async () => {
    const { session, filter } = await openWith(() => Promise.reject(new Error('offline')));
    await session.getState().start({ mode: 'study', filter: {} });
    expect(asked(session)).toHaveLength(10);
    expect(filter()).toEqual({});
  });

  test('leaves the session alone that was asked for while it was waited for', async () => {
    const { learner, session } = await openWith(async () => {
      await settled();
      return planned;
    });
    const first = session.getState().start({ mode: 'study', filter: {} });
    await session.getState().start({ mode: 'drill', filter: {} });
    const drill = session.getState().session?.session;
    await first;
    expect(session.getState()).toMatchObject({
      isOpening: false,
      session: { session: drill, mode: 'drill' },
    });
    expect(learner.getState().learner.session).toMatchObject({ session: drill, mode: 'drill' });
  });

  test('of a session that was left open keeps nobody from another', async () => {
    const browser = sampleBrowser();
    const slow = async () => {
      await settled();
      return planned;
    };
    const left = await openSession(
      await openLearner(browser()),
      await openLibrary(),
      movingClock(),
      slow,
    );
    await left.getState().start({ mode: 'study', filter: {} });
    const session = await openSession(
      await openLearner(browser()),
      await openLibrary(),
      movingClock(),
      slow,
    );
    const entering = session.getState().enter();
    await session.getState().start({ mode: 'drill', filter: {} });
    await entering;
    expect(session.getState().session?.mode).toBe('drill');
  });

  /** One that leaves out what has been answered, as the real one does, but takes its time. */
  const leavingOut = async ({ concepts }: Learner): Promise<QueuePlan> => {
    const order = planned.order.filter((key) => !concepts.has(key));
    await settled();
    return { ...planned, order };
  };

  /** After the first look at the clock, before the second. */
  const elsewhere = noon(20_000, 1.5 / 60);

  /** The first plan is under way when an answer comes from elsewhere. */
  const answering = (plan: (learner: Learner) => Promise<QueuePlan>) => {
    const tab = openWith((of) => {
      const made = plan(of);
      if (of.answers === 0) void tab.then(({ learner }) => record(learner));
      return made;
    });
    const record = (learner: LearnerStore) =>
      learner.getState().record([answered('c7')], elsewhere);
    return tab;
  };

  test('is made anew when an answer comes from elsewhere while it is waited for', async () => {
    const { session, filter } = await answering(leavingOut);
    await session.getState().start({ mode: 'study', filter: {} });
    expect(asked(session)).toEqual(['c3']);
    expect(filter()).toEqual({ planned: true });
  });

  test('has its session begin after the answers that it knows of', async () => {
    const { learner, session } = await answering(leavingOut);
    await session.getState().start({ mode: 'study', filter: {} });
    expect(learner.getState().learner.session?.start.at).toBeGreaterThan(elsewhere.at);
  });

  test('is gone without when answers from elsewhere make it come too late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { session, filter } = await answering(({ answers }) =>
      answers === 0
        ? new Promise((resolve) => setTimeout(() => resolve(planned), 1000))
        : new Promise(() => undefined),
    );
    const starting = session.getState().start({ mode: 'study', filter: {} });
    await vi.advanceTimersByTimeAsync(1500);
    await starting;
    expect(asked(session)).not.toContain('c7');
    expect(filter()).toEqual({});
  });

  test('of a session that is gone on with does not ask again what was answered meanwhile', async () => {
    const browser = sampleBrowser();
    const open = async (plan: NonNullable<SessionPorts['plan']>) => {
      const learner = await openLearner(browser());
      return {
        learner,
        session: await openSession(learner, await openLibrary(), movingClock(), plan),
      };
    };
    const left = await open(async () => planned);
    await left.session.getState().start({ mode: 'study', filter: {} });
    await settled();
    const { session } = await open(leavingOut);
    const entering = session.getState().enter();
    const first = screen(left.session);
    await answer(left.session, true);
    await entering;
    expect(screen(session)?.concept).not.toBe(first?.concept);
  });

  test('has no part in a drill', async () => {
    const { session, filter } = await openWith(async () => planned);
    await session.getState().start({ mode: 'drill', filter: {} });
    expect(new Set(asked(session)).size).toBe(12);
    expect(filter()).toEqual({});
  });
});
