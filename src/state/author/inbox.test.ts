import { expect, test } from 'vitest';
import { memoryKeyValue } from '#storage/memory-key-value.ts';
import { createInbox } from './inbox.ts';

const report = {
  report: 1,
  pack: 'abcdefgh1234',
  version: '1.0.0',
  concept: 'work',
  scenario: 'night',
  language: 'en',
  wrong: 'A rope helps as well.',
} as const;

const fileOf = (value: unknown, path = 'a.mondo-report.json') => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

test('reports are kept until they are put away, each once', () => {
  const keyValue = memoryKeyValue();
  const inbox = createInbox(keyValue, 'me');
  const other = { ...report, scenario: 'day' };
  expect(inbox.getState().take([fileOf(report), fileOf(other), fileOf(report)])).toMatchObject({
    refused: [],
  });
  expect(inbox.getState().reports).toEqual([report, other]);
  const later = createInbox(keyValue, 'me');
  expect(later.getState().reports).toEqual([report, other]);
  later.getState().putAway(report);
  expect(createInbox(keyValue, 'me').getState().reports).toEqual([other]);
});

test('what is no report is refused by name, and the rest is taken', () => {
  const inbox = createInbox(memoryKeyValue(), 'me');
  const newer = fileOf({ ...report, report: 2 }, 'new.json');
  expect(inbox.getState().take([fileOf({}, 'x.json'), newer, fileOf(report)])).toEqual({
    reports: [report],
    refused: [
      { name: 'x.json', why: 'not-a-report' },
      { name: 'new.json', why: 'newer' },
    ],
  });
});

test('what is kept but is no report any longer is left out', () => {
  const keyValue = memoryKeyValue();
  keyValue.set('mondo/me/inbox', `1 ${JSON.stringify([report, { pack: '../x' }, 3])}`);
  expect(createInbox(keyValue, 'me').getState().reports).toEqual([report]);
});
