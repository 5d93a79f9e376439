import { err, ok, type Result } from '#core/result.ts';

/** What was fetched, and from where in the end. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** After all redirects. */
  readonly address: string;
}

/** `unreachable` also where the other site lets no page read it: browsers tell no difference. */
export type FetchTrouble = 'not-secure' | 'unreachable' | 'refused' | 'too-large' | 'stopped';

/** In milliseconds. */
const PATIENCE = 60_000;

const isLocal = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

/** Whether a pack may be fetched from there: https, and http from this very machine. */
export function isFetchable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const hasSecret = url.username !== '' || url.password !== '';
  return !hasSecret && (url.protocol === 'https:' || isLocal(url));
}

async function readAll(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The one function that asks another site for something, and only after a tap that names its host: without cookies,
 * without saying where from. What the other site calls the content does not matter; it is read up to a limit.
 * @param limit in bytes
 */
export async function fetchPack(
  address: string,
  limit: number,
  signal: AbortSignal,
): Promise<Result<Fetched, FetchTrouble>> {
  if (!isFetchable(address)) return err('not-secure');
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      mode: 'cors',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    if (!isFetchable(response.url)) return err('not-secure');
    if (!response.ok || response.body === null) return err('refused');
    const bytes = await readAll(response.body, limit);
    return bytes === null ? err('too-large') : ok({ bytes, address: response.url });
  } catch {
    return err(signal.aborted ? 'stopped' : 'unreachable');
  }
}
