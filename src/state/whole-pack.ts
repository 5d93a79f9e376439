import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import { fetchBytes, type BundledTrouble } from '#storage/bundled.ts';
import { archiveOf, sharedPack } from './own-changes.ts';
import type { Stores } from './stores.ts';

/** All of a pack as a file that any Mondo opens. */
interface WholePack {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why it could not be had: no network for a bundled one, or a database that does not open. */
export type WholeTrouble = BundledTrouble | 'unreadable';

/** A pack of the library in one file, whether it came with the app or was added. */
export async function wholePack(
  stores: Stores,
  { uid, version, wholeFile }: PackIndex,
): Promise<Result<WholePack, WholeTrouble>> {
  const name = `${uid}-${version}.mondo`;
  if (wholeFile !== undefined) {
    const fetched = await fetchBytes(wholeFile);
    return fetched.ok ? ok({ name, bytes: fetched.value }) : fetched;
  }
  const shared = await sharedPack(stores, uid);
  const archive = shared.ok ? await archiveOf(stores, shared.value) : shared;
  return archive.ok && archive.value !== null
    ? ok({ name, bytes: archive.value })
    : err('unreadable');
}
