import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { limits } from '#core/pack/limits.ts';
import { isZip, openZip } from './zip.ts';

const text = (words: string) => new TextEncoder().encode(words);
const namesIn = (bytes: Uint8Array) => [...openZip(bytes).files.keys()];

test('an archive gives its files, and folders are none', () => {
  const bytes = zipSync({ folder: { 'a.md': text('hello') } });
  expect(isZip(bytes)).toBe(true);
  const { files, remarks } = openZip(bytes);
  expect(new TextDecoder().decode(files.get('folder/a.md'))).toBe('hello');
  expect(remarks).toEqual([]);
});

test.each(['../a.md', '/etc/a.md', 'C:/a.md', 'x/../../a.md', 'a\0.md'])(
  'a path that leads out is refused by name: %j',
  (name) => {
    const bytes = zipSync({ [name]: text('x'), 'b.md': text('y') });
    expect(openZip(bytes).remarks).toEqual([{ code: 'zip-path', params: { name } }]);
    expect(namesIn(bytes)).toEqual(['b.md']);
  },
);

/** The archive with another size of its first file in the list of contents. */
function declaring(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  const central = bytes.findIndex((byte, i) => byte === 0x50 && view.getUint32(i) === 0x504b0102);
  view.setUint32(central + 24, size, true);
  return bytes;
}

test('a bomb is not inflated', () => {
  const bytes = zipSync({ 'a.bin': new Uint8Array(100_000), 'b.md': text('y') });
  const bomb = declaring(bytes, limits.inflated + 1);
  expect(namesIn(bomb)).toEqual(['b.md']);
  expect(openZip(bomb).remarks).toMatchObject([{ code: 'zip-too-large' }]);
});

test('a bomb that lies about its size fills no more than it has announced', () => {
  const bomb = declaring(zipSync({ 'a.bin': new Uint8Array(5_000_000) }, { level: 1 }), 10);
  expect(openZip(bomb).files.get('a.bin')?.length ?? 0).toBeLessThanOrEqual(10);
});

test('more entries than the limit are counted and left', () => {
  const many = Object.fromEntries(
    Array.from({ length: limits.entries + 3 }, (_, i) => [`${i}.md`, text('')]),
  );
  const { files, remarks } = openZip(zipSync(many, { level: 0 }));
  expect(files.size).toBe(limits.entries);
  expect(remarks).toEqual([
    { code: 'zip-too-many', params: { count: limits.entries + 3, limit: limits.entries } },
  ]);
});

test('one broken entry does not spoil the others', () => {
  const bytes = zipSync({ 'a.md': text('a'.repeat(500)), 'b.md': text('good') });
  // The first bytes of the deflated text.
  bytes.fill(0xff, 34, 40);
  const { files, remarks } = openZip(bytes);
  expect([...files.keys()]).toEqual(['b.md']);
  expect(remarks).toEqual([{ code: 'zip-broken', params: { name: 'a.md' } }]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['half of one', zipSync({ 'a.md': text('x'.repeat(99)) }).slice(0, 60)],
  ['noise', new Uint8Array(5000).fill(0x50)],
])('%s is no archive, and no accident', (_name, bytes) => {
  expect(openZip(bytes)).toEqual({ files: new Map(), remarks: [{ code: 'zip-unreadable' }] });
});
