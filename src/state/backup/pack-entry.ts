import { encodeBase64 } from '#formats/base64.ts';
import type { KeptPack, Pictures } from '#storage/kept-packs.ts';

const isJsonText = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * An added pack as a backup holds it: its document as it is, its pictures as base64. `unpackPack` reads it.
 * @returns null for a pack that cannot be read any more
 */
export function packEntry(
  { document, digest, version, from }: KeptPack,
  pictures: Pictures,
): string | null {
  if (!isJsonText(document)) return null;
  const list = [...pictures].map(([name, bytes]) => ({ name, base64: encodeBase64(bytes) }));
  const head = JSON.stringify({ version, digest, from }).slice(0, -1);
  return `${head},"document":${document},"pictures":${JSON.stringify(list)}}`;
}
