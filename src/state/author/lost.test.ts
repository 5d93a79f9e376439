import { expect, test } from 'vitest';
import { memoryKeyValue } from '#storage/memory-key-value.ts';
import { createLost } from './lost.ts';

/** Pages of one device. */
function device() {
  const keyValue = memoryKeyValue();
  return { keyValue, page: () => createLost(keyValue, 'me').getState() };
}

test('words that were lost are there when the page is opened again, until they are put away', () => {
  const { page } = device();
  page().lose('## What?');
  page().lose('## 何？');
  expect(page().words).toEqual(['## What?', '## 何？']);
  page().close();
  expect(page().words).toEqual([]);
});

test('what another tab has lost meanwhile is neither written over nor put away', () => {
  const { page } = device();
  const [one, other] = [page(), page()];
  one.lose('twice');
  other.lose('twice');
  other.lose('elsewhere');
  expect(page().words).toEqual(['twice', 'twice', 'elsewhere']);
  const { keyValue, page: open } = device();
  const here = createLost(keyValue, 'me');
  here.getState().lose('twice');
  open().lose('twice');
  here.getState().close();
  expect(open().words).toEqual(['twice']);
});

test('the latest are kept, in number and in letters, and in the page all are shown', () => {
  const { keyValue, page } = device();
  const lost = createLost(keyValue, 'me');
  for (let count = 1; count <= 60; count += 1) lost.getState().lose(`word ${count}`);
  expect(lost.getState().words).toHaveLength(60);
  expect([page().words.length, page().words[0], page().words.at(-1)]).toEqual([
    50,
    'word 11',
    'word 60',
  ]);
  lost.getState().lose('x'.repeat(49_990));
  expect(page().words).toEqual(['word 60', 'x'.repeat(49_990)]);
});

test('where nothing can be kept, and where what is kept is no list of words, they are shown all the same', () => {
  const { keyValue, page } = device();
  keyValue.set('mondo/me/lost', 'broken');
  const lost = createLost(keyValue, 'me');
  expect(lost.getState().words).toEqual([]);
  lost.getState().lose('here');
  expect(page().words).toEqual(['here']);
  const full = createLost({ ...keyValue, get: () => null, set: () => 'full' }, 'me');
  full.getState().lose('here');
  expect(full.getState().words).toEqual(['here']);
});
