import type { Remark } from '#formats/imported.ts';
import { decodeBase64 } from '#formats/base64.ts';
import { addPicture, type Pictures as Media } from '#formats/picture.ts';
import { resolved, type Bundle } from './bundle.ts';
import type { Scribe } from './scribe.ts';

/** The pictures of a package that its items show. */
export interface Pictures {
  /** The name in the media folder for an address that a file uses; null when there is none. */
  find(address: string, from: string, scribe: Pick<Scribe, 'explain'>): string | null;
  readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const dataAddress = /^data:image\/[\w.+-]+;base64,/i;

function inlineBytes(address: string): Uint8Array<ArrayBuffer> | null {
  const mark = dataAddress.exec(address)?.[0];
  return mark === undefined ? null : decodeBase64(address.slice(mark.length));
}

/** What learning platforms write for the folder of their own files. */
const courseFolder = /^(?:%24|\$)IMS[-_]CC[-_]FILEBASE(?:%24|\$)\//i;
const blackboardFile = /bbcswebdav\/xid-(\w+)/;

function candidates(address: string, from: string, paths: readonly string[]): readonly string[] {
  const xid = blackboardFile.exec(address)?.[1];
  if (xid !== undefined) return paths.filter((path) => path.includes(`xid-${xid}.`));
  const plain = address.replace(courseFolder, '');
  const folders = plain === address ? [from, ''] : ['web_resources/', '', from];
  return folders.flatMap((folder) => resolved(plain, folder) ?? []);
}

export function createPictures(bundle: Bundle): Pictures {
  const media: Media = new Map();
  /** Names and refusals by the path within the package: each file is looked at once. */
  const taken = new Map<string, string | Remark>();
  const paths = [...bundle.files.keys()];
  const take = (path: string, bytes: Uint8Array<ArrayBuffer>): string | Remark => {
    const known = taken.get(path);
    if (known !== undefined) return known;
    const isInline = dataAddress.test(path);
    const made = addPicture(media, isInline ? 'picture' : path, bytes);
    if (!isInline) taken.set(path, made);
    return made;
  };
  return {
    media,
    find(address, from, scribe) {
      const inline = inlineBytes(address);
      const path = inline
        ? address
        : candidates(address, from, paths).find((each) => bundle.files.has(each));
      const bytes = inline ?? bundle.files.get(path ?? '');
      if (!bytes || path === undefined) return null;
      const made = take(path, bytes);
      if (typeof made === 'string') return made;
      scribe.explain(address, made);
      return null;
    },
  };
}
