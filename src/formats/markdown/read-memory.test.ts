import { expect, test } from 'vitest';
import { newReadMemory, readPack } from './read-pack.ts';
import { smallPack, withFile } from './small-pack.ts';

const changes: readonly (readonly [what: string, files: ReadonlyMap<string, string>])[] = [
  ['nothing', smallPack],
  ['a scenario', withFile('concepts/work/night.md', (text) => text.replace('A lamp', 'A lantern'))],
  ['a broken scenario', withFile('concepts/work/night.md', () => 'no front matter')],
  ['a concept', withFile('concepts/work/concept.md', (text) => text.replace('quiet', 'still'))],
  ['what pack.yaml says', withFile('pack.yaml', (text) => text.replace('CC0-1.0', 'MIT'))],
  ['a broken pack.yaml', withFile('pack.yaml', () => 'uid: [')],
  ['no pack.yaml', new Map([...smallPack].filter(([path]) => path !== 'pack.yaml'))],
  ['the languages', withFile('pack.yaml', (text) => text.replace('[en, ja]', '[en]'))],
  ['a new file', new Map([...smallPack, ['concepts/work/day.md', 'nothing yet']])],
  ['a file less', new Map([...smallPack].filter(([path]) => !path.endsWith('night.md')))],
];

test.each(changes)('what is remembered of a pack is what would be read: %s', (_what, files) => {
  const memory = newReadMemory();
  readPack(smallPack, 'small', memory);
  const again = readPack(files, 'small', memory);
  expect(again).toEqual(readPack(files, 'small'));
  expect(readPack(smallPack, 'small', memory)).toEqual(readPack(smallPack, 'small'));
});

test('a scenario that has not changed is not read again', () => {
  const memory = newReadMemory();
  const first = readPack(smallPack, '', memory);
  const second = readPack(
    withFile('concepts/work/concept.md', (text) => text.replace('quiet', 'still')),
    '',
    memory,
  );
  expect(second.pack?.concepts[0]?.scenarios[0]).toBe(first.pack?.concepts[0]?.scenarios[0]);
});

test('pack.yaml, which each file needs, is not read again for each of them', () => {
  const memory = newReadMemory();
  const first = readPack(smallPack, '', memory);
  const changed = withFile('concepts/work/night.md', (text) => text.replace('A lamp', 'A lantern'));
  const second = readPack(changed, '', memory);
  expect(first.pack?.languages).toEqual(['en', 'ja']);
  expect(second.pack?.languages).toBe(first.pack?.languages);
});
