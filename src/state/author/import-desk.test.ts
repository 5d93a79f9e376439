import { expect, test, vi } from 'vitest';
import { withRevisions } from '#core/pack/revisions.ts';
import { samplePack } from '#core/pack/rules/sample.ts';
import { writeArchive, writeDocument } from '#formats/archive.ts';
import { digest } from '#formats/digest.ts';
import { joinFiles } from '#formats/markdown/single-file.ts';
import { writePack } from '#formats/markdown/write.ts';
import { createDesk } from './desk.ts';
import { createImportDesk } from './import-desk.ts';
import type { FromWorker } from './messages.ts';

const gift = (count: number) => ({
  path: `${count}.gift`,
  bytes: new TextEncoder().encode('What is it? {=one ~two}\n\n'.repeat(count)),
});
const jobOf = (...counts: readonly number[]) =>
  ({ files: counts.map(gift), format: null, language: 'en', mapping: null }) as const;

test('a reading tells how far it is; over several files, without a sum that nobody knows yet', async () => {
  const told: (readonly [number, number | null])[] = [];
  const tell = (read: number, of: number | null) => told.push([read, of]);
  await createImportDesk().read(jobOf(2), tell);
  expect(told.splice(0)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  await createImportDesk().read(jobOf(2, 1), tell);
  expect(told).toEqual([
    [0, null],
    [1, null],
    [2, null],
  ]);
});

const encode = (content: string | Uint8Array) =>
  new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
const pack = await withRevisions(samplePack(), digest);
const folder = writePack(pack);

test.each([
  ['a folder', [...folder].map(([path, content]) => ({ path, bytes: encode(content) }))],
  ['one Markdown file', [{ path: 'a.md', bytes: encode(joinFiles(folder)) }]],
  ['a shared document', [{ path: 'a.mondo.json', bytes: encode(writeDocument(pack)) }]],
  ['a shared archive', [{ path: 'a.mondo', bytes: writeArchive(pack, new Map()) }]],
])('how far it is shows with a pack of ours as well: %s', async (_what, files) => {
  const told: (readonly [number, number | null])[] = [];
  const report = await createImportDesk().read({ ...jobOf(), files }, (read, of) =>
    told.push([read, of]),
  );
  const count = report.type === 'pack' ? report.scenarios : 0;
  expect(count).toBeGreaterThan(1);
  expect(told).toEqual(Array.from({ length: count }, (_one, read) => [read, count]));
});

test('rows that say themselves what they are leave nothing to be chosen', async () => {
  const read = (text: string) =>
    createImportDesk().read({
      ...jobOf(),
      files: [{ path: 'a.csv', bytes: new TextEncoder().encode(text) }],
    });
  const rows = 'NewQuestion,TF\nQuestionText,Rain is wet.\nTRUE,100\nFALSE,0\n';
  expect(await read(rows)).toMatchObject({ items: [{ state: 'taken' }], table: null });
  expect(await read('question,a,b,answer\nQ?,x,y,A\n')).toMatchObject({
    table: { columns: ['question', 'a', 'b', 'answer'] },
  });
});

test('the page hears of it seldom, however many items there are', async () => {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const heard: FromWorker[] = [];
  createDesk((message) => heard.push(message))({ type: 'import', ask: 7, job: jobOf(1000) });
  await vi.waitFor(() => expect(heard.at(-1)?.type).toBe('imported'));
  vi.restoreAllMocks();
  const told = heard.flatMap((message) => (message.type === 'progress' ? [message] : []));
  expect(told).toHaveLength(10);
  expect(told[1]).toEqual({ type: 'progress', ask: 7, progress: { read: 100, of: 1000 } });
});
