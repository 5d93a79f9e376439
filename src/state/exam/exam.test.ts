import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isOver } from '#core/exam/attempt.ts';
import { questionKey } from '#core/exam/pool.ts';
import { unrecordedAnswers } from '#core/exam/review.ts';
import type { ExamProfile } from '#core/exam/profile.ts';
import { ownExam, subjectsOf, type Subject } from '#core/exam/subject.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { effective } from '#core/journal/effective.ts';
import { drill } from '#core/study/drill.ts';
import { samplePack, sampleSingle } from '#core/study/sample.ts';
import { instant, type Clock } from '#core/time.ts';
import { createLearnerStore } from '#state/learner.ts';
import { openLibrary, sampleBrowser, sampleFiles, settled } from '#state/sample.ts';
import type { Json } from '#core/journal/event.ts';
import { openJournal } from '#storage/journal.ts';
import type { Channel } from '#storage/ports.ts';
import { memoryChannels, memoryLocks } from '#storage/two-copies.ts';
import { createExamsStore, type ExamGround } from './exams.ts';
import { codeOf, newCode, ownForm, readCode, seenBy, sharedForm } from './forms.ts';
import { readExamMark } from './mark.ts';
import { missedDrill, createReportStore, reviewedScore } from './report.ts';
import { createSittingStore } from './sitting.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 26, 12);

const withExam: PackIndex = {
  ...samplePack(),
  exam: { title: { en: 'Mock' }, questions: 6, minutes: 10, pass: 50, kinds: ['single'] },
};

/** A clock of a device, and what goes on whatever it says. */
function device() {
  const time = { wall: NOON, ticks: 0 };
  return {
    time,
    clock: (): Clock => ({ at: instant(time.wall), offset: 540 }),
    pass(minutes: number) {
      time.wall += minutes * MINUTE;
      time.ticks += minutes * MINUTE;
    },
  };
}

type Device = ReturnType<typeof device>;

/** One tab: it is closed by opening another. */
async function openTab(browser: ReturnType<typeof sampleBrowser>, { time, clock }: Device) {
  const ports = browser();
  const opened = await openJournal(ports);
  const learner = await createLearnerStore(opened);
  const library = await openLibrary(sampleFiles());
  const stores: ExamGround = {
    learner,
    library,
    journal: opened.journal,
    ports,
    clock,
    language: () => 'en',
  };
  const exams = createExamsStore(stores, () => `exam-${ports.random().toString(36).slice(2)}`);
  let pocket: Json = null;
  const sitting = createSittingStore({
    stores,
    exams,
    pocket: { get: () => pocket, set: (value) => (pocket = value) },
    ticks: () => time.ticks,
  });
  await exams.getState().open();
  return { stores, learner, exams, sitting, report: createReportStore(stores, exams) };
}

type Tab = Awaited<ReturnType<typeof openTab>>;

const offer = ownExam(withExam);
if (offer === null) throw new Error('no exam');

function begin({ exams, learner }: Tab, seed = 1): string {
  const seenAt = seenBy(learner.getState().learner, exams.getState().attempts);
  const form = ownForm(offer ?? never(), seenAt, { seed, extraMinutes: 0 });
  return exams.getState().begin(form.ok ? form.value : never());
}

function never(): never {
  throw new Error('it is there');
}

const attemptIn = ({ exams }: Tab, exam: string) =>
  exams.getState().attempts.find((attempt) => attempt.exam === exam) ?? never();

async function sit(tab: Tab, exam: string) {
  tab.sitting.getState().enter(attemptIn(tab, exam));
  await settled();
  return tab.sitting.getState();
}

async function answer(tab: Tab, place: number, chosen: string) {
  tab.sitting.getState().go(place);
  await settled();
  tab.sitting.getState().choose({ kind: 'single', chosen });
}

const answersOf = (tab: Tab, exam: string) => {
  const { form, answers } = attemptIn(tab, exam);
  return form.questions.map((question) => {
    const response = answers.get(questionKey(question))?.response ?? null;
    return response?.kind === 'single' ? response.chosen : null;
  });
};

