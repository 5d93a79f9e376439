import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { describe, expect, test } from 'vitest';
import { looksLikeAnkiPackage } from './archive.ts';
import { readCollection } from './collection.ts';
import { readAnkiPackage } from './read-package.ts';
import {
  newDatabase,
  oldDatabase,
  packageOf,
  rawZstd,
  type SmallPackage,
} from './small-package.ts';

const sqlite = await initSqlJs();
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const read = (bytes: Uint8Array<ArrayBuffer>) =>
  readAnkiPackage({ name: 'a.apkg', bytes, language: 'en' });

const small: SmallPackage = {
  notes: [
    { guid: 'g1', fields: ['Which port?', '53', ''], tags: ' net dns ' },
    { guid: 'g2', fields: ['The {{c1::sun}} is a {{c2::star}}.', 'extra', ''] },
    { guid: 'g3', fields: ['See <img src="my%20map.png"><img src="b.gif">?', 'a map', ''] },
  ],
  fieldNames: ['Front', 'Back', 'Source'],
  notetype: 'Basic+',
  deck: 'Net::DNS',
  media: { 'my map.png': png, 'b.gif': new TextEncoder().encode('GIF89a'), 'c.png': png },
};

describe.each(['legacy 1', 'legacy 2', 'latest'] as const)(
  'a package of the generation %s',
  (generation) => {
    test('gives its notes, with names of fields, decks and tags', async () => {
      const { items, remarks } = await read(packageOf(sqlite, small, generation));
      expect(remarks).toEqual([{ code: 'anki-image-kind', params: { name: 'b.gif' } }]);
      expect(items.map(({ name, question }) => [name, question?.title])).toEqual([
        ['g1', 'Which port?'],
        ['g2', 'The […] is a star.'],
        ['g2', 'The sun is a […].'],
        ['g3', 'See my-map.png?'],
      ]);
      expect(items[0]?.question).toMatchObject({
        kind: 'short',
        path: ['Net', 'DNS'],
        tags: ['net', 'dns'],
        origin: { format: 'anki-package', name: 'g1', kept: { notetype: 'Basic+' } },
      });
    });

    test('gives the pictures that are shown', async () => {
      const { items, media } = await read(packageOf(sqlite, small, generation));
      expect([...media]).toEqual([['my-map.png', png]]);
      expect(items[3]?.question?.text['en']?.question).toContainEqual({
        type: 'image',
        source: 'my-map.png',
        alt: 'my-map.png',
      });
      expect(items[3]?.remarks).toEqual([{ code: 'image-lost', params: { address: 'b.gif' } }]);
    });
  },
);

test('note types with options are choices', async () => {
  const fieldNames = [
    'Question',
    'Title',
    'QType (0=kprim,1=mc,2=sc)',
    'Q_1',
    'Q_2',
    'Q_3',
    'Answers',
  ];
  const notes = [{ guid: 'g', fields: ['Which?', '', '1', 'x', 'y', 'z', '1 0 1'] }];
  const bytes = packageOf(sqlite, { ...small, notes, fieldNames }, 'latest');
  expect((await read(bytes)).items[0]?.question).toMatchObject({
    kind: 'multiple',
    choose: 2,
    options: [{ right: true }, { right: false }, { right: true }],
  });
});

describe('what the package says of itself', () => {
  const files = (more: Record<string, Uint8Array>) =>
    zipSync({ 'collection.anki2': oldDatabase(sqlite, small), ...more });

  test('a generation that is not known yet is refused', async () => {
    expect(await read(files({ meta: Uint8Array.from([8, 9]) }))).toMatchObject({
      items: [],
      remarks: [{ code: 'anki-too-new' }],
    });
  });

  test('the newest collection counts when the one that is named is not there', async () => {
    const { items } = await read(
      files({
        meta: Uint8Array.from([8, 2]),
        'collection.anki21b': rawZstd(
          newDatabase(sqlite, { ...small, notes: small.notes.slice(0, 1) }),
        ),
      }),
    );
    expect(items).toHaveLength(1);
  });

  test('the dummy is not read when the new collection is broken', async () => {
    const { items, remarks } = await read(
      files({ meta: Uint8Array.from([8, 3]), 'collection.anki21b': Uint8Array.from([1, 2, 3]) }),
    );
    expect(items).toEqual([]);
    expect(remarks).toEqual([{ code: 'zip-broken', params: { name: 'collection.anki21b' } }]);
  });

  test('an archive without a collection says so', async () => {
    expect((await read(zipSync({ 'a.txt': png }))).remarks).toEqual([
      { code: 'anki-no-collection' },
    ]);
  });
});

describe('hostile databases', () => {
  const timed = (bytes: Uint8Array) => {
    const begin = process.cpuUsage();
    const found = readCollection(sqlite, bytes);
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000);
    return found;
  };
  const databaseOf = (...statements: readonly string[]) => {
    const database = new sqlite.Database();
    for (const statement of statements) database.run(statement);
    return database.export();
  };

  test.each([
    [
      'notes that are a view without end',
      'CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS guid, 1 AS mid, id AS tags, id AS flds FROM n',
    ],
    [
      'columns that are computed',
      'CREATE TABLE notes (id integer PRIMARY KEY, guid text AS (hex(zeroblob(100000000))), mid, tags, flds)',
    ],
    ['a table with other columns', 'CREATE TABLE notes (x)'],
    ['no table', 'CREATE TABLE other (x)'],
  ])('%s', (_name, statement) => {
    const { notes, remarks } = timed(databaseOf(statement));
    expect(notes).toEqual([]);
    expect(remarks).toEqual([{ code: 'anki-database-broken' }]);
  });

  test('more notes than the limit are left', () => {
    const { notes, remarks } = timed(
      databaseOf(
        'CREATE TABLE notes (id integer PRIMARY KEY, guid, mid, tags, flds)',
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10001) INSERT INTO notes SELECT i, i, 1, '', 'a' FROM n",
      ),
    );
    expect(notes).toHaveLength(10_000);
    expect(remarks).toEqual([{ code: 'anki-too-many', params: { limit: 10_000 } }]);
  });

  test('values of other types than Anki writes are taken as texts, or as nothing', () => {
    const { notes } = timed(
      databaseOf(
        'CREATE TABLE notes (id, guid, mid, tags, flds)',
        "INSERT INTO notes VALUES ('x', NULL, 1e300, x'00', 12)",
        'CREATE TABLE col (models, decks)',
        `INSERT INTO col VALUES ('{"__proto__":{"name":1,"flds":7},"5":null}', '[]')`,
      ),
    );
    expect(notes).toMatchObject([{ guid: '', tags: [], fields: [{ text: '12' }] }]);
  });

  test('a database with bytes changed gives what can be had', () => {
    const good = oldDatabase(sqlite, small);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (changes) => {
          const bytes = good.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const { notes, remarks } = readCollection(sqlite, bytes);
          expect(notes.length + remarks.length).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

test('a package with bytes changed is never thrown back', async () => {
  const good = packageOf(sqlite, small, 'latest');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat({ max: 50 }),
      async (changes, cut) => {
        const bytes = good.slice(0, good.length - cut);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const { items, remarks } = await read(bytes);
        expect(items.length + remarks.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);

test('is told by the names in the archive', () => {
  expect(looksLikeAnkiPackage(['media', 'collection.anki21b'])).toBe(true);
  expect(looksLikeAnkiPackage(['imsmanifest.xml'])).toBe(false);
});
