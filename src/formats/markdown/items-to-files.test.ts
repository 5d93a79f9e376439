import { expect, test } from 'vitest';
import { readGift } from '#formats/gift/read.ts';
import { itemsToFiles } from './items-to-files.ts';
import { newPackFiles } from './new-files.ts';
import { readPack } from './read-pack.ts';

const languages = ['en', 'ja'];

const head = newPackFiles({
  uid: 'abcdefgh1234',
  title: 'Old questions',
  languages,
  author: 'Hanako',
  licence: 'CC0-1.0',
  domain: 'Main',
  released: '2026-11-20',
});

function draft(gift: string, language = 'en', taken: readonly string[] = []) {
  const imported = readGift({ name: 'a', bytes: new TextEncoder().encode(gift), language });
  const files = itemsToFiles(imported, {
    languages,
    taken: new Set(taken),
    domainOf: ([first]) => (first === 'Nights' ? 'nights' : 'main'),
  });
  return { files, ...readPack(new Map([...head, ...files])) };
}

test('each question that was taken is a concept with one scenario, and can be read', () => {
  const { pack, problems } = draft(
    '::Night:: What shines? {=lamp#It does. ~rope ~bell ~drum}\n\n::Order:: Pair {=a -> 1 =b -> 2}\n\n::Type:: Say it {=lamp =light}\n',
  );
  expect(problems).toEqual([]);
  expect(pack?.concepts.map(({ id, scenarios }) => [id, scenarios[0]?.kind])).toEqual([
    ['night', 'single'],
    ['order', 'matching'],
    ['type', 'short'],
  ]);
});

test('two questions of one name, and one that is taken, have ids of their own', () => {
  const { pack } = draft('::Night:: A? {=a ~b}\n\n::Night:: B? {=a ~b}\n', 'en', ['night']);
  expect(pack?.concepts.map(({ id }) => id)).toEqual(['night-2', 'night-3']);
});

test('words in a language that the pack has not stand in for its source', () => {
  const { pack } = draft('::Night:: A? {=a ~b}\n', 'fr');
  expect(Object.keys(pack?.concepts[0]?.text ?? {})).toEqual(['en']);
});

test('a Japanese title leaves no id, and a number does', () => {
  const { pack } = draft('::夜:: 何が光りますか。 {=灯り ~縄}\n');
  expect(pack?.concepts[0]).toMatchObject({ id: 'question-1', text: { en: { title: '夜' } } });
});

test('a question has the domain of its category', () => {
  const { pack } = draft('$CATEGORY: Nights\n\n::Night:: A? {=a ~b}\n');
  expect(pack?.concepts[0]?.domain).toBe('nights');
});
