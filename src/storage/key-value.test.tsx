import { beforeEach, describe, expect, test } from 'vitest';
import { localKeyValue } from './key-value.ts';
import { memoryKeyValue } from './memory-key-value.ts';

beforeEach(() => window.localStorage.clear());

function smallMemory() {
  const store = memoryKeyValue();
  store.misbehave({ capacity: 1000 });
  return store;
}

describe.each([
  ['localStorage', () => localKeyValue(() => window.localStorage)],
  ['its twin of memory', smallMemory],
])('%s', (_, create) => {
  test('gives back what was written last', () => {
    const store = create();
    expect(store.get('a')).toBeNull();
    expect([store.set('a', 'one'), store.set('a', 'two')]).toEqual(['written', 'written']);
    expect(store.get('a')).toBe('two');
  });

  test('lists its keys, without those that were removed', () => {
    const store = create();
    for (const key of ['a', 'b', 'c']) store.set(key, key);
    expect(store.remove('b')).toBe(true);
    expect(store.keys().toSorted()).toEqual(['a', 'c']);
  });

  test('holds any text', () => {
    const store = create();
    const text = '\u0000\ud800 問答 "\\\n';
    store.set('a', text);
    expect(store.get('a')).toBe(text);
  });

  test('keeps the old value when a new one does not fit', () => {
    const store = create();
    store.set('a', 'old');
    expect(store.set('a', 'x'.repeat(6_000_000))).toBe('full');
    expect(store.get('a')).toBe('old');
  });
});

describe.each([
  [
    'localStorage',
    () =>
      localKeyValue(() => {
        throw new DOMException('denied', 'SecurityError');
      }),
  ],
  [
    'its twin of memory',
    () => {
      const store = memoryKeyValue([['a', 'one']]);
      store.misbehave({ isForbidden: true });
      return store;
    },
  ],
])('%s, forbidden', (_, create) => {
  test('throws nothing and holds nothing', () => {
    const store = create();
    expect([store.set('a', 'b'), store.get('a'), store.remove('a'), store.keys()]).toEqual([
      'unavailable',
      null,
      false,
      [],
    ]);
  });
});
