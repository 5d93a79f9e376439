import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editPicture, picturesOf, type PictureEdit } from './edit-pictures.ts';
import { applyPatches } from './patch.ts';

const file = [
  '---',
  'kind: single # ![no](media/no.png)',
  '---',
  '# en',
  'A ![door](media/door.png) stands open.',
  '',
  '![A map of the *town*](media/map.webp)',
  '',
  '```',
  '![code](media/code.png)',
  '```',
  '',
  '## What?',
  '',
  '- [x] (a) ![lamp](media/door.png)',
  '  > Why.',
  '',
].join('\n');

function edited(place: number, edit: PictureEdit, raw = file): string {
  const patches = editPicture(raw, place, edit);
  if (!patches.ok) throw new Error(patches.error.code);
  return applyPatches(raw, patches.value);
}

test('pictures are found in the order of the text, and none in code or front matter', () => {
  expect(picturesOf(file)).toEqual([
    { name: 'door.png', alt: 'door' },
    { name: 'map.webp', alt: 'A map of the town' },
    { name: 'door.png', alt: 'lamp' },
  ]);
});

describe('an edit leaves all else letter by letter', () => {
  test('of the words', () => {
    expect(edited(2, { edit: 'alt', alt: 'A [dim] lamp' })).toBe(
      file.replace('![lamp]', '![A \\[dim\\] lamp]'),
    );
  });

  test('of the picture itself', () => {
    expect(edited(0, { edit: 'name', name: 'gate.jpg' })).toBe(
      file.replace('A ![door](media/door.png)', 'A ![door](media/gate.jpg)'),
    );
  });

  test('a picture alone goes with its line', () => {
    expect(edited(1, { edit: 'remove' })).toBe(
      file.replace('![A map of the *town*](media/map.webp)\n\n', ''),
    );
    expect(edited(0, { edit: 'remove' })).toBe(file.replace('![door](media/door.png)', ''));
  });

  test('with the line ends of the file', () => {
    const raw = `\uFEFF${file.replaceAll('\n', '\r\n')}`;
    expect(edited(1, { edit: 'alt', alt: 'Map' }, raw)).toBe(
      raw.replace('![A map of the *town*]', '![Map]'),
    );
  });
});

test('a picture without words, and one that is not there, are refused', () => {
  expect(editPicture(file, 0, { edit: 'alt', alt: ' ' }).ok).toBe(false);
  expect(editPicture(file, 3, { edit: 'remove' }).ok).toBe(false);
});

test('whatever the words are, they come back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (alt) => {
      const patches = editPicture(file, 0, { edit: 'alt', alt });
      if (!patches.ok) return;
      expect(picturesOf(applyPatches(file, patches.value))[0]?.alt).toBe(
        alt.replaceAll(/\s+/g, ' ').trim(),
      );
    }),
    { numRuns: 100 },
  );
});
