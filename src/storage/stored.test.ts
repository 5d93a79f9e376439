import { describe, expect, test } from 'vitest';
import { memoryKeyValue } from './memory-key-value.ts';
import type { StoredOptions } from './stored.ts';
import { stored } from './stored.ts';

const parse = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function place(text?: string, options: Partial<StoredOptions<string>> = {}) {
  const keyValue = memoryKeyValue(text === undefined ? [] : [['mondo/me/screen', text]]);
  const value = stored<string>({
    keyValue,
    key: 'mondo/me/screen',
    version: 2,
    parse,
    fallback: 'today',
    migrations: new Map([[1, (old) => `${String(old)}!`]]),
    ...options,
  });
  return { keyValue, value };
}

describe('a stored value', () => {
  test('is the fallback at first, and then what was written', () => {
    const { value } = place();
    expect(value.read()).toEqual({ value: 'today' });
    expect(value.write('packs')).toBe('written');
    expect(value.read()).toEqual({ value: 'packs' });
  });

  test('of a former version is brought up to date', () => {
    expect(place('1 "packs"').value.read()).toEqual({ value: 'packs!' });
  });

  test.each(['', 'packs', '2 {', '2 7', '0 "packs"', '1'])(
    'that cannot be read (%j) is told, and copied before it is overwritten',
    (text) => {
      const { keyValue, value } = place(text);
      expect(value.read()).toEqual({ value: 'today', trouble: 'unreadable', text });
      expect(value.write('packs')).toBe('written');
      expect(keyValue.get('mondo/me/screen/aside')).toBe(text);
    },
  );

  test('that cannot be read stays when no copy can be made', () => {
    const { keyValue, value } = place('2 {');
    keyValue.misbehave({ fullAt: 1 });
    expect(value.write('packs')).toBe('full');
    expect(keyValue.get('mondo/me/screen')).toBe('2 {');
  });

  test('of a newer Mondo is not touched', () => {
    const { keyValue, value } = place('3 {"new":true}');
    expect(value.read()).toMatchObject({ value: 'today', trouble: 'newer' });
    expect(value.write('packs')).toBe('newer');
    expect(keyValue.get('mondo/me/screen')).toBe('3 {"new":true}');
  });

  test('with a gap in its migrations is refused at once', () => {
    expect(() => place(undefined, { version: 3 })).toThrow('no migration from version 2');
  });
});
