import { expect, test, vi } from 'vitest';
import { smallPack, withFile } from '#formats/markdown/small-pack.ts';
import { createCheckup } from './checkup.ts';
import { createDesk } from './desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Wire } from './wire.ts';

const FILE = 'concepts/work/night.md';

/** The worker's desk in the same thread, with what went over the wire. */
function checkup() {
  const sent: ToWorker[] = [];
  const connect = (hear: (message: FromWorker) => void): Wire => {
    const desk = createDesk(hear);
    return {
      send(message) {
        sent.push(structuredClone(message));
        desk(message);
      },
      close: () => undefined,
    };
  };
  return { sent, store: createCheckup(connect, () => '2026-11-20') };
}

test('the file in hand is told at once, the whole a moment later', async () => {
  const { store } = checkup();
  store.getState().look(smallPack, FILE);
  expect(store.getState().focus).toMatchObject({ file: FILE, seen: { type: 'scenario' } });
  expect(store.getState().isLooking).toBe(true);
  await vi.waitFor(() => expect(store.getState().isLooking).toBe(false));
  expect(store.getState().whole?.outline?.concepts).toMatchObject([
    { id: 'work', scenarios: [{ id: 'night', title: { en: 'What helps?' } }] },
  ]);
  expect(store.getState().whole?.coverage?.thin).toEqual([{ id: 'work', scenarios: 1, unread: 0 }]);
});

test('what the whole examination finds in a file is found at once as well', async () => {
  const { store } = checkup();
  store.getState().look(smallPack, FILE);
  const codes = store.getState().focus?.problems.map(({ code }) => code);
  await vi.waitFor(() => expect(store.getState().whole).not.toBeNull());
  const whole = store.getState().whole?.problems.filter(({ file }) => file === FILE);
  expect(codes).toEqual(whole?.map(({ code }) => code));
});

test('only what has changed goes over the wire', () => {
  const { store, sent } = checkup();
  store.getState().look(smallPack, FILE);
  const changed = withFile(FILE, (text) => text.replace('A lamp', 'A lantern'));
  store.getState().look(changed, FILE);
  const files = sent.filter((message) => message.type === 'files');
  expect(files.map(({ isWhole, set }) => [isWhole, set.length])).toEqual([
    [true, smallPack.size],
    [false, 1],
  ]);
});

test('a scenario can be looked at while its concept cannot be read', () => {
  const { store } = checkup();
  const files = withFile('concepts/work/concept.md', () => 'nothing');
  store.getState().look(files, FILE);
  expect(store.getState().focus?.seen).toMatchObject({
    type: 'scenario',
    labels: { en: ['Nights', 'work'] },
  });
});

test('a file that cannot be read shows nothing, and says why', () => {
  const { store } = checkup();
  store.getState().look(
    withFile(FILE, () => 'nothing'),
    FILE,
  );
  expect(store.getState().focus).toMatchObject({
    seen: null,
    problems: [{ code: 'front_matter_missing' }],
  });
});

const wish = {
  to: 'mondo-json',
  language: 'en',
  part: 'all',
  variant: 1,
  words: {
    name: '',
    date: '',
    points: '',
    answers: '',
    rightWhen: 'Right when',
    decides: '',
    rule: '',
  },
} as const;

test('the draft is written as a pack that has its revisions', async () => {
  const { store } = checkup();
  const exported = await store.getState().write(smallPack, wish);
  expect(exported).toMatchObject({
    ending: '.mondo.json',
    content: expect.stringMatching(/"keyRev":"[\w-]{8}"/),
  });
});

test.each([
  ['mondo-json', [FILE, 'notes/note.md']],
  ['gift', [FILE, 'notes/note.md']],
  ['folder', []],
  ['markdown', []],
] as const)('what cannot be read is left out of %s, and that is said', async (to, unread) => {
  const { store } = checkup();
  const files = new Map([...smallPack, [FILE, 'nothing'], ['notes/note.md', 'nothing']]);
  expect(await store.getState().write(files, { ...wish, to })).toMatchObject({ unread });
  expect(await store.getState().write(smallPack, { ...wish, to })).toMatchObject({ unread: [] });
});