const counted = async ({ stores }: Tab) => effective(await stores.journal.all());

describe('an exam that is sat', () => {
  test('is found again by another tab, with answers, flags, place and deadline', async () => {
    const own = device();
    const browser = sampleBrowser(own.clock);
    const before = await openTab(browser, own);
    const exam = begin(before);
    await sit(before, exam);
    await answer(before, 0, 'a');
    await answer(before, 3, 'b');
    before.sitting.getState().flag();
    own.pass(4);
    const after = await openTab(browser, own);
    const sitting = await sit(after, exam);
    expect(answersOf(after, exam)).toEqual(['a', null, null, 'b', null, null]);
    expect(attemptIn(after, exam).flagged.size).toBe(1);
    expect(sitting.tick()).toBe(6 * MINUTE);
    expect(sitting.place).toBe(1);
  });

  test('leaves the exams before it alone, and is what a new reading of the journal gives', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const past = begin(tab);
    await sit(tab, past);
    own.pass(1);
    tab.sitting.getState().handIn();
    own.pass(1);
    const exam = begin(tab, 2);
    await sit(tab, exam);
    const before = attemptIn(tab, past);
    own.pass(1);
    await answer(tab, 0, 'a');
    tab.sitting.getState().flag();
    expect(attemptIn(tab, past)).toBe(before);
    const { attempts, reread } = tab.exams.getState();
    await reread();
    expect(tab.exams.getState().attempts).toEqual(attempts);
  });

  test('hears what another tab answers', async () => {
    const own = device();
    const browser = sampleBrowser(own.clock);
    const one = await openTab(browser, own);
    const two = await openTab(browser, own);
    const exam = begin(one);
    await sit(one, exam);
    await answer(one, 0, 'c');
    expect(answersOf(two, exam)[0]).toBe('c');
  });

  test('writes what is typed within seconds, and before the question is left', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    const sitting = await sit(tab, exam);
    sitting.type({ kind: 'single', chosen: 'a' });
    expect(answersOf(tab, exam)[0]).toBeNull();
    own.pass(0.05);
    sitting.tick();
    expect(answersOf(tab, exam)[0]).toBe('a');
    sitting.type({ kind: 'single', chosen: 'b' });
    sitting.go(1);
    expect(answersOf(tab, exam)[0]).toBe('b');
  });

  test('measures the time for each question while somebody looks', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    const sitting = await sit(tab, exam);
    own.pass(1);
    sitting.look(false);
    own.pass(2);
    sitting.look(true);
    own.pass(1);
    sitting.go(1);
    const [question] = attemptIn(tab, exam).form.questions;
    const given = attemptIn(tab, exam).answers.get(questionKey(question ?? never()));
    expect(given).toMatchObject({ response: null, millis: 2 * MINUTE });
  });
});

