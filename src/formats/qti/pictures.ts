import { limits } from '#core/pack/limits.ts';
import { resolved, type Bundle } from './bundle.ts';
import type { Scribe } from './scribe.ts';

/** The pictures of a package that its items show. */
export interface Pictures {
  /** The name in the media folder for an address that a file uses; null when there is none. */
  find(address: string, from: string, scribe: Pick<Scribe, 'explain'>): string | null;
  readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const starts = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

/** By its first bytes, never by its name. */
export function kindOfPicture(bytes: Uint8Array): 'png' | 'jpg' | 'webp' | null {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  const isWebp =
    starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8);
  return isWebp ? 'webp' : null;
}

const dataAddress = /^data:image\/[\w.+-]+;base64,/i;

function inlineBytes(address: string): Uint8Array<ArrayBuffer> | null {
  const mark = dataAddress.exec(address)?.[0];
  if (mark === undefined || address.length > limits.image * 1.5) return null;
  try {
    const text = atob(address.slice(mark.length).replaceAll(/\s/g, ''));
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Where learning platforms keep what they write a token for. */
const tokens: readonly (readonly [RegExp, string])[] = [
  [/^\$IMS[-_]CC[-_]FILEBASE\$\//i, 'web_resources/'],
  [/^(?:%24|\$)IMS[-_]CC[-_]FILEBASE(?:%24|\$)\//i, 'web_resources/'],
];
const blackboardFile = /bbcswebdav\/xid-(\w+)/;

function candidates(address: string, from: string, paths: readonly string[]): readonly string[] {
  const xid = blackboardFile.exec(address)?.[1];
  if (xid !== undefined) return paths.filter((path) => path.includes(`xid-${xid}.`));
  const plain = tokens.reduce((done, [token]) => done.replace(token, ''), address);
  const folders = plain === address ? [from, ''] : ['web_resources/', '', from];
  return folders.flatMap((folder) => resolved(plain, folder) ?? []);
}

const safeName = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'picture';

export function createPictures(bundle: Bundle): Pictures {
  const media = new Map<string, Uint8Array<ArrayBuffer>>();
  const names = new Map<string, string>();
  const paths = [...bundle.files.keys()];
  const add = (key: string, bytes: Uint8Array<ArrayBuffer>, kind: string): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const base = safeName(dataAddress.test(key) ? '' : key);
    let name = `${base}.${kind}`;
    for (let count = 2; media.has(name); count += 1) name = `${base}-${count}.${kind}`;
    media.set(name, bytes);
    names.set(key, name);
    return name;
  };
  return {
    media,
    find(address, from, scribe) {
      const isInline = dataAddress.test(address);
      const path = isInline
        ? address
        : candidates(address, from, paths).find((each) => bundle.files.has(each));
      const bytes = isInline ? inlineBytes(address) : bundle.files.get(path ?? '');
      if (!bytes || path === undefined) return null;
      const kind = kindOfPicture(bytes);
      const short = isInline ? 'data:' : address.slice(0, 200);
      if (kind === null) scribe.explain(address, 'qti-image-kind', { address: short });
      else if (bytes.length > limits.image)
        scribe.explain(address, 'qti-image-large', { address: short, limit: limits.image });
      else return add(path, bytes, kind);
      return null;
    },
  };
}
