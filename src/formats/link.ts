import { deflateSync, inflateSync } from 'fflate';

/** Longer links are cut by messengers and mail programs. */
export const LONGEST_LINK = 8000;

/** What no document so long comes down to. */
const HOPELESS = 400_000;

/** Revisions cannot be compressed, and the reader reckons them anew. */
const withoutRevisions = (document: string): string =>
  document.replaceAll(/"(textRev|keyRev)":"[\w-]{8}"/g, '"$1":"00000000"');

/** A pack's document as letters for the end of an address; `null` when it does not fit. */
export function writePackLink(document: string): string | null {
  if (document.length > HOPELESS) return null;
  const packed = deflateSync(new TextEncoder().encode(withoutRevisions(document)), { level: 9 });
  let letters = '';
  for (const byte of packed) letters += String.fromCharCode(byte);
  const link = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return link.length > LONGEST_LINK ? null : link;
}

/** The document in a link; `null` when there is none, or more than a link can hold. */
export function readPackLink(link: string): Uint8Array<ArrayBuffer> | null {
  if (link.length > LONGEST_LINK || !/^[\w-]+$/.test(link)) return null;
  try {
    const letters = atob(link.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    // A thousandfold at most: six megabytes.
    return inflateSync(packed);
  } catch {
    return null;
  }
}
