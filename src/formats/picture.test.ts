import { expect, test } from 'vitest';
import { limits } from '#core/pack/limits.ts';
import { cpuTime } from './cpu-time.ts';
import { pictureKind } from './picture-kind.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { addPicture, type Pictures } from './picture.ts';

const png = (...rest: readonly number[]) =>
  Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest);
const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const webp = new TextEncoder().encode('RIFF....WEBPVP8 ');

test('a picture is what its bytes say, whatever its name', () => {
  expect([png(), jpg, webp].map(pictureKind)).toEqual(['png', 'jpg', 'webp']);
  expect(pictureKind(new TextEncoder().encode('<svg xmlns='))).toBeNull();
  expect(pictureKind(new TextEncoder().encode('GIF89a'))).toBeNull();
  expect(pictureKind(new Uint8Array())).toBeNull();
  expect(addPicture(new Map(), 'map.gif', jpg)).toBe('map.jpg');
});

test('a name is made one that packs can have', () => {
  const named = (name: string) => addPicture(new Map(), name, png());
  expect(named('../a b/my pic (1).PNG')).toBe('my-pic-1.png');
  expect(named('図.png')).toBe('picture.png');
  expect(named('__proto__')).toBe('__proto__.png');
  expect(named('.png')).toBe('picture.png');
});

test('the same picture is there once, another of the same name beside it', () => {
  const pictures: Pictures = new Map();
  expect(addPicture(pictures, 'a.png', png(1))).toBe('a.png');
  expect(addPicture(pictures, 'a.png', png(1))).toBe('a.png');
  expect(addPicture(pictures, 'a.png', png(2))).toBe('a-2.png');
  expect([...pictures.keys()]).toEqual(['a.png', 'a-2.png']);
});

test('what is no picture, or too large a one, is refused by name', () => {
  const pictures: Pictures = new Map();
  expect(addPicture(pictures, 'a.png', new TextEncoder().encode('<svg>'))).toEqual({
    code: 'picture-kind',
    params: { name: 'a.png' },
  });
  const large = new Uint8Array(limits.image + 1);
  large.set(png());
  expect(addPicture(pictures, 'b.png', large)).toEqual({
    code: 'picture-too-large',
    params: { name: 'b.png', limit: limits.image },
  });
  expect(pictures.size).toBe(0);
});

test('more pictures than the limit are left', () => {
  const pictures: Pictures = new Map();
  for (let n = 0; n < limits.entries; n += 1) addPicture(pictures, 'a', png(n % 256, n / 256));
  expect(pictures.size).toBe(limits.entries);
  expect(addPicture(pictures, 'b', jpg)).toMatchObject({ code: 'picture-too-many' });
});

test('base64 comes and goes, with line ends or without; what is none is null', () => {
  const bytes = Uint8Array.from({ length: 40_000 }, (_, index) => index % 251);
  const text = encodeBase64(bytes);
  expect(decodeBase64(text)).toEqual(bytes);
  expect(decodeBase64(text.replaceAll(/.{76}/g, '$&\r\n'))).toEqual(bytes);
  expect(decodeBase64('§§§')).toBeNull();
});

test('base64 is read faster than it is written: pictures of a large pack are no wait', () => {
  const bytes = Uint8Array.from({ length: 5_000_000 }, (_, index) => index % 251);
  const text = encodeBase64(bytes);
  expect(cpuTime(() => decodeBase64(text))).toBeLessThan(cpuTime(() => encodeBase64(bytes)));
});