describe('time that runs out', () => {
  test('hands in what stands chosen, also what is being typed', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    const sitting = await sit(tab, exam);
    own.pass(9.99);
    sitting.type({ kind: 'single', chosen: 'd' });
    own.pass(0.02);
    expect(sitting.tick()).toBe(0);
    const attempt = attemptIn(tab, exam);
    expect(attempt.end).toMatchObject({ timedOut: true });
    expect(answersOf(tab, exam)[0]).toBe('d');
    expect(attempt.answers.size).toBe(6);
  });

  test('hands in while the app is closed', async () => {
    const own = device();
    const browser = sampleBrowser(own.clock);
    const before = await openTab(browser, own);
    const exam = begin(before);
    await sit(before, exam);
    await answer(before, 0, 'a');
    expect(readExamMark(before.stores)?.exam).toBe(exam);
    own.pass(500);
    const after = await openTab(browser, own);
    expect(attemptIn(after, exam).end).toMatchObject({ timedOut: true });
    expect(answersOf(after, exam)[0]).toBe('a');
    expect(readExamMark(after.stores)).toBeNull();
  });

  test('is handed in once, whatever the clock says and however often it is looked at', async () => {
    const own = device();
    const browser = sampleBrowser(own.clock);
    const before = await openTab(browser, own);
    const exam = begin(before);
    await sit(before, exam);
    own.pass(1);
    await answer(before, 0, 'a');
    await answer(before, 1, 'b');
    own.time.wall -= 300 * MINUTE;
    const after = await openTab(browser, own);
    const sitting = await sit(after, exam);
    await answer(after, 1, 'c');
    after.sitting.getState().flag();
    expect(answersOf(after, exam).slice(0, 2)).toEqual(['a', 'c']);
    expect(attemptIn(after, exam).flagged.size).toBe(1);
    own.pass(9);
    for (let second = 0; second < 5; second += 1) expect(sitting.tick()).toBe(0);
    expect(attemptIn(after, exam).end).toMatchObject({ timedOut: true });
    expect(answersOf(after, exam).slice(0, 2)).toEqual(['a', 'c']);
    const ends = (await counted(after)).filter(({ type }) => type === 'exam-submitted');
    expect(ends).toHaveLength(1);
  });

  test('is not held up by a clock that is set back', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    const sitting = await sit(tab, exam);
    own.pass(6);
    own.time.wall -= 300 * MINUTE;
    expect(sitting.tick()).toBe(4 * MINUTE);
    own.pass(4);
    expect(sitting.tick()).toBe(0);
    expect(isOver(attemptIn(tab, exam), { at: instant(NOON), measured: 0 })).toBe(true);
  });
});

