import { describe, expect, test } from 'vitest';
import type { DraftFiles } from '#core/author/history.ts';
import { limits } from '#core/pack/limits.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import {
  pictureRooms,
  picturesIn,
  withAlt,
  withoutPicture,
  withPicture,
  withReplaced,
} from './pictures.ts';

const NIGHT = 'concepts/work/night.md';
const languages = ['en', 'ja'];
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const room = { text: 'situation', language: 'en' } as const;
const picture = { name: 'My Door.PNG', bytes: png, alt: 'An open door', room };

function added(file = NIGHT, one: Parameters<typeof withPicture>[3] = picture): DraftFiles {
  const result = withPicture(smallPack, file, languages, one);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a picture is added', () => {
  test.each([NIGHT, 'concepts/work/concept.md', 'notes/note.md', 'cases/pier.md'])(
    'to every text of %s, and the pack can still be read',
    (file) => {
      for (const each of pictureRooms(file, languages)) {
        const files = added(file, { ...picture, room: each });
        expect(picturesIn(files, file)).toEqual([{ name: 'My-Door.png', alt: 'An open door' }]);
        expect(readPack(files).problems).toEqual([]);
      }
    },
  );

  test('under another name where there is another of that name, and once where it is the same', () => {
    const twice = withPicture(added(), 'notes/note.md', languages, {
      ...picture,
      room: { text: 'body', language: 'ja' },
    });
    expect(twice.ok && [...twice.value.keys()].filter((path) => path.startsWith('media/'))).toEqual(
      ['media/My-Door.png'],
    );
    const other = withPicture(added(), NIGHT, languages, {
      ...picture,
      bytes: new Uint8Array([...png, 1]),
    });
    expect(other.ok && other.value.has('media/My-Door-2.png')).toBe(true);
  });

  test.each([
    [new TextEncoder().encode('<svg onload="x">'), 'picture-kind'],
    [new Uint8Array(limits.image + 1).fill(0, 8), 'picture-kind'],
    [new Uint8Array([...png, ...new Uint8Array(limits.image)]), 'picture-too-large'],
  ])('unless it is none, or too large', (bytes, code) => {
    expect(withPicture(smallPack, NIGHT, languages, { ...picture, bytes })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  test('unless the language is not there', () => {
    expect(
      withPicture(smallPack, NIGHT, languages, {
        ...picture,
        room: { text: 'situation', language: 'fr' },
      }),
    ).toEqual({ ok: false, error: 'no-place' });
  });
});

test('its words can be changed', () => {
  const files = withAlt(added(), NIGHT, 0, 'A closed door');
  expect(files && picturesIn(files, NIGHT)[0]?.alt).toBe('A closed door');
});

test('removed from the last text that shows it, its bytes go as well', () => {
  expect(withoutPicture(added(), NIGHT, 0)).toEqual(smallPack);
  const shownTwice = withPicture(added(), 'notes/note.md', languages, {
    ...picture,
    room: { text: 'body', language: 'en' },
  });
  const left = shownTwice.ok ? withoutPicture(shownTwice.value, NIGHT, 0) : null;
  expect(left?.has('media/My-Door.png')).toBe(true);
});

test('replaced, it is another wherever the file shows it', () => {
  const both = withPicture(added(), NIGHT, languages, {
    ...picture,
    room: { text: 'situation', language: 'ja' },
  });
  if (!both.ok) throw new Error('no place');
  const files = withReplaced(both.value, NIGHT, 'My-Door.png', { name: 'gate.jpeg', bytes: jpeg });
  expect(files.ok && picturesIn(files.value, NIGHT).map(({ name }) => name)).toEqual([
    'gate.jpg',
    'gate.jpg',
  ]);
  expect(files.ok && files.value.has('media/My-Door.png')).toBe(false);
});
