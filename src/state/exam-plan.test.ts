import { expect, test } from 'vitest';
import { settingFact, type SettingKey, type Settings } from '#core/journal/settings.ts';
import type { LibraryIndex } from '#core/pack/library.ts';
import { samplePack } from '#core/study/sample.ts';
import { dayPlan, type PlanWorker } from './exam-plan.ts';
import { answerTo, memoryStores, newDevice } from './memory-stores.ts';
import type { Stores } from './stores.ts';

// It is 24 November 2026 there, in Tokyo.

const packs: LibraryIndex['packs'] = [
  { ...samplePack({ uid: 'packpackpack', concepts: 20 }), keysFile: 'keys.json' },
];

const set = <K extends SettingKey>({ learner, clock }: Stores, key: K, value: Settings[K]) =>
  learner.getState().record([settingFact(key, value)], clock());

async function withExam(device = newDevice()): Promise<Stores> {
  const stores = await memoryStores(device, packs);
  set(stores, 'exam', 'packpackpack');
  set(stores, 'examDate', '2026-12-20');
  return stores;
}

const plan = (stores: Stores) => dayPlan(stores, stores.learner.getState().learner, stores.clock());

const queue = ({ session }: Stores) => {
  const present = session.getState().session;
  if (present?.phase !== 'asking') throw new Error('nothing is asked');
  return [present.item, ...present.line.items].map(({ concept }) => concept);
};

test('a plan is made for an exam with a date ahead, once for the same learner and day', async () => {
  const stores = await withExam();
  const made = await plan(stores);
  expect(made?.order).toHaveLength(20);
  expect(made?.covered).toBeNull();
  expect(await plan(stores)).toBe(made);
  set(stores, 'minutesPerDay', 40);
  expect(await plan(stores)).not.toBe(made);
});

test('packs that have come or gone since are in the next plan or out of it, though nothing was answered', async () => {
  const stores = await withExam();
  expect((await plan(stores))?.scope.size).toBe(20);
  stores.library.setState({ packs: [samplePack({ uid: 'packpackpack', concepts: 24 })] });
  expect((await plan(stores))?.scope.size).toBe(24);
  stores.library.setState({ packs: [] });
  expect(await plan(stores)).toBeNull();
});

test.each([
  ['without a date', 'examDate', null],
  ['after it', 'examDate', '2026-11-20'],
  ['without an exam', 'exam', null],
  ['of an exam without concepts here', 'exam', 'aws-clf-c02'],
] as const)('%s there is none', async (_, key, value) => {
  const stores = await withExam();
  set(stores, key, value);
  expect(await plan(stores)).toBeNull();
});

test('on the day itself the plan asks nothing, and nothing new of whoever wants to all the same', async () => {
  const stores = await withExam();
  set(stores, 'examDate', '2026-11-24');
  stores.learner.getState().record([answerTo('c3')], stores.clock());
  expect(await plan(stores)).toMatchObject({ order: [], budget: { today: 0, left: 0 } });
  await stores.session.getState().start({ mode: 'study', filter: { minutes: 15 } });
  expect(stores.session.getState().session?.phase).toBe('done');
});

test('a real exam says how much of it is covered', async () => {
  const covers = { 'aws-saa-c03': { d0: { secure: ['1.3'] }, d1: { cost: [] } } };
  const [first] = packs;
  if (!first) throw new Error('no pack');
  const stores = await memoryStores(newDevice(), [{ ...first, covers }]);
  set(stores, 'exam', 'aws-saa-c03');
  set(stores, 'examDate', '2026-12-20');
  expect((await plan(stores))?.covered).toEqual({ tasks: 1, of: 14 });
});

test('a pack that is off has no part in a plan, nor in what is covered', async () => {
  const covers = {
    packpackpack: { 'aws-saa-c03': { d0: { secure: ['1.3'] } } },
    otherotherot: { 'aws-saa-c03': { d0: { secure: ['1.2'] } } },
  };
  const both = Object.entries(covers).map(([uid, of]) => ({
    ...samplePack({ uid, concepts: 20 }),
    keysFile: 'keys.json',
    covers: of,
  }));
  const stores = await memoryStores(newDevice(), both);
  set(stores, 'exam', 'aws-saa-c03');
  set(stores, 'examDate', '2026-12-20');
  expect(await plan(stores)).toMatchObject({ covered: { tasks: 2 }, scope: { size: 20 } });
  set(stores, 'packsOff', ['otherotherot']);
  expect(await plan(stores)).toMatchObject({ covered: { tasks: 1 }, scope: { size: 10 } });
  set(stores, 'packsOff', ['packpackpack', 'otherotherot']);
  expect(await plan(stores)).toBeNull();
});

test('a worker that fails leaves the day without a plan, until somebody asks again', async () => {
  const stores = await withExam();
  const broken = (): PlanWorker => ({
    postMessage: () => undefined,
    addEventListener(type, listen) {
      if (type === 'error') queueMicrotask(() => listen({}));
    },
    terminate: () => undefined,
  });
  const { learner } = stores.learner.getState();
  expect(await dayPlan({ ...stores, openPlanner: broken }, learner, stores.clock())).toBeNull();
  // The next who asks has it tried again, though nothing has changed.
  expect((await plan(stores))?.order).toHaveLength(20);
});

test('whoever begins without a look at Today follows the plan', async () => {
  const stores = await withExam();
  await stores.session.getState().start({ mode: 'study', filter: {} });
  const made = await plan(stores);
  expect(new Set(queue(stores))).toEqual(
    new Set(made?.order.slice(0, 20).map((key) => key.split('/')[1])),
  );
  const started = (await stores.journal.all()).filter(({ type }) => type === 'session-started');
  expect(started).toMatchObject([{ filter: { planned: true } }]);
});

test('a session that followed the plan goes on in its order after a reload', async () => {
  const device = newDevice();
  const stores = await withExam(device);
  await stores.session.getState().start({ mode: 'study', filter: {} });
  const before = queue(stores);
  stores.journal.close();
  const later = await memoryStores({ ...device, seed: 2 }, packs);
  await later.session.getState().enter();
  expect(queue(later)).toEqual(before);
});
