import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import { limits } from '#core/pack/limits.ts';
import type { AnkiNote } from '#formats/anki/note.ts';
import type { Remark } from '#formats/imported.ts';
import { tableLimits } from '#formats/table/grid.ts';

/** The notes of a collection, with what was left of it. */
export interface Collection {
  readonly notes: readonly AnkiNote[];
  readonly remarks: readonly Remark[];
}

interface Notetype {
  readonly name: string;
  readonly fields: readonly string[];
}

const MOST_CARDS = 100_000;
/** Parts fields of a note, and names of decks. */
const PART = '\u001f';

type Rows = readonly (readonly SqlValue[])[];

const textOf = (value: SqlValue | undefined): string =>
  value === null || value === undefined || value instanceof Uint8Array ? '' : String(value);

/**
 * Reads row by row, so that a database that pretends to hold more than it does can be left at any time.
 * Without an order: sorting would have to see all rows first.
 */
function rowsOf(database: Database, sql: string, most: number): { rows: Rows; isAll: boolean } {
  const rows: SqlValue[][] = [];
  const statement = database.prepare(sql);
  let length = 0;
  try {
    while (statement.step()) {
      if (rows.length >= most || length > limits.inflated) return { rows, isAll: false };
      const row = statement.get();
      length += row.reduce<number>((sum, value) => sum + textOf(value).length, 0);
      rows.push(row);
    }
    return { rows, isAll: true };
  } finally {
    statement.free();
  }
}

/** Plain tables alone: a view or a computed column would run what a stranger wrote. */
function plainTables(database: Database): ReadonlySet<string> {
  const { rows } = rowsOf(
    database,
    "SELECT name, sql FROM sqlite_master WHERE type = 'table'",
    200,
  );
  return new Set(
    rows.flatMap(([name, sql]) =>
      /^\s*CREATE\s+TABLE\b/i.test(textOf(sql)) && !/\bAS\s*\(|\bGENERATED\b/i.test(textOf(sql))
        ? [textOf(name)]
        : [],
    ),
  );
}

function jsonOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return [];
    return Object.entries(found).flatMap(([id, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [{ ...value, id }] : [],
    );
  } catch {
    return [];
  }
}

const named = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '';

type Lookup = (sql: string) => Rows;

/** From tables of their own since schema 15, before that from a JSON text. */
function notetypesOf(tables: ReadonlySet<string>, look: Lookup): ReadonlyMap<string, Notetype> {
  if (tables.has('notetypes') && tables.has('fields')) {
    const fields = new Map<string, string[]>();
    for (const [owner, place, name] of look('SELECT ntid, ord, name FROM fields')) {
      const own = fields.get(textOf(owner)) ?? [];
      if (Number(place) < tableLimits.columns) own[Number(place)] = textOf(name);
      fields.set(textOf(owner), own);
    }
    return new Map(
      look('SELECT id, name FROM notetypes').map(([id, name]) => [
        textOf(id),
        { name: textOf(name), fields: fields.get(textOf(id)) ?? [] },
      ]),
    );
  }
  return new Map(
    jsonOf(textOf(look('SELECT models FROM col')[0]?.[0])).map((model) => {
      const fields: readonly unknown[] = Array.isArray(model['flds']) ? model['flds'] : [];
      return [String(model['id']), { name: named(model), fields: fields.map(named) }];
    }),
  );
}

function decksOf(tables: ReadonlySet<string>, look: Lookup): ReadonlyMap<string, string> {
  if (tables.has('decks'))
    return new Map(
      look('SELECT id, name FROM decks').map(([id, name]) => [
        textOf(id),
        textOf(name).replaceAll(PART, '::'),
      ]),
    );
  return new Map(
    jsonOf(textOf(look('SELECT decks FROM col')[0]?.[0])).map((deck) => [
      String(deck['id']),
      named(deck),
    ]),
  );
}

/** The deck of a note is that of its first card; `odid` is where a card belongs while it is borrowed. */
function deckOfNotes(
  look: Lookup,
  decks: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    look('SELECT nid, did, odid FROM cards')
      .toReversed()
      .map(([note, deck, home]) => [
        textOf(note),
        decks.get(textOf(home)) ?? decks.get(textOf(deck)) ?? '',
      ]),
  );
}

/** Names compare by a rule that only Anki knows, and without it SQLite reads no table that has one as its key. */
function forgetCollation(database: Database): void {
  database.run('PRAGMA writable_schema = ON');
  database.run("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', 'COLLATE BINARY')");
  database.run('PRAGMA writable_schema = RESET');
}

function notesOf(database: Database): Collection {
  forgetCollation(database);
  const tables = plainTables(database);
  const look: Lookup = (sql) => rowsOf(database, sql, MOST_CARDS).rows;
  if (!tables.has('notes')) return { notes: [], remarks: [{ code: 'anki-database-broken' }] };
  const { rows, isAll } = rowsOf(
    database,
    'SELECT id, guid, mid, tags, flds FROM notes',
    tableLimits.rows,
  );
  const hasOld = tables.has('col');
  const notetypes =
    hasOld || tables.has('notetypes') ? notetypesOf(tables, look) : new Map<string, Notetype>();
  const decks = hasOld || tables.has('decks') ? decksOf(tables, look) : new Map<string, string>();
  const deckOf = tables.has('cards') ? deckOfNotes(look, decks) : new Map<string, string>();
  const notes = rows
    .toSorted((a, b) => Number(a[0]) - Number(b[0]))
    .map(([id, guid, type, tags, fields], index): AnkiNote => {
      const notetype = notetypes.get(textOf(type));
      return {
        guid: textOf(guid),
        notetype: notetype?.name ?? '',
        deck: deckOf.get(textOf(id)) ?? '',
        tags: textOf(tags)
          .split(/\s+/)
          .filter((tag) => tag !== ''),
        fields: textOf(fields)
          .split(PART, tableLimits.columns)
          .map((text, place) => ({ name: notetype?.fields[place] ?? '', text })),
        isHtml: true,
        line: index + 1,
      };
    });
  const limit = tableLimits.rows;
  return { notes, remarks: isAll ? [] : [{ code: 'anki-too-many', params: { limit } }] };
}

/** The notes of a SQLite database of any schema that Anki has had. Nothing is thrown, nothing of it is run. */
export function readCollection(sqlite: SqlJsStatic, bytes: Uint8Array): Collection {
  try {
    const database = new sqlite.Database(bytes);
    try {
      return notesOf(database);
    } finally {
      database.close();
    }
  } catch {
    return { notes: [], remarks: [{ code: 'anki-database-broken' }] };
  }
}
