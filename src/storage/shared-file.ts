/** Where the service worker (`public/share.js`) lays a file aside, and under what name. */
const CACHE = 'mondo-shared';
const FILE = 'file';

/** The shared file that waits, once; `null` when none does, as after a reload. */
export async function takeSharedFile(caches: CacheStorage): Promise<File | null | 'lost'> {
  try {
    const waiting = await (await caches.open(CACHE)).match(FILE);
    if (waiting === undefined) return null;
    const name = decodeURIComponent(waiting.headers.get('x-name') ?? '');
    const file = new File([await waiting.blob()], name);
    await caches.delete(CACHE);
    return file;
  } catch {
    return 'lost';
  }
}
