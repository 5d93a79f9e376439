import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { createImporting } from './importing.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const job = { files: [], format: null, language: 'en', mapping: null } as const;
const report = (title: string) =>
  ({ type: 'items', format: 'gift', title, items: [], remarks: [], table: null }) as const;

/** A reading whose worker is played by the test. */
function played() {
  const lines: { hear: (message: FromWorker) => void; fail: () => void; sent: ToWorker[] }[] = [];
  const store = createImporting(
    (hear, fail) => {
      const sent: ToWorker[] = [];
      lines.push({ hear, fail, sent });
      return { send: (message) => sent.push(message), close: () => undefined };
    },
    () => instant(0),
  );
  return { lines, store };
}

test('a report on what was wanted before is not taken for the one that is wanted now', () => {
  const { lines, store } = played();
  store.getState().read(job);
  store.getState().read({ ...job, language: 'ja' });
  const [line] = lines;
  const [first = 0, second = 0] = (line?.sent ?? []).flatMap((message) =>
    message.type === 'import' ? [message.ask] : [],
  );
  line?.hear({ type: 'imported', ask: first, report: report('in English') });
  expect(store.getState().stage.is).toBe('reading');
  line?.hear({ type: 'imported', ask: second, report: report('in Japanese') });
  expect(store.getState().stage).toMatchObject({ is: 'done', report: report('in Japanese') });
  store.getState().reset();
});

test('a worker that breaks while it reads ends the reading; the next has a new one', () => {
  const { lines, store } = played();
  store.getState().read(job);
  lines[0]?.fail();
  expect(store.getState().stage).toEqual({ is: 'stopped', why: 'broken' });
  store.getState().read(job);
  expect(lines).toHaveLength(2);
  expect(store.getState().stage).toMatchObject({ is: 'reading' });
  store.getState().reset();
});

test('items that went with their worker are said to be lost, and nobody waits for a draft of them', async () => {
  const { lines, store } = played();
  store.getState().read(job);
  lines[0]?.hear({ type: 'imported', ask: 1, report: report('Old') });
  const drafted = store.getState().draft({ to: 'draft', files: new Map() });
  lines[0]?.fail();
  expect(await drafted).toBeNull();
  expect(store.getState().stage).toEqual({ is: 'stopped', why: 'lost' });
  expect(await store.getState().draft({ to: 'draft', files: new Map() })).toBeNull();
});
