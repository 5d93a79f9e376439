import { limits } from '#core/pack/limits.ts';
import type { AnkiNote } from '#formats/anki/note.ts';
import type { FindImage } from '#formats/html.ts';
import type { Remark } from '#formats/imported.ts';
import { pictureKind } from '#formats/picture-kind.ts';
import { openZip } from '#formats/zip.ts';
import type { AnkiArchive } from './archive.ts';
import { inflateZstd } from './zstd.ts';

/** The pictures that notes show, by the names that they get in a pack. */
export interface Pictures {
  readonly find: FindImage;
  readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly remarks: readonly Remark[];
}

const source = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Addresses are file names, perhaps escaped as in the web. */
function nameOf(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return address.normalize('NFC');
  }
}

const shown = (notes: readonly AnkiNote[]): ReadonlySet<string> =>
  new Set(
    notes
      .flatMap(({ fields }) => fields)
      .flatMap(({ text }) => [...text.slice(0, limits.text).matchAll(source)])
      .map(([, double, single, bare]) => nameOf(double ?? single ?? bare ?? '')),
  );

const safeName = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'picture';

/** Takes those pictures out of the package that a note shows; the others cost nothing. */
export function takePictures(
  bytes: Uint8Array,
  { media, isZstd }: AnkiArchive,
  notes: readonly AnkiNote[],
): Pictures {
  const entries = new Map(
    [...shown(notes)].flatMap((name): [string, string][] => {
      const entry = media.get(name);
      return entry === undefined ? [] : [[name, entry]];
    }),
  );
  const needed = new Set(entries.values());
  const archive = needed.size === 0 ? null : openZip(bytes, (name) => needed.has(name));
  const remarks = [...(archive?.remarks ?? [])];
  const names = new Map<string, string>();
  const taken = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, entry] of entries) {
    const stored = archive?.files.get(entry);
    const picture =
      stored && (isZstd ? inflateZstd(stored, limits.image) : { ok: true, bytes: stored });
    if (!picture) continue;
    const content = 'bytes' in picture ? picture.bytes : null;
    const kind = content && pictureKind(content);
    if (!content || content.length > limits.image)
      remarks.push({ code: 'anki-image-large', params: { name, limit: limits.image } });
    else if (!kind) remarks.push({ code: 'anki-image-kind', params: { name } });
    else {
      const base = safeName(name);
      let own = `${base}.${kind}`;
      for (let count = 2; taken.has(own); count += 1) own = `${base}-${count}.${kind}`;
      names.set(name, own);
      taken.set(own, content);
    }
  }
  return { find: (address) => names.get(nameOf(address)) ?? null, media: taken, remarks };
}
