import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { limits } from '#core/pack/limits.ts';
import type { Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import {
  inOption,
  packOf,
  paragraph,
  samplePack,
  sampleScenario,
} from '#core/pack/rules/sample.ts';
import {
  packDigest,
  readPackFile,
  readPackParts,
  writeArchive,
  writeDocument,
  type Media,
} from './archive.ts';
import { digest } from './digest.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
function pngOf(rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + rest.length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.set(rest, 8);
  return bytes;
}
const png = (...rest: number[]) => pngOf(new Uint8Array(rest));
const none: Media = new Map();
const revised = (pack: Pack) => withRevisions(pack, digest);
const pack = await revised(samplePack());

const withPicture = await revised(
  packOf({
    ...sampleScenario('harbour', 0),
    ...inOption(sampleScenario('harbour', 0), 'en', 'rope', (option) => ({
      ...option,
      why: [{ type: 'paragraph', children: [{ type: 'image', source: 'a.png', alt: 'A rope' }] }],
    })),
  }),
);

const codesOf = (bytes: Uint8Array<ArrayBuffer>) =>
  readPackFile(bytes, 'p.mondo').problems.map(({ code }) => code);

/** A pack whose words, addresses and keys of one's own may be anything. */
const packs = fc
  .record({
    title: fc.string({ minLength: 1, unit: 'binary' }).map((text) => `t${text}`),
    why: fc.string({ unit: 'grapheme' }),
    code: fc.string(),
    own: fc.jsonValue({ maxDepth: 3 }),
  })
  .map(({ title, why, code, own }): Pack & { readonly 'x-own': unknown } => ({
    ...pack,
    title: { en: title, ja: '見本' },
    notes: pack.notes,
    concepts: pack.concepts.map((concept) => ({
      ...concept,
      text: {
        ...concept.text,
        en: { title, rule: [...paragraph(why), { type: 'code' as const, text: code }] },
      },
    })),
    'x-own': own,
  }));

const pictures = fc
  .dictionary(
    fc.stringMatching(/^[a-z][\w-]{0,12}\.png$/),
    fc.uint8Array({ maxLength: 64 }).map(pngOf),
    { noNullPrototype: true },
  )
  .map((named): Media => new Map(Object.entries(named)));

/** Lone surrogates cannot be written as UTF-8; JSON writes them as escapes. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a shared pack', () => {
  test('comes back from its document as it was', () => {
    fc.assert(
      fc.property(packs, (written) => {
        const read = readPackFile(bytesOf(writeDocument(written)), 'p.mondo.json');
        expect(read.problems).toEqual([]);
        expect(throughJson(read.pack)).toEqual(throughJson(written));
      }),
    );
  });

  test('comes back from its archive with its pictures, and the same pack gives the same bytes', () => {
    fc.assert(
      fc.property(packs, pictures, (written, media) => {
        const archive = writeArchive(written, media);
        const read = readPackFile(archive, 'p.mondo');
        expect(read.problems).toEqual([]);
        expect(throughJson(read.pack)).toEqual(throughJson(written));
        expect(read.media).toEqual(media);
        const backwards: Media = new Map([...media].toReversed());
        expect(writeArchive(written, backwards)).toEqual(archive);
      }),
    );
  });

  test('has a digest that its words, its pictures and nothing else change', async () => {
    const own = await packDigest(pack, none);
    const again: Pack = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(pack).toReversed())),
    );
    expect(await packDigest(again, none)).toBe(own);
    expect(own).toBe(await digest(writeDocument(pack)));
    expect(await packDigest({ ...pack, licence: 'CC-BY-4.0' }, none)).not.toBe(own);
    const one = await packDigest(pack, new Map([['a.png', png(1)]]));
    expect(one).not.toBe(own);
    expect(await packDigest(pack, new Map([['a.png', png(2)]]))).not.toBe(one);
  });

  test('is read without a picture that is not there, and says so', () => {
    const read = readPackFile(bytesOf(writeDocument(withPicture)), 'p.mondo.json');
    expect(read.pack).toEqual(withPicture);
    expect(read.problems).toMatchObject([
      { code: 'media_missing', severity: 'warning', params: { name: 'a.png' } },
    ]);
    expect(codesOf(writeArchive(withPicture, new Map([['a.png', png()]])))).toEqual([]);
  });
});

describe('an archive', () => {
  const zip = (files: Record<string, Uint8Array<ArrayBuffer>>) =>
    zipSync({ 'pack.mondo.json': bytesOf(writeDocument(pack)), ...files });

  test.each([
    [
      'without a pack',
      zipSync({ 'a.txt': bytesOf('x') }),
      ['archive_file_ignored', 'archive_without_pack'],
    ],
    ['with a file that leads out', zip({ 'media/../../x.png': png() }), ['archive_path']],
    ['with a script for a picture', zip({ 'media/x.svg': bytesOf('<svg/>') }), ['not_a_picture']],
    [
      'with HTML that calls itself a picture',
      zip({ 'media/x.png': bytesOf('<html>') }),
      ['not_a_picture'],
    ],
    ['with a picture in a folder', zip({ 'media/a/x.png': png() }), ['not_a_picture']],
    [
      'with a JPEG that calls itself PNG',
      zip({ 'media/x.png': new Uint8Array([255, 216, 255]) }),
      ['not_a_picture'],
    ],
    [
      'with a picture above the limit',
      zip({ 'media/x.png': pngOf(new Uint8Array(limits.image)) }),
      ['image_too_large'],
    ],
    ['with a readme', zip({ 'README.md': bytesOf('x') }), ['archive_file_ignored']],
    ['that is cut', zip({}).slice(0, 200), ['archive_broken']],
  ])('%s is told by name', (_what, bytes, codes) => {
    expect(codesOf(bytes)).toEqual(codes);
  });

  test('that inflates beyond the limit is refused before it is inflated', () => {
    const bomb = zipSync({ 'pack.mondo.json': new Uint8Array(limits.inflated + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codesOf(bomb)).toEqual(['archive_too_large']);
  });

  test('with an error gives no pack', () => {
    expect(readPackFile(zip({ 'media/x.svg': bytesOf('x') }), 'p').pack).toBeNull();
    expect(readPackFile(zip({ 'README.md': bytesOf('x') }), 'p').pack).toEqual(pack);
  });
});

describe('a pack whose pictures come beside it', () => {
  const read = (media: Media, document = writeDocument(withPicture)) =>
    readPackParts(bytesOf(document), media, 'p');
  const many = (count: number, bytes: Uint8Array<ArrayBuffer>): Media =>
    new Map(Array.from({ length: count }, (_, i) => [`p${i}.png`, bytes]));

  test('is what its archive would be', () => {
    const media: Media = new Map([['a.png', png(1, 2)]]);
    expect(read(media)).toEqual({ pack: withPicture, media, problems: [] });
    expect(read(none).problems).toMatchObject([{ code: 'media_missing', severity: 'warning' }]);
  });

  test.each([
    ['a script for a picture', new Map([['a.svg', bytesOf('<svg/>')]]), 'not_a_picture'],
    ['a name that leads out', new Map([['../a.png', png()]]), 'not_a_picture'],
    ['HTML that calls itself a picture', new Map([['a.png', bytesOf('<p>')]]), 'not_a_picture'],
    ['a picture above the limit', many(1, pngOf(new Uint8Array(limits.image))), 'image_too_large'],
    ['more pictures than an archive', many(limits.entries, png()), 'archive_too_many'],
    [
      'more bytes than an archive',
      many(61, pngOf(new Uint8Array(limits.image - 8))),
      'archive_too_large',
    ],
  ])('is refused with %s', (_what, media, code) => {
    const { pack: refused, problems } = read(media);
    expect(refused).toBeNull();
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code }]);
  });
});

test.each([
  ['nothing', new Uint8Array(), 'not_json'],
  ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'not_utf8'],
  ['more than the limit', new Uint8Array(limits.document + 1), 'document_too_large'],
])('%s is no pack', (_what, bytes, code) => {
  expect(codesOf(bytes)).toEqual([code]);
});

test('whatever the bytes are, they are read to an end, and reported on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.boolean(), (noise, isArchive) => {
      const head = isArchive ? [0x50, 0x4b, 3, 4] : [];
      const read = readPackFile(new Uint8Array([...head, ...noise]), 'p');
      expect(read.pack === null && read.problems.length > 0).toBe(true);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

const archived = writeArchive(pack, new Map([['a.png', png(1, 2, 3)]]));

test('an archive with bytes that have changed on the way is read to an end, and reported on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(archived.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(archived.length),
      (flips, length) => {
        const bytes = archived.slice(0, Math.max(length, archived.length / 2));
        for (const [at, byte] of flips) bytes[at] = byte;
        const read = readPackFile(bytes, 'p');
        expect(read.pack !== null || read.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
}, 120_000);