describe('a report', () => {
  async function reviewed(browser: ReturnType<typeof sampleBrowser>, own: Device) {
    const tab = await openTab(browser, own);
    const exam = begin(tab);
    await sit(tab, exam);
    await answer(tab, 0, 'a');
    await answer(tab, 1, 'b');
    await answer(tab, 2, 'a');
    tab.sitting.getState().handIn();
    await tab.report.getState().open(attemptIn(tab, exam), 'en');
    return { tab, exam };
  }

  test('is worked out, and trains memory with each answer once, however often it is opened', async () => {
    const own = device();
    const browser = sampleBrowser(own.clock);
    const { tab, exam } = await reviewed(browser, own);
    await tab.report.getState().open(attemptIn(tab, exam), 'en');
    const other = await openTab(browser, own);
    await other.report.getState().open(attemptIn(other, exam), 'en');
    await settled();
    const answers = (await counted(other)).filter(({ type }) => type === 'answered');
    expect(answers).toHaveLength(3);
    expect(answers.map((event) => event.type === 'answered' && event.right)).toEqual([
      true,
      false,
      true,
    ]);
    expect(tab.learner.getState().learner.answers).toBe(3);
    expect(reviewedScore(attemptIn(other, exam), [withExam])).toMatchObject({
      right: 2,
      total: 6,
      needed: 3,
      isPassed: false,
    });
  });

  /** Tabs of two processes hear of each other later, not at once. */
  const atOnce = memoryChannels();
  const late = (name: string): Channel => {
    const channel = atOnce(name);
    const post = channel.postMessage.bind(channel);
    return Object.assign(channel, {
      postMessage: (message: unknown) => void setTimeout(() => post(message), 60),
    });
  };
  const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis));
  /** A busy tab: between what it reads and what it writes, another may write. */
  const slowDown = ({ exams }: Tab) => {
    const { reread } = exams.getState();
    exams.setState({ reread: () => reread().then(() => pause(50)) });
  };

  test.each([
    ['with locks', memoryLocks()],
    ['without locks, as soon as they hear of each other', null],
  ])('opened by two tabs at once is in memory once: %s', async (_, locks) => {
    const own = device();
    const memory = sampleBrowser(own.clock, locks);
    const browser = () => ({ ...memory(), channel: late });
    const one = await openTab(browser, own);
    const two = await openTab(browser, own);
    const exam = begin(one);
    await sit(one, exam);
    await answer(one, 0, 'a');
    one.sitting.getState().handIn();
    await pause(200);
    slowDown(one);
    slowDown(two);
    await Promise.all([
      one.report.getState().open(attemptIn(one, exam), 'en'),
      two.report.getState().open(attemptIn(two, exam), 'en'),
    ]);
    await pause(200);
    for (const tab of [one, two]) {
      expect((await counted(tab)).filter(({ type }) => type === 'answered')).toHaveLength(1);
      expect(tab.learner.getState().learner.answers).toBe(1);
    }
    const repairs = (await one.stores.journal.all()).filter(({ type }) => type === 'undone');
    expect(locks === null || repairs.length === 0).toBe(true);
  });

  test('takes the cause of a miss, also of a question that was never on the screen', async () => {
    const own = device();
    const { tab, exam } = await reviewed(sampleBrowser(own.clock), own);
    const { questions } = attemptIn(tab, exam).form;
    const [missed, unseen] = [questions[1], questions[5]].map((one) => questionKey(one ?? never()));
    tab.exams.getState().sayCause(attemptIn(tab, exam), missed ?? never(), 'mixed-up');
    tab.exams.getState().sayCause(attemptIn(tab, exam), unseen ?? never(), 'out-of-time');
    expect([...attemptIn(tab, exam).causes]).toEqual([
      [missed, 'mixed-up'],
      [unseen, 'out-of-time'],
    ]);
  });

  test('is drilled in its pack, and in all packs where it was drawn from several', () => {
    const packs = [{ uid: 'one', version: '1.0.0' }];
    expect(missedDrill({ packs })).toEqual({ pack: 'one', only: 'missed' });
    const two = [...packs, { uid: 'two', version: '1.0.0' }];
    expect(missedDrill({ packs: two })).toEqual({ only: 'missed' });
  });

  test('adds to today all that it shows as missed: what was wrong, and what was left unanswered', async () => {
    const own = device();
    const { tab, exam } = await reviewed(sampleBrowser(own.clock), own);
    const missed = () =>
      drill(tab.learner.getState().learner, [withExam], own.clock(), {
        filter: missedDrill(attemptIn(tab, exam).form),
        seed: 1,
      }).map(({ concept }) => concept);
    const { form } = attemptIn(tab, exam);
    const at = (...places: number[]) =>
      places.map((place) => form.questions[place]?.concept ?? never());
    expect(missed()).toEqual(at(1));
    await tab.report.getState().addUnanswered();
    await tab.report.getState().addUnanswered();
    expect(missed().toSorted()).toEqual(at(1, 3, 4, 5).toSorted());
    expect(tab.learner.getState().learner.answers).toBe(6);
    expect(reviewedScore(attemptIn(tab, exam), [withExam])).toMatchObject({ right: 2, total: 6 });
  });

  test('is done when a key has changed meanwhile: what cannot be judged is not waited for', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    await sit(tab, exam);
    await answer(tab, 0, 'a');
    await answer(tab, 1, 'a');
    tab.sitting.getState().handIn();
    const attempt = attemptIn(tab, exam);
    const [changed] = attempt.form.questions;
    const newer: PackIndex = {
      ...withExam,
      concepts: withExam.concepts.map((concept) => ({
        ...concept,
        scenarios: concept.scenarios.map((scenario) =>
          concept.id === changed?.concept && scenario.id === changed.scenario
            ? { ...scenario, keyRev: 'k2' }
            : scenario,
        ),
      })),
    };
    // One answer can still be judged.
    expect(reviewedScore(attempt, [newer])).toBeNull();
    const judged = unrecordedAnswers(attempt, ({ concept }) =>
      concept === changed?.concept ? null : sampleSingle('s0'),
    );
    tab.exams.getState().record(judged);
    expect(reviewedScore(attemptIn(tab, exam), [newer])).toMatchObject({ right: 1, voided: 1 });
    // Nothing of it can be judged when the pack is gone before anybody has looked.
    expect(reviewedScore(attempt, [])).not.toBeNull();
  });

  test.each([
    ['answers', 0],
    ['does not answer, for some seconds', 3000],
  ])('waits for a copy that %s, and listens no longer', async (_, millis) => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    await sit(tab, exam);
    await answer(tab, 0, 'a');
    tab.sitting.getState().handIn();
    const { getState } = tab.learner;
    const listening = new Set<Parameters<typeof tab.learner.subscribe>[0]>();
    const learner: typeof tab.learner = {
      ...tab.learner,
      getState: () => ({ ...getState(), mark: 'saving' }),
      subscribe(listener) {
        listening.add(listener);
        return () => void listening.delete(listener);
      },
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const report = createReportStore({ ...tab.stores, learner }, tab.exams);
    const opened = report.getState().open(attemptIn(tab, exam), 'en');
    await vi.waitFor(() => expect(listening.size).toBe(1));
    if (millis > 0) await vi.advanceTimersByTimeAsync(millis);
    else for (const tell of listening) tell({ ...getState(), mark: 'none' }, getState());
    await opened;
    expect([listening.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  test('that could not read the journal says so, and records its answers when it is opened again', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    await sit(tab, exam);
    await answer(tab, 0, 'a');
    tab.sitting.getState().handIn();
    vi.spyOn(tab.stores.journal, 'all').mockRejectedValueOnce(new Error('no network'));
    const openReport = () => tab.report.getState().open(attemptIn(tab, exam), 'en');
    await openReport();
    expect(tab.report.getState()).toMatchObject({ status: 'ready', isUnrecorded: true });
    expect(tab.learner.getState().learner.answers).toBe(0);
    await openReport();
    expect(tab.report.getState()).toMatchObject({ status: 'ready', isUnrecorded: false });
    expect(tab.learner.getState().learner.answers).toBe(1);
  });

  test('of an exam that runs records nothing', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const exam = begin(tab);
    await sit(tab, exam);
    await answer(tab, 0, 'a');
    await tab.report.getState().open(attemptIn(tab, exam), 'en');
    expect(tab.learner.getState().learner.answers).toBe(0);
  });
});

