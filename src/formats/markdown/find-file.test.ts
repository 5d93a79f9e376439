import { expect, test } from 'vitest';
import { fileOf } from './find-file.ts';
import { smallPack } from './small-pack.ts';

const renamed = new Map(
  [...smallPack].map(([path, text]): [string, string] => {
    if (path === 'concepts/work/concept.md')
      return [
        'concepts/night-work/concept.md',
        text.replace('domain:', 'was: [toil, work]\ndomain:'),
      ];
    if (path === 'concepts/work/night.md')
      return ['concepts/night-work/dark.md', text.replace('kind:', 'was: [night]\nkind:')];
    return [path, text];
  }),
);

test.each([
  ['work', 'night', 'concepts/work/night.md'],
  ['work', undefined, 'concepts/work/concept.md'],
  ['work', 'morning', null],
  ['play', 'night', null],
])('%s/%s stands in %s', (concept, scenario, file) => {
  expect(fileOf(smallPack, concept, scenario)).toBe(file);
});

test.each([
  ['work', 'night', 'concepts/night-work/dark.md'],
  ['toil', undefined, 'concepts/night-work/concept.md'],
  ['night-work', 'dark', 'concepts/night-work/dark.md'],
  ['night-work', 'gone', null],
])('%s/%s is found under the id that it has now', (concept, scenario, file) => {
  expect(fileOf(renamed, concept, scenario)).toBe(file);
});
