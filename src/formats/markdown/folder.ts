import { isSlug, type Slug } from '#core/ids.ts';
import { limits } from '#core/pack/limits.ts';
import type { Problem } from '#core/pack/problem.ts';

/** A pack's folder: paths below it, and what the files hold. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** The files of a pack by what they are; paths stay as they were. */
export interface Folder {
  readonly notes: Map<Slug, string>;
  readonly cases: Map<Slug, string>;
  readonly concepts: Map<Slug, { own: string | null; readonly scenarios: Map<Slug, string> }>;
  readonly media: Set<string>;
}

type Refuse = (path: string, code: string, params?: Problem['params']) => void;

const note = /^notes\/([^/]+)\.md$/;
const sharedCase = /^cases\/([^/]+)\.md$/;
const ofConcept = /^concepts\/([^/]+)\/([^/]+)\.md$/;
const picture = /^media\/([\w.-]+\.(?:png|jpg|jpeg|webp))$/;
const hidden = /(?:^|\/)[._]/;

/** Sorts the files of a folder; a file that belongs nowhere is refused, names with a dot in front are passed over. */
export function sortFiles(files: Files, refuse: Refuse): Folder {
  const folder: Folder = {
    notes: new Map(),
    cases: new Map(),
    concepts: new Map(),
    media: new Set(),
  };
  for (const path of [...files.keys()].toSorted()) {
    if (path === 'pack.yaml' || hidden.test(path)) continue;
    const content = files.get(path) ?? '';
    if (!place(folder, path, content, refuse)) refuse(path, 'file_unexpected', { path });
  }
  return folder;
}

function place(
  folder: Folder,
  path: string,
  content: string | Uint8Array,
  refuse: Refuse,
): boolean {
  const slugs = (note.exec(path) ?? sharedCase.exec(path) ?? ofConcept.exec(path))?.slice(1);
  if (slugs) {
    const bad = slugs.find((id) => !isSlug(id));
    const [first = '', second] = slugs;
    if (bad !== undefined) refuse(path, 'bad_file_name', { name: bad });
    else if (second !== undefined) placeInConcept(folder, path, first, second);
    else (path.startsWith('notes/') ? folder.notes : folder.cases).set(first, path);
    return true;
  }
  const [, name] = picture.exec(path) ?? [];
  if (name === undefined) return false;
  folder.media.add(name);
  if (content.length > limits.image) refuse(path, 'image_too_large', { limit: limits.image });
  if (typeof content === 'string' || !isPicture(content)) refuse(path, 'not_a_picture', { name });
  return true;
}

function placeInConcept(folder: Folder, path: string, concept: Slug, file: Slug): void {
  const entry = folder.concepts.get(concept) ?? { own: null, scenarios: new Map() };
  folder.concepts.set(concept, entry);
  if (file === 'concept') entry.own = path;
  else entry.scenarios.set(file, path);
}

const signatures: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

/** PNG, JPEG or WebP by its first bytes, whatever its name says. */
const isPicture = (bytes: Uint8Array): boolean =>
  signatures.some((signature) =>
    signature.every((byte, index) => byte === null || bytes[index] === byte),
  );
