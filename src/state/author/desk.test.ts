import { expect, test, vi } from 'vitest';
import { createDesk } from './desk.ts';
import type { FromWorker } from './messages.ts';

vi.mock('./import-desk.ts', () => {
  throw new Error('the file that reads foreign files could not be fetched');
});

test('what cannot be had is answered all the same', async () => {
  const heard: FromWorker[] = [];
  const desk = createDesk((message) => heard.push(message));
  desk({
    type: 'import',
    ask: 1,
    job: { files: [], format: null, language: 'en', mapping: null },
  });
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'broken' }]));
});
