import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { createImporting } from './importing.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const job = { files: [], format: null, language: 'en', mapping: null } as const;
const report = (title: string) =>
  ({ type: 'items', format: 'gift', title, items: [], remarks: [], table: null }) as const;

test('a report on what was wanted before is not taken for the one that is wanted now', () => {
  const sent: ToWorker[] = [];
  let hear: (message: FromWorker) => void = () => undefined;
  const importing = createImporting(
    (listen) => {
      hear = listen;
      return { send: (message) => sent.push(message), close: () => undefined };
    },
    () => instant(0),
  );
  importing.getState().read(job);
  importing.getState().read({ ...job, language: 'ja' });
  const [first = 0, second = 0] = sent.flatMap((message) =>
    message.type === 'import' ? [message.ask] : [],
  );
  hear({ type: 'imported', ask: first, report: report('in English') });
  expect(importing.getState().stage.is).toBe('reading');
  hear({ type: 'imported', ask: second, report: report('in Japanese') });
  expect(importing.getState().stage).toMatchObject({ is: 'done', report: report('in Japanese') });
  importing.getState().reset();
});
