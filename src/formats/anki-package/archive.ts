import { limits } from '#core/pack/limits.ts';
import type { Remark } from '#formats/imported.ts';
import { openZip } from '#formats/zip.ts';
import { protoText, readProto } from './protobuf.ts';
import { inflateZstd } from './zstd.ts';

/** A package with its database, and what it calls its files. */
export interface AnkiArchive {
  readonly database: Uint8Array<ArrayBuffer> | null;
  /** Entries of the archive by the names that notes use. */
  readonly media: ReadonlyMap<string, string>;
  readonly isZstd: boolean;
  readonly remarks: readonly Remark[];
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** By the generations of packages; the last is compressed with zstd. */
const databases = ['collection.anki2', 'collection.anki21', 'collection.anki21b'] as const;
const ZSTD_VERSION = 3;

const wanted = new Set<string>([...databases, 'meta', 'media']);

/** What `meta` says; null without one, as old packages are. */
function versionOf(files: Files): number | null {
  const meta = files.get('meta');
  if (!meta) return null;
  const version = readProto(meta).find(({ number }) => number === 1)?.value;
  return typeof version === 'number' ? version : 0;
}

/**
 * The database that counts. New packages also hold an old one with a single note that asks to update Anki, so the
 * newest wins when `meta` names one that is not there.
 */
function databaseName(files: Files, version: number | null): string | undefined {
  const named = databases[(version ?? 0) - 1];
  if (named !== undefined && files.has(named)) return named;
  return databases.toReversed().find((name) => files.has(name));
}

function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  remarks: Remark[],
): Uint8Array<ArrayBuffer> | null {
  const found = inflateZstd(bytes, limits.inflated);
  if (found.ok) return found.bytes;
  remarks.push(
    found.error === 'broken'
      ? { code: 'zip-broken', params: { name } }
      : { code: 'zip-too-large', params: { name, limit: limits.inflated } },
  );
  return null;
}

/** Old packages keep the names as JSON, `{"0":"a.png"}`. */
function namesOfJson(bytes: Uint8Array): readonly (readonly [string, string])[] {
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof found !== 'object' || found === null) return [];
    return Object.entries(found).flatMap(([entry, name]): [string, string][] =>
      typeof name === 'string' ? [[name.normalize('NFC'), entry]] : [],
    );
  } catch {
    return [];
  }
}

/** New ones as a list, in which the place is the entry. */
const namesOfProto = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  readProto(bytes)
    .filter(({ number, value }) => number === 1 && value instanceof Uint8Array)
    .map(({ value }, index) => [
      protoText(value instanceof Uint8Array ? readProto(value) : [], 1).normalize('NFC'),
      String(index),
    ]);

/** Opens an `.apkg` or `.colpkg` of any generation. */
export function openAnkiArchive(bytes: Uint8Array): AnkiArchive {
  const archive = openZip(bytes, (name) => wanted.has(name));
  const remarks = [...archive.remarks];
  const version = versionOf(archive.files);
  const name = databaseName(archive.files, version);
  const none = { database: null, media: new Map<string, string>(), isZstd: false };
  if (version !== null && (version < 1 || version > ZSTD_VERSION))
    return { ...none, remarks: [...remarks, { code: 'anki-too-new' }] };
  const stored = archive.files.get(name ?? '');
  if (!stored || name === undefined)
    return { ...none, remarks: [...remarks, { code: 'anki-no-collection' }] };
  const isZstd = name === databases[2];
  const database = isZstd ? inflated(stored, name, remarks) : stored;
  const list = archive.files.get('media');
  const plain = list && isZstd ? inflated(list, 'media', remarks) : list;
  const names = plain ? (isZstd ? namesOfProto(plain) : namesOfJson(plain)) : [];
  return { database, media: new Map(names), isZstd, remarks };
}

/** In the list of contents. */
export const looksLikeAnkiPackage = (names: readonly string[]): boolean =>
  names.some((name) => /^collection\.anki2(?:1b?)?$/.test(name));