describe('a code', () => {
  test('gives the same form to a learner who has seen things and to one who has not', async () => {
    const own = device();
    const tab = await openTab(sampleBrowser(own.clock), own);
    const code = newCode(offer, 123_456_789);
    const read = readCode(code, subjectsOf([withExam], []));
    const { seed } = read.ok ? read.value : never();
    const mine = sharedForm(offer, { seed, extraMinutes: 0 });
    begin(tab);
    const again = sharedForm(offer, { seed, extraMinutes: 0 });
    expect(again).toEqual(mine);
    expect(codeOf(mine.ok ? mine.value : never())).toBe(code);
  });

  test('says when it is of another version, or of a pack that is not here', () => {
    const code = newCode(offer, 5);
    const newer = { ...withExam, version: '1.0.1' };
    expect(readCode(code, subjectsOf([newer], []))).toMatchObject({
      ok: false,
      error: { code: 'version', wanted: '1.0.0' },
    });
    expect(readCode(code, subjectsOf([{ ...withExam, uid: 'other' }], []))).toEqual({
      ok: false,
      error: { code: 'unknown' },
    });
    expect(readCode('nothing', subjectsOf([withExam], []))).toEqual({
      ok: false,
      error: { code: 'shape' },
    });
  });

  describe('of a real exam', () => {
    const covering = (pack: Partial<PackIndex> = {}): PackIndex => ({
      ...samplePack(),
      covers: { real: { d0: { d0: ['1.1'] }, d1: { d1: ['2.1'] } } },
      ...pack,
    });
    const profile = (id = 'real'): ExamProfile => ({
      id,
      title: { en: 'Real' },
      sources: [],
      questions: 6,
      minutes: 10,
      scale: { min: 100, max: 1000, pass: 720 },
      kinds: ['single'],
      domains: ['d0', 'd1'].map((domain, place) => ({
        id: domain,
        title: { en: domain },
        weight: 50,
        tasks: [`${place + 1}.1`],
      })),
    });
    const realOf = (packs: readonly PackIndex[], one = profile()): readonly Subject[] =>
      subjectsOf(packs, [one]);
    const one = covering();
    const two = covering({ uid: 'other' });
    const codeWith = (packs: readonly PackIndex[]) => newCode(realOf(packs)[0] ?? never(), 5);

    test('gives the same form to all who have the same packs, in whatever order', () => {
      const read = readCode(codeWith([one, two]), realOf([two, one]));
      const { subject, seed } = read.ok ? read.value : never();
      const theirs = sharedForm(subject, { seed, extraMinutes: 0 });
      const [mine] = realOf([one, two]);
      const form = sharedForm(mine ?? never(), { seed: 5, extraMinutes: 0 });
      const drawn = (result: typeof form) => (result.ok ? result.value.questions : never());
      expect(drawn(theirs)).toEqual(drawn(form));
      expect(codeOf(form.ok ? form.value : never())).toBe(codeWith([one, two]));
    });

    test.each([
      ['one pack is missing', [one]],
      ['one pack is there that was not', [one, two, covering({ uid: 'third' })]],
      ['one pack is another', [one, covering({ uid: 'third' })]],
      ['one pack is of another version', [one, { ...two, version: '1.0.1' }]],
    ])('is refused when %s', (_, packs) => {
      expect(readCode(codeWith([one, two]), realOf(packs))).toMatchObject({
        ok: false,
        error: { code: 'packs', subject: { packs } },
      });
    });

    test('is refused by other numbers of it, and by another exam', () => {
      const code = codeWith([one]);
      const longer = realOf([one], { ...profile(), questions: 8 });
      expect(readCode(code, longer)).toMatchObject({ error: { code: 'packs' } });
      const covers = { other: one.covers?.['real'] ?? never() };
      const other = realOf([{ ...one, covers }], profile('other'));
      expect(other).toHaveLength(1);
      expect(readCode(code, other)).toEqual({ ok: false, error: { code: 'real' } });
    });

    test('that does not tell its packs yet is refused, whatever the version', () => {
      expect(readCode('TVFV-0000-5100-C5', realOf([one]))).toMatchObject({
        ok: false,
        error: { code: 'old' },
      });
    });
  });

  test('is not told of a form that was drawn for one learner', () => {
    const form = ownForm(offer, () => null, { seed: 1, extraMinutes: 0 });
    expect(codeOf(form.ok ? form.value : never())).toBeNull();
  });
});

