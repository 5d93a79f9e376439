import { expect, test } from 'vitest';
import { readPack } from '#formats/markdown/read-pack.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { withCopy, withoutPart, withRenamed } from './structure.ts';

const night = { concept: 'work', scenario: 'night' };
const work = { concept: 'work', scenario: null };

const packOf = (files: ReturnType<typeof withCopy>) => {
  const { pack, problems } = readPack(files);
  expect(problems).toEqual([]);
  return pack;
};

test('a renamed scenario says what it was called', () => {
  const pack = packOf(withRenamed(smallPack, night, 'dusk'));
  expect(pack?.concepts[0]?.scenarios).toMatchObject([{ id: 'dusk', was: ['night'] }]);
});

test('renamed twice it remembers both names', () => {
  const once = withRenamed(smallPack, night, 'dusk');
  const pack = packOf(withRenamed(once, { concept: 'work', scenario: 'dusk' }, 'dawn'));
  expect(pack?.concepts[0]?.scenarios).toMatchObject([{ id: 'dawn', was: ['night', 'dusk'] }]);
});

test('a renamed concept takes its scenarios along', () => {
  const pack = packOf(withRenamed(smallPack, work, 'labour'));
  expect(pack?.concepts).toMatchObject([
    { id: 'labour', was: ['work'], scenarios: [{ id: 'night', was: [] }] },
  ]);
});

test('what is deleted is retired', () => {
  expect(packOf(withoutPart(smallPack, night))?.retired).toEqual(['work/night']);
  const pack = packOf(withoutPart(withoutPart(smallPack, night), work));
  expect(pack?.retired).toEqual(['work/night', 'work']);
  expect(pack?.concepts).toEqual([]);
});

test('a copy is a part of its own and has no former name', () => {
  const renamed = withRenamed(smallPack, night, 'dusk');
  const pack = packOf(withCopy(renamed, { concept: 'work', scenario: 'dusk' }, 'dawn'));
  expect(pack?.concepts[0]?.scenarios).toMatchObject([
    { id: 'dawn', was: [] },
    { id: 'dusk', was: ['night'] },
  ]);
});
