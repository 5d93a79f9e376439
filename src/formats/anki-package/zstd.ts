import { Decompress, decompress } from 'fzstd';

/** What inflating gives: the bytes, or why there are none. */
export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly error: 'broken' | 'too-large' };

interface Frame {
  /** How far back a block may reach. */
  readonly window: number;
  /** Null: the frame does not say. */
  readonly size: number | null;
  readonly blocks: number;
  readonly end: number;
}

const MAGIC = 0xfd2fb528;
/** What zstd asks of every decoder. */
const WIDEST_WINDOW = 8_388_608;
/** The decoder moves its window once for each block: this many bytes take about a second. */
const MOST_MOVED = 6_000_000_000;
const RLE = 1;

const little = (bytes: Uint8Array, at: number, length: number): number =>
  Array.from({ length }).reduce<number>(
    (sum, _unused, index) => sum + (bytes[at + index] ?? 0) * 256 ** index,
    0,
  );

/** Walks over a frame by what its headers say, without inflating it (RFC 8878, 3.1.1). */
function frameOf(bytes: Uint8Array): Frame | null {
  if (bytes.length < 9 || little(bytes, 0, 4) !== MAGIC) return null;
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const sizeAt = 5 + (isSingle ? 0 : 1) + dictionary;
  const size =
    sizeLength === 0 ? null : little(bytes, sizeAt, sizeLength) + (sizeLength === 2 ? 256 : 0);
  const exponent = 2 ** (10 + ((bytes[5] ?? 0) >> 3));
  const window = isSingle ? (size ?? 0) : exponent + (exponent / 8) * ((bytes[5] ?? 0) & 7);
  let at = sizeAt + sizeLength;
  let blocks = 0;
  for (;;) {
    if (at + 3 > bytes.length) return null;
    const header = little(bytes, at, 3);
    const length = header >> 3;
    at += 3 + (((header >> 1) & 3) === RLE ? 1 : length);
    blocks += 1;
    if ((header & 1) === 1) break;
  }
  const end = at + ((descriptor & 4) === 0 ? 0 : 4);
  return end > bytes.length ? null : { window, size, blocks, end };
}

class TooLarge extends Error {}

function streamed(frame: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const decoder = new Decompress((chunk) => {
    length += chunk.length;
    if (length > limit) throw new TooLarge();
    chunks.push(chunk.slice());
  });
  decoder.push(frame, true);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Inflates one zstd frame within a limit, whatever its header promises. */
export function inflateZstd(bytes: Uint8Array, limit: number): Inflated {
  const frame = frameOf(bytes);
  if (!frame) return { ok: false, error: 'broken' };
  const { size, window, blocks, end } = frame;
  if (size !== null && size > limit) return { ok: false, error: 'too-large' };
  if (size === null && (window > WIDEST_WINDOW || window * blocks > MOST_MOVED))
    return { ok: false, error: 'too-large' };
  try {
    const body = bytes.subarray(0, end);
    return size === null
      ? { ok: true, bytes: streamed(body, limit) }
      : { ok: true, bytes: new Uint8Array(decompress(body, new Uint8Array(size))) };
  } catch (error) {
    return { ok: false, error: error instanceof TooLarge ? 'too-large' : 'broken' };
  }
}