test('what comes back goes to the wish that it answers, in whatever order it comes', async () => {
  const heard: { hear: (message: FromWorker) => void } = { hear: () => undefined };
  const jobs: number[] = [];
  const store = createCheckup(
    (hear) => {
      heard.hear = hear;
      return {
        send(message) {
          if (message.type === 'export') jobs.push(message.job);
        },
        close: () => undefined,
      };
    },
    () => '2026-11-20',
  );
  const { write, close } = store.getState();
  const both = [write(smallPack, wish), write(smallPack, { ...wish, to: 'gift' })];
  const written = (ending: string) => ({ content: '', ending, losses: [], unread: [] });
  const [first = 0, second = 0] = jobs;
  heard.hear({ type: 'exported', job: second, exported: written('.gift') });
  heard.hear({ type: 'exported', job: first, exported: written('.json') });
  expect(await Promise.all(both)).toMatchObject([{ ending: '.json' }, { ending: '.gift' }]);
  // The worker is let go, and with it the answer: who comes next does not get it, and nobody waits for ever.
  const forgotten = write(smallPack, wish);
  close();
  expect(await forgotten).toBeNull();
  const next = write(smallPack, wish);
  const [, , , last = 0] = jobs;
  heard.hear({ type: 'exported', job: last, exported: written('.next') });
  expect(await next).toMatchObject({ ending: '.next' });
});

test('what is typed while a draft is written is not in what is written', async () => {
  const { store } = checkup();
  const written = store.getState().write(smallPack, wish);
  store.getState().look(
    withFile(FILE, (text) => text.replaceAll('A lamp', 'A lantern')),
    FILE,
  );
  expect(await written).toMatchObject({ content: expect.stringContaining('A lamp') });
});

/** A line whose worker can be broken, and what its next one is told. */
function breakable() {
  const lines: { hear: (message: FromWorker) => void; fail: () => void; sent: ToWorker[] }[] = [];
  const store = createCheckup(
    (hear, fail) => {
      const sent: ToWorker[] = [];
      lines.push({ hear, fail, sent });
      return { send: (message) => sent.push(message), close: () => undefined };
    },
    () => '2026-11-20',
  );
  return { lines, store };
}

test('a worker that breaks is said to have broken, and the next look is by a new one that knows all files', () => {
  const { lines, store } = breakable();
  store.getState().look(smallPack, FILE);
  lines[0]?.fail();
  expect(store.getState()).toMatchObject({ isLooking: false, isBroken: true });
  store.getState().look(smallPack, FILE);
  expect(lines).toHaveLength(2);
  expect(lines[1]?.sent[0]).toMatchObject({ type: 'files', isWhole: true });
  // Whether it is mended shows only when it answers.
  expect(store.getState()).toMatchObject({ isLooking: true, isBroken: true });
  lines[1]?.hear({ type: 'whole', ask: 2, end: 'same' });
  expect(store.getState()).toMatchObject({ isLooking: false, isBroken: false });
});

test('what a worker that broke has told is not taken for what the next one tells', () => {
  const { lines, store } = breakable();
  const problem = {
    severity: 'error',
    file: FILE,
    line: 1,
    column: 1,
    path: [],
    code: 'bad_date',
    params: {},
  } as const;
  store.getState().look(smallPack, FILE);
  lines[0]?.hear({ type: 'news', news: { problems: [[FILE, [problem]]], concepts: [] } });
  lines[0]?.hear({ type: 'whole', ask: 1, end: 'same' });
  expect(store.getState().whole?.problems).toEqual([problem]);
  lines[0]?.fail();
  store.getState().look(smallPack, FILE);
  lines[1]?.hear({ type: 'whole', ask: 2, end: 'same' });
  expect(store.getState().whole?.problems).toEqual([]);
});

test('an answer to an older wish is not shown, and its news are not lost', () => {
  const { lines, store } = breakable();
  store.getState().look(smallPack, FILE);
  store.getState().look(smallPack, FILE);
  const concept = { id: 'work', title: { en: 'Night work' }, domain: 'nights', scenarios: [] };
  const frame = { languages: ['en'], domains: [], terms: [], notes: [], cases: [] } as const;
  const outline = { ...frame, concepts: ['work'] };
  lines[0]?.hear({ type: 'news', news: { problems: [], concepts: [concept] } });
  lines[0]?.hear({ type: 'whole', ask: 1, end: { silenced: 0, coverage: null, outline } });
  expect(store.getState().whole).toBeNull();
  lines[0]?.hear({ type: 'whole', ask: 2, end: 'same' });
  expect(store.getState().whole?.outline?.concepts).toEqual([concept]);
});

test('nobody waits for a pack or an export from a worker that broke', async () => {
  const { lines, store } = breakable();
  const both = [store.getState().write(smallPack, wish), store.getState().pack(smallPack)];
  lines[0]?.fail();
  expect(await Promise.all(both)).toEqual(['broken', 'broken']);
});
