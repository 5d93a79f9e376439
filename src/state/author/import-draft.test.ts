import * as fake from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { addToDraft } from './import-draft.ts';
import { authorStoresOf } from './stores.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

test('what could not be kept is not in the draft, and comes in once when it can be', async () => {
  const stores = await memoryStores();
  const { editor } = authorStoresOf(stores);
  const made = await editor.getState().create(smallPack);
  if (typeof made === 'string') throw new Error(made);
  const brought = new Map([['notes/more.md', 'words']]);
  const storage = draftsOf(stores.ports);
  const { write } = storage;
  Object.assign(storage, { write: async () => 'full' });
  const report = {
    type: 'pack',
    format: 'mondo',
    title: '',
    files: brought,
    concepts: 0,
    scenarios: 0,
    problems: [],
    isFromDocument: false,
  } as const;
  expect(await addToDraft(stores, report, made.id)).toBeNull();
  Object.assign(storage, { write });
  await editor.getState().leave();
  const kept = await editor.getState().peek(made.id);
  expect(kept?.has('notes/more.md')).toBe(false);
  expect(await addToDraft(stores, report, made.id)).toBe(made.id);
});
