import { zipSync, type Zippable } from 'fflate';
import type { Database, SqlJsStatic } from 'sql.js';

/** Packages for tests, of every generation that Anki has written. */
export interface SmallPackage {
  readonly notes: readonly {
    readonly guid: string;
    readonly fields: readonly string[];
    readonly tags?: string;
  }[];
  readonly fieldNames: readonly string[];
  readonly notetype: string;
  readonly deck: string;
  readonly media?: Readonly<Record<string, Uint8Array>>;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** A zstd frame of raw blocks, without the size of its content, as a stream is written. */
export function rawZstd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const LARGEST = 131_072;
  const parts: number[] = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x38];
  const count = Math.max(1, Math.ceil(bytes.length / LARGEST));
  for (let block = 0; block < count; block += 1) {
    const content = bytes.subarray(block * LARGEST, (block + 1) * LARGEST);
    const header = content.length * 8 + (block === count - 1 ? 1 : 0);
    parts.push(header & 255, (header >> 8) & 255, header >> 16);
    for (const byte of content) parts.push(byte);
  }
  return Uint8Array.from(parts);
}

const tagged = (number: number, bytes: Uint8Array): readonly number[] => [
  number * 8 + 2,
  ...(bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7]),
  ...bytes,
];

function addNotes(database: Database, { notes }: SmallPackage): void {
  database.run(
    'CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, tags text NOT NULL, flds text NOT NULL)',
  );
  database.run(
    'CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, odid integer NOT NULL)',
  );
  for (const [index, { guid, fields, tags = '' }] of notes.entries()) {
    const id = 1_600_000_000_000 + index;
    database.run('INSERT INTO notes VALUES (?, ?, 1342697561419, ?, ?)', [
      id,
      guid,
      tags,
      fields.join('\u001f'),
    ]);
    database.run('INSERT INTO cards VALUES (?, ?, 7, 0)', [id, id]);
  }
}

/** Schema 11: note types and decks are JSON. */
export function oldDatabase(sqlite: SqlJsStatic, small: SmallPackage): Uint8Array {
  const database = new sqlite.Database();
  addNotes(database, small);
  database.run(
    'CREATE TABLE col (id integer PRIMARY KEY, ver integer NOT NULL, models text NOT NULL, decks text NOT NULL)',
  );
  const model = {
    name: small.notetype,
    flds: small.fieldNames.map((name, ord) => ({ name, ord })),
  };
  database.run('INSERT INTO col VALUES (1, 11, ?, ?)', [
    JSON.stringify({ '1342697561419': model }),
    JSON.stringify({ '7': { name: small.deck } }),
  ]);
  return database.export();
}

/** Schema 18: they have tables, whose names compare by a rule that only Anki knows. */
export function newDatabase(sqlite: SqlJsStatic, small: SmallPackage): Uint8Array {
  const database = new sqlite.Database();
  addNotes(database, small);
  database.run(
    'CREATE TABLE col (id integer PRIMARY KEY, ver integer NOT NULL, models text NOT NULL, decks text NOT NULL)',
  );
  database.run("INSERT INTO col VALUES (1, 18, '', '')");
  database.run(
    'CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE NOCASE, config blob NOT NULL)',
  );
  database.run(
    'CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid',
  );
  database.run(
    'CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE NOCASE)',
  );
  database.run("INSERT INTO notetypes VALUES (1342697561419, ?, x'')", [small.notetype]);
  for (const [ord, name] of small.fieldNames.entries())
    database.run("INSERT INTO fields VALUES (1342697561419, ?, ?, x'')", [ord, name]);
  database.run('INSERT INTO decks VALUES (7, ?)', [small.deck.replaceAll('::', '\u001f')]);
  database.run('CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name)');
  database.run('CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid)');
  database.run('CREATE UNIQUE INDEX idx_decks_name ON decks (name)');
  // SQLite makes no table by a rule that it does not know, but must read one.
  database.run('PRAGMA writable_schema = ON');
  database.run("UPDATE sqlite_master SET sql = replace(sql, 'NOCASE', 'unicase')");
  return database.export();
}

const please: SmallPackage = {
  notes: [
    { guid: 'old', fields: ['Please update to the latest Anki version, then import again.', ''] },
  ],
  fieldNames: ['Front', 'Back'],
  notetype: 'Basic',
  deck: 'Default',
};

export type Generation = 'legacy 1' | 'legacy 2' | 'latest';

export function packageOf(
  sqlite: SqlJsStatic,
  small: SmallPackage,
  generation: Generation,
): Uint8Array<ArrayBuffer> {
  const media = Object.entries(small.media ?? {});
  const isLatest = generation === 'latest';
  const stored: Zippable = Object.fromEntries(
    media.map(([, bytes], index) => [String(index), isLatest ? rawZstd(bytes) : bytes]),
  );
  const map = JSON.stringify(Object.fromEntries(media.map(([name], index) => [index, name])));
  if (generation === 'legacy 1')
    return zipSync({
      ...stored,
      'collection.anki2': oldDatabase(sqlite, small),
      media: encode(map),
    });
  if (generation === 'legacy 2')
    return zipSync({
      ...stored,
      'collection.anki2': oldDatabase(sqlite, please),
      'collection.anki21': oldDatabase(sqlite, small),
      media: encode(map),
    });
  const list = media.flatMap(([name]) => tagged(1, Uint8Array.from(tagged(1, encode(name)))));
  return zipSync({
    ...stored,
    'collection.anki2': oldDatabase(sqlite, please),
    'collection.anki21b': rawZstd(newDatabase(sqlite, small)),
    media: rawZstd(Uint8Array.from(list)),
    meta: Uint8Array.from([8, 3]),
  });
}
