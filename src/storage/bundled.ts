import { err, ok, type Result } from '#core/result.ts';

/** Why a file of our own build could not be had: no network and not kept offline, or no longer on the server. */
export type BundledTrouble = 'offline' | 'gone';

/** A file of our own build as it is. */
export async function fetchBytes(
  file: string,
): Promise<Result<Uint8Array<ArrayBuffer>, BundledTrouble>> {
  try {
    const response = await fetch(file, { credentials: 'same-origin' });
    if (!response.ok) return err('gone');
    return ok(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return err('offline');
  }
}

/**
 * A JSON file of our own build, by its hashed address relative to the page. The service worker answers offline.
 * Its shape is the compiler's word: same origin, hashed, never foreign.
 */
export async function fetchBundled(file: string): Promise<Result<unknown, BundledTrouble>> {
  try {
    const response = await fetch(file, { credentials: 'same-origin' });
    if (!response.ok) return err('gone');
    return ok(await response.json());
  } catch {
    return err('offline');
  }
}
