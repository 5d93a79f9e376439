import { expect, test } from 'vitest';
import { newPackFiles } from './new-files.ts';
import { noteFiles } from './note-files.ts';
import { readPack } from './read-pack.ts';

const languages = ['en', 'ja'];
const head = newPackFiles({
  uid: 'abcdefgh1234',
  title: 'Nights',
  languages,
  author: 'Hanako',
  licence: 'CC0-1.0',
  domain: 'Main',
  released: '2026-11-20',
});
const place = {
  languages,
  domain: 'main',
  notes: new Set(['harbour']),
  concepts: new Set<string>(),
};

const note = {
  title: 'Harbour',
  text: 'The lamp is # 1.\nIt *shines* at night.\n\n- A bell rings.',
  claims: ['It *shines* at\nnight.', 'A bell rings.'],
};

test('a note is kept as it was pasted, and each claim is a concept with an empty scenario', () => {
  const files = noteFiles(note, place);
  const { pack, problems } = readPack(new Map([...head, ...files]));
  expect(problems.filter(({ code }) => code !== 'option_without_text')).toEqual([]);
  expect(pack?.notes[0]).toMatchObject({ id: 'harbour-2', claims: [{ id: '1' }, { id: '2' }] });
  expect(pack?.concepts).toMatchObject([
    { id: 'a-bell-rings', note: 'harbour-2', claims: ['harbour-2#2'] },
    { id: 'it-shines-at-night', note: 'harbour-2', claims: ['harbour-2#1'] },
  ]);
  expect(files.has('concepts/a-bell-rings/scenario-1.md')).toBe(true);
});

test('signs of Markdown in a pasted text stand for themselves', () => {
  const { pack } = readPack(new Map([...head, ...noteFiles(note, place)]));
  expect(pack?.notes[0]?.text['en']?.body[0]).toEqual({
    type: 'text',
    blocks: [
      { type: 'paragraph', children: ['The lamp is # 1. It *shines* at night.'] },
      { type: 'paragraph', children: ['- A bell rings.'] },
    ],
  });
});
