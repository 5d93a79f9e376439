import { limits } from '#core/pack/limits.ts';
import type { Remark } from './imported.ts';
import { pictureKind } from './picture-kind.ts';

/** Pictures found so far, by the name that a pack gives them; the same picture is there once. */
export type Pictures = Map<string, Uint8Array<ArrayBuffer>>;

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** As packs name their files. */
const stemOf = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 60) || 'picture';

/** Takes a picture in; the answer is its name in the pack, or why it was not taken. */
export function addPicture(
  pictures: Pictures,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): string | Remark {
  const kind = pictureKind(bytes);
  const short = name.slice(0, 200);
  if (kind === null) return { code: 'picture-kind', params: { name: short } };
  if (bytes.length > limits.image)
    return { code: 'picture-too-large', params: { name: short, limit: limits.image } };
  if (pictures.size >= limits.entries)
    return { code: 'picture-too-many', params: { name: short, limit: limits.entries } };
  const stem = stemOf(name);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? `${stem}.${kind}` : `${stem}-${number}.${kind}`;
    const there = pictures.get(free);
    if (there === undefined) pictures.set(free, bytes);
    if (there === undefined || isSame(there, bytes)) return free;
  }
}
