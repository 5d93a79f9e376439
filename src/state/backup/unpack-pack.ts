import * as v from 'valibot';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { Pack } from '#core/pack/model.ts';
import { err, ok, type Result } from '#core/result.ts';
import { digestOf, type Media } from '#formats/archive.ts';
import { decodeBase64 } from '#formats/base64.ts';
import { examinePackParts } from '#formats/examined.ts';
import { isFetchable } from '#storage/remote.ts';
import type { PartFault } from './part-fault.ts';

/** As `packEntry` writes it. */
const shape = v.object({
  version: v.string(),
  digest: v.string(),
  from: v.nullable(v.string()),
  document: v.unknown(),
  pictures: v.array(v.object({ name: v.string(), base64: v.string() })),
});

type Entry = v.InferOutput<typeof shape>;

export interface UnpackedPack {
  readonly pack: Pack;
  readonly media: Media;
  readonly digest: string;
  /** `null` too when nothing could be fetched from there. */
  readonly from: string | null;
}

/** Reads a pack of a backup as its file would be read: what the doctor refuses, or is not as it was saved, is not let in. */
export async function unpackPack(text: string): Promise<Result<UnpackedPack, PartFault>> {
  const entry = entryOf(text);
  const pictures = entry && picturesOf(entry);
  if (entry === null || pictures === null) return err('damaged');
  const { document, digest, version, from } = entry;
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { found, problems } = await examinePackParts(bytes, pictures, 'pack');
  if (found === null) return err(faultOf(problems[0]?.code));
  const isAsSaved = (await digestOf(canonicalJson(document), pictures)) === digest;
  if (!isAsSaved || found.pack.version !== version) return err('damaged');
  return ok({ ...found, from: from !== null && isFetchable(from) ? from : null });
}

function entryOf(text: string): Entry | null {
  try {
    const parsed = v.safeParse(shape, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** `null` when one of them is none, or there is one name twice. */
function picturesOf({ pictures }: Entry): Media | null {
  const media = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { name, base64 } of pictures) {
    const bytes = decodeBase64(base64);
    if (bytes === null || media.has(name)) return null;
    media.set(name, bytes);
  }
  return media;
}

const tooLarge: ReadonlySet<string> = new Set([
  'document_too_large',
  'archive_too_large',
  'archive_too_many',
  'image_too_large',
]);

function faultOf(code: string | undefined): PartFault {
  if (code === 'format_newer') return 'newer';
  return code !== undefined && tooLarge.has(code) ? 'too-large' : 'errors';
}
