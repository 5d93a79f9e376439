import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isc, mit, parts } from './licences.ts';
import { releases } from './releases.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const ours: { version: string; dependencies: Record<string, string> } = JSON.parse(
  read('package.json'),
);

test('every dependency is named', () => {
  const names: readonly string[] = parts.map(({ name }) => name);
  expect(Object.keys(ours.dependencies).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(parts)('$name is under the licence that is named, with its holders', (part) => {
  const installed: { license: string } = JSON.parse(read(`node_modules/${part.name}/package.json`));
  expect(installed.license).toBe(part.licence);
  const file = part.name === 'react-router' || part.name === 'valibot' ? 'LICENSE.md' : 'LICENSE';
  const text = read(`node_modules/${part.name}/${file}`);
  for (const holder of part.holder.split(', ')) expect(text).toContain(holder);
});

const bare = (text: string) => text.replaceAll(/[“”"\s]+/g, ' ').trim();

test('the text of the licence is the one that the parts come with', () => {
  expect(bare(read('node_modules/zustand/LICENSE'))).toContain(bare(mit));
  expect(bare(read('node_modules/idb/LICENSE'))).toContain(bare(isc));
});

test('what is new begins with the present version', () => {
  expect(releases[0].version).toBe(ours.version);
});