test('the next form leaves out what stood on the one before, answered or not', async () => {
  const own = device();
  const tab = await openTab(sampleBrowser(own.clock), own);
  const first = attemptIn(tab, begin(tab)).form.questions.map(questionKey);
  const second = attemptIn(tab, begin(tab, 2)).form.questions.map(questionKey);
  expect(second.filter((key) => first.includes(key))).toEqual([]);
});

test('when all has been seen, a form takes what was seen longest ago, unanswered or not', async () => {
  const own = device();
  const tab = await openTab(sampleBrowser(own.clock), own);
  const sat = async (seed: number, isAnswered: boolean) => {
    const exam = begin(tab, seed);
    await sit(tab, exam);
    const { questions } = attemptIn(tab, exam).form;
    if (isAnswered) for (const place of questions.keys()) await answer(tab, place, 'a');
    tab.sitting.getState().handIn();
    await tab.report.getState().open(attemptIn(tab, exam), 'en');
    own.pass(24 * 60);
    return questions.map(questionKey).toSorted();
  };
  const first = await sat(1, true);
  const second = await sat(2, false);
  for (let seed = 3; seed <= 6; seed += 1) await sat(seed, seed % 2 === 1);
  expect(await sat(7, true)).toEqual(first);
  expect(await sat(8, true)).toEqual(second);
});
