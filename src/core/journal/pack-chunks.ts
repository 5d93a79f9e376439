import { formatBytes, parseBytes } from './base85.ts';
import { checksum } from './checksum.ts';

/**
 * A dictionary is needed by every block, so it must survive a broken character. It is cut into chunks, and two
 * parities, of the even and of the odd chunks, restore one lost chunk each: even two neighbours may go.
 */
const CHUNK_CHARACTERS = 512;
const CHUNK_MARK = '%';
const PARITY_MARK = '&';

/** The mark, a checksum, and `<number>:<text>`. */
const marked = (mark: string, number: string, text: string): string => {
  const payload = `${number}:${text}`;
  return `${mark}${checksum(payload)}${payload}`;
};

const codes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** Character by character, the exclusive or of all; shorter chunks count as filled with zeros. */
const parityOf = (chunks: readonly (readonly number[])[]): number[] => {
  const length = chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0);
  return Array.from({ length }, (_, i) =>
    chunks.reduce((parity, chunk) => parity ^ (chunk[i] ?? 0), 0),
  );
};

const everySecond = <T>(items: readonly T[], first: number): T[] =>
  items.filter((_, i) => i % 2 === first);

/** Cuts an ASCII text into lines that survive the loss of one of them. */
export function formatChunks(text: string): string[] {
  const chunks: string[] = [];
  for (let i = 0; i < text.length; i += CHUNK_CHARACTERS) {
    chunks.push(text.slice(i, i + CHUNK_CHARACTERS));
  }
  const parities = [0, 1].map((half) => {
    const parity = formatBytes(parityOf(everySecond(chunks.map(codes), half)));
    return marked(PARITY_MARK, `${half}/${chunks.length}`, parity);
  });
  // The last chunk never stands beside its own parity, lest one broken line end take both.
  if (chunks.length % 2 === 1) parities.reverse();
  return [...chunks.map((chunk, i) => marked(CHUNK_MARK, String(i), chunk)), ...parities];
}

/** The sound lines under a mark, by number. */
function soundLines(lines: readonly string[], mark: string): Map<string, string> {
  const sound = new Map<string, string>();
  for (const line of lines) {
    const payload = line.slice(9);
    const colon = payload.indexOf(':');
    if (line.startsWith(mark) && line.slice(1, 9) === checksum(payload) && colon > 0) {
      sound.set(payload.slice(0, colon), payload.slice(colon + 1));
    }
  }
  return sound;
}

/** Restores the only missing chunk of one half, if the parity is there. */
function restore(chunks: (string | undefined)[], half: number, parity: string | undefined): void {
  const missing = everySecond(chunks, half).filter((chunk) => chunk === undefined).length;
  if (missing !== 1 || parity === undefined) return;
  const known = everySecond(chunks, half).flatMap((chunk) =>
    chunk === undefined ? [] : [codes(chunk)],
  );
  const restored = parityOf([...known, parseBytes(parity)])
    .filter((code) => code !== 0)
    .map((code) => String.fromCharCode(code))
    .join('');
  const place = chunks.findIndex((chunk, i) => chunk === undefined && i % 2 === half);
  chunks[place] = restored;
}

/** @returns the text, undefined when too much of it is lost, and how many lines are damaged */
export function parseChunks(lines: readonly string[]): {
  readonly text: string | undefined;
  readonly broken: number;
} {
  const sound = soundLines(lines, CHUNK_MARK);
  const parities = soundLines(lines, PARITY_MARK);
  const count = Number([...parities.keys()][0]?.split('/')[1] ?? sound.size);
  const chunks = Array.from({ length: count }, (_, i) => sound.get(String(i)));
  const broken = chunks.filter((chunk) => chunk === undefined).length + 2 - parities.size;
  for (const half of [0, 1]) restore(chunks, half, parities.get(`${half}/${count}`));
  const text = chunks.includes(undefined) ? undefined : chunks.join('');
  return { text, broken };
}
