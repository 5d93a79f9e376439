import { zipSync, type Zippable } from 'fflate';
import { canonicalJson } from '#core/pack/canonical.ts';
import { limits } from '#core/pack/limits.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { parsePack } from '#core/pack/read-document.ts';
import { digest } from './digest.ts';
import type { Remark } from './imported.ts';
import { isZip, openZip } from './zip.ts';

/** Pictures by their names in the pack. */
export type Media = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A shared pack: `*.mondo.json`, or `*.mondo`, which is the same in a zip with its pictures. */
export interface PackFile {
  /** `null` when there is an error among the problems. */
  readonly pack: Pack | null;
  readonly media: Media;
  readonly problems: readonly Problem[];
}

const DOCUMENT = 'pack.mondo.json';
const MEDIA = 'media/';
const PICTURE = /^[\w.-]+\.(?:png|jpg|jpeg|webp)$/;

/** Reads a pack's file, whatever its name: a zip is told from its first bytes. */
export function readPackFile(bytes: Uint8Array<ArrayBuffer>, name: string): PackFile {
  const read = isZip(bytes) ? readArchive(bytes, name) : readDocument(bytes, name, new Map(), []);
  return withoutBroken(read);
}

const withoutBroken = (read: PackFile): PackFile =>
  read.problems.some(({ severity }) => severity === 'error') ? { ...read, pack: null } : read;

const problemIn = (
  file: string,
  code: string,
  params: Problem['params'] = {},
  severity: Problem['severity'] = 'error',
): Problem => ({ severity, code, file, line: 1, column: 1, path: [], params });

/** Reads a pack whose document and pictures come one by one; they may hold together what an archive may. */
export function readPackParts(
  document: Uint8Array<ArrayBuffer>,
  pictures: Media,
  name: string,
): PackFile {
  const { media, problems } = readMedia(pictures, name);
  const size = [...pictures.values()].reduce((sum, { length }) => sum + length, document.length);
  const count = pictures.size + 1;
  const isTooLarge = size > limits.inflated;
  const isTooMany = count > limits.entries;
  const read = readDocument(document, name, media, [
    ...(isTooLarge ? [problemIn(name, 'archive_too_large', { name, limit: limits.inflated })] : []),
    ...(isTooMany ? [problemIn(name, 'archive_too_many', { count, limit: limits.entries })] : []),
    ...problems,
  ]);
  return withoutBroken(read);
}

function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  media: Media,
  problems: readonly Problem[],
): PackFile {
  const refused = (code: string, params: Problem['params'] = {}): PackFile => ({
    pack: null,
    media,
    problems: [...problems, problemIn(file, code, params)],
  });
  if (bytes.length > limits.document)
    return refused('document_too_large', { limit: limits.document });
  const text = decoded(bytes);
  if (text === null) return refused('not_utf8');
  const parsed = parsePack(text, file);
  if (!parsed.ok) return { pack: null, media, problems: [...problems, ...parsed.error] };
  const pack = parsed.value;
  return { pack, media, problems: [...problems, ...absentPictures(pack, media, file)] };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the opener of archives says, as problems of a pack. */
const archiveCodes: ReadonlyMap<string, string> = new Map([
  ['zip-path', 'archive_path'],
  ['zip-too-large', 'archive_too_large'],
  ['zip-too-many', 'archive_too_many'],
  ['zip-broken', 'archive_entry_broken'],
]);

const archiveProblem = (file: string, { code, params = {} }: Remark): Problem =>
  problemIn(file, archiveCodes.get(code) ?? 'archive_broken', params);

function readArchive(bytes: Uint8Array<ArrayBuffer>, file: string): PackFile {
  if (bytes.length > limits.inflated)
    return {
      pack: null,
      media: new Map(),
      problems: [problemIn(file, 'document_too_large', { limit: limits.inflated })],
    };
  const ignored: string[] = [];
  const { files, remarks } = openZip(bytes, (path) => {
    const isOurs = path === DOCUMENT || path.startsWith(MEDIA);
    if (!isOurs) ignored.push(path);
    return isOurs;
  });
  const pictures = [...files].flatMap(([path, content]) =>
    path.startsWith(MEDIA) ? [[path.slice(MEDIA.length), content] as const] : [],
  );
  const { media, problems: inMedia } = readMedia(new Map(pictures), file);
  const problems = [
    ...remarks.map((remark) => archiveProblem(file, remark)),
    ...ignored
      .slice(0, MOST_IGNORED)
      .map((name) => problemIn(file, 'archive_file_ignored', { name }, 'warning')),
    ...inMedia,
  ];
  const document = files.get(DOCUMENT);
  if (document) return readDocument(document, `${file}/${DOCUMENT}`, media, problems);
  const lost = problemIn(file, 'archive_without_pack', { name: DOCUMENT });
  return { pack: null, media, problems: remarks.length > 0 ? problems : [...problems, lost] };
}

const MOST_IGNORED = 20;

function readMedia(pictures: Media, file: string) {
  const media = new Map<string, Uint8Array<ArrayBuffer>>();
  const problems: Problem[] = [];
  for (const [name, bytes] of pictures) {
    const place = `${file}/${MEDIA}${name}`;
    if (!PICTURE.test(name) || !isPicture(bytes, name))
      problems.push(problemIn(place, 'not_a_picture', { name }));
    else if (bytes.length > limits.image)
      problems.push(problemIn(place, 'image_too_large', { limit: limits.image }));
    else media.set(name, bytes);
  }
  return { media, problems };
}

/** Whether the first bytes are those of the kind of picture that the name promises. */
function isPicture(bytes: Uint8Array, name: string): boolean {
  const begins = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, place) => bytes[at + place] === byte);
  if (name.endsWith('.png')) return begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  // RIFF, and after its length WEBP.
  if (name.endsWith('.webp'))
    return begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8);
  return begins([0xff, 0xd8, 0xff]);
}

/** Its words stand in for a picture that is not there, so the pack can be studied all the same. */
const absentPictures = (pack: Pack, media: Media, file: string): Problem[] =>
  [...pictureNames(pack)]
    .filter((name) => !media.has(name))
    .map((name) => problemIn(file, 'media_missing', { name }, 'warning'));

/** The names of all pictures that the texts of a pack show. */
function pictureNames(value: unknown, names: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return names;
  if ('type' in value && value.type === 'image' && 'source' in value)
    names.add(String(value.source));
  else for (const child of Object.values(value)) pictureNames(child, names);
  return names;
}

/** The document in its canonical form: the same pack gives the same bytes. */
export const writeDocument = (pack: Pack): string => canonicalJson(pack);

/** Zips know no zone: this is the first moment that they can name, the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** The document with its pictures in one file; the same pack gives the same bytes. */
export function writeArchive(pack: Pack, media: Media): Uint8Array<ArrayBuffer> {
  const files: Zippable = { [DOCUMENT]: new TextEncoder().encode(writeDocument(pack)) };
  for (const [name, bytes] of sorted(media)) files[`${MEDIA}${name}`] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: NO_TIME, level: 9 });
}

const sorted = (media: Media) => [...media].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Names a version: SHA-256 over the canonical form, and over the pictures where there are any. */
export const packDigest = (pack: Pack, media: Media): Promise<string> =>
  digestOf(writeDocument(pack), media);

/** @param document in its canonical form */
export async function digestOf(document: string, media: Media): Promise<string> {
  if (media.size === 0) return digest(document);
  const pictures = await Promise.all(
    sorted(media).map(async ([name, bytes]) => [name, await digest(bytes)] as const),
  );
  return digest(`${document}\n${canonicalJson(Object.fromEntries(pictures))}`);
}
