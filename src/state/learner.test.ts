import { expect, test, vi } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import type { Fact } from '#core/journal/event.ts';
import { answerFact } from '#core/exam/sample.ts';
import { replay } from '#core/journal/learner.ts';
import { writeLearner } from '#core/journal/learner-text.ts';
import { settingFact } from '#core/journal/settings.ts';
import { answered, noon } from '#core/study/sample.ts';
import { openJournal } from '#storage/journal.ts';
import { createLearnerStore, type LearnerStore } from './learner.ts';
import { openLearner, sampleBrowser, settled } from './sample.ts';

function answer(concept: string, right = true): Fact<'answered'> {
  const { writer: _w, seq: _s, at: _a, offset: _o, epoch: _e, ...fact } = answered(1, noon(0));
  return { ...fact, concept, right };
}

const key = (concept: string) => conceptKey('pack', concept);

test('an answer counts at once, and is marked saved when both copies have it', async () => {
  const store = await openLearner(sampleBrowser()());
  store.getState().record([answer('c1')], noon(20_000));
  expect(store.getState().learner.answers).toBe(1);
  expect(store.getState().mark).toBe('saving');
  await settled();
  expect(store.getState().mark).toBe('both');
});

test('after a restart the learner is the same, with a snapshot and without', async () => {
  const browser = sampleBrowser();
  const first = await openLearner(browser());
  first.getState().record([answer('c1'), settingFact('newPerDay', 3)], noon(20_000));
  await settled();
  const second = await openLearner(browser());
  expect(second.getState().learner).toEqual(first.getState().learner);
  await second.getState().rest();
  second.getState().record([answer('c2', false)], noon(20_001));
  await settled();
  const third = await openLearner(browser());
  expect(third.getState().learner.answers).toBe(2);
  expect(third.getState().learner.settings.newPerDay).toBe(3);
  expect(third.getState().learner.concepts.get(key('c2'))?.lastRight).toBe(false);
});

test('undoing an answer gives the learner as it was, also when a snapshot already holds the answer', async () => {
  const browser = sampleBrowser();
  const before = await openLearner(browser());
  before.getState().record([answer('c1')], noon(20_000));
  await settled();
  const memory = before.getState().learner.concepts.get(key('c1'));
  const [event] = before.getState().record([answer('c1', false)], noon(20_001));
  await settled();
  await before.getState().rest();

  const after = await openLearner(browser());
  expect(after.getState().learner.concepts.get(key('c1'))?.lastRight).toBe(false);
  if (!event) throw new Error('nothing was recorded');
  after
    .getState()
    .record([{ type: 'undone', ref: { writer: event.writer, seq: event.seq } }], noon(20_002));
  // Back behind the snapshot the whole journal is read, which takes as long as it takes.
  await vi.waitFor(() => {
    expect(after.getState().learner.concepts.get(key('c1'))).toEqual(memory);
  });
  expect(after.getState().learner.answers).toBe(1);
});

test('a day on which the answers of a mock are undone is none of a mock, with a snapshot of it and without', async () => {
  const browser = sampleBrowser();
  const store = await openLearner(browser());
  const exam = { ...answerFact(0), exam: 'exam' };
  const [kept] = store.getState().record([exam], noon(20_000));
  const [gone] = store.getState().record([exam], noon(20_001));
  if (!kept || !gone) throw new Error('nothing was recorded');
  await settled();
  await store.getState().rest();
  const days = ({ getState }: LearnerStore) => [...getState().learner.mocks];
  expect(days(store)).toEqual([20_000, 20_001]);
  const undo = ({ writer, seq }: typeof gone): Fact => ({ type: 'undone', ref: { writer, seq } });
  const later = await openLearner(browser());
  later.getState().record([undo(gone)], noon(20_002));
  await vi.waitFor(() => expect(days(later)).toEqual([20_000]));
  const [third] = later.getState().record([exam], noon(20_003));
  if (!third) throw new Error('nothing was recorded');
  later.getState().record([undo(third)], noon(20_004));
  await vi.waitFor(() => expect(days(later)).toEqual([20_000]));
});

test('an answer of an exam copies nothing of what is known', async () => {
  const store = await openLearner(sampleBrowser()());
  const { record } = store.getState();
  record([answer('c1'), { ...answerFact(0), exam: 'exam' }], noon(20_000));
  const before = store.getState().learner;
  record([{ ...answerFact(1), exam: 'exam' }], noon(20_000, 1));
  const { concepts, scenarios, days, mocks } = store.getState().learner;
  expect(concepts).toBe(before.concepts);
  expect(scenarios).toBe(before.scenarios);
  expect(days).toBe(before.days);
  expect(mocks).toBe(before.mocks);
});

test('two tabs show the same, whichever was answered in', async () => {
  const browser = sampleBrowser();
  const left = await openLearner(browser());
  const right = await openLearner(browser());
  left.getState().record([answer('c1')], noon(20_000));
  await settled();
  right.getState().record([answer('c2')], noon(20_000, 1));
  await settled();
  expect(left.getState().learner.answers).toBe(2);
  expect(left.getState().learner.concepts).toEqual(right.getState().learner.concepts);
});

test.each([
  [5, ['mocks']],
  [4, ['mocks', 'rules']],
])(
  'what was moved to a file is not forgotten by a Mondo that no longer writes snapshots of version %i',
  async (version, without) => {
    const ports = sampleBrowser()();
    const { journal, ...opened } = await openJournal(ports);
    const known = replay([answered(1, noon(20_000), { concept: 'c1' })]);
    const former = { ...JSON.parse(writeLearner(known)), version };
    for (const name of without) delete former[name];
    const state = JSON.stringify(former);
    const snapshot = { vector: new Map(), epoch: 0, state };
    const restart = (isArchived: boolean) =>
      createLearnerStore({ ...opened, journal, snapshot, isArchived, tail: [] });
    const archived = await restart(true);
    expect(archived.getState().learner).toMatchObject({ answers: 1 });
    const whole = await restart(false);
    expect(whole.getState().learner.answers).toBe(0);
  },
);

test('a snapshot that cannot be read is told where old answers stand in a file, and kept until that is put up with', async () => {
  const { journal, ...opened } = await openJournal(sampleBrowser()());
  const saveSnapshot = vi.fn<() => Promise<void>>(async () => undefined);
  let ground = { snapshot: { vector: new Map(), epoch: 0, state: 'broken' }, isArchived: true };
  const again = async () => ({ ...ground, tail: [] });
  const restart = (isArchived: boolean) =>
    createLearnerStore({
      ...opened,
      ...ground,
      isArchived,
      tail: [],
      journal: { ...journal, saveSnapshot, again },
    });
  const codes = ({ getState }: LearnerStore) => getState().troubles.map(({ code }) => code);
  expect(codes(await restart(false))).toEqual([]);
  const store = await restart(true);
  expect(codes(store)).toEqual(['archive-needed']);
  await store.getState().rest();
  expect(saveSnapshot).not.toHaveBeenCalled();
  await store.getState().reread();
  expect(codes(store)).toEqual(['archive-needed']);
  // With the file imported nothing stands in it alone.
  ground = { ...ground, isArchived: false };
  await store.getState().reread();
  expect(codes(store)).toEqual([]);
  await store.getState().rest();
  expect(saveSnapshot).toHaveBeenCalledOnce();

  const other = await restart(true);
  for (const trouble of other.getState().troubles) other.getState().dismiss(trouble);
  // At once: a reload would tell it again.
  await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalledTimes(2));
});
