/**
 * Four bytes as five letters: a quarter longer than the bytes, where base64 is a third. Printable ASCII without
 * quotation marks and backslash, which JSON doubles, and without `#`, `%`, `&`, which mark lines.
 */
const LETTERS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!$'()*+,-./:;<=>?@[]^_`";
const BASE = 85;
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));

/** Bytes as text; the last group may be shorter than five letters. */
export function formatBytes(bytes: readonly number[]): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]];
    let rest = ((a * 256 + b) * 256 + c) * 256 + d;
    let group = '';
    for (let place = 0; place < 5; place += 1) {
      group = LETTERS.charAt(rest % BASE) + group;
      rest = Math.floor(rest / BASE);
    }
    groups.push(group.slice(0, Math.min(4, bytes.length - i) + 1));
  }
  return groups.join('');
}

/** @throws when a letter is none of the 85 */
export function parseBytes(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 5) {
    let bits = 0;
    // A short group counts as filled with the highest letter: its bytes are then not rounded down.
    for (let place = 0; place < 5; place += 1) bits = bits * BASE + valueOf(text[i + place]);
    const count = Math.min(5, text.length - i) - 1;
    for (let place = 3; place > 3 - count; place -= 1)
      bytes.push(Math.floor(bits / 256 ** place) & 255);
  }
  return bytes;
}

function valueOf(letter: string | undefined): number {
  const value = letter === undefined ? BASE - 1 : VALUES.get(letter);
  if (value === undefined) throw new Error('not a letter of this alphabet');
  return value;
}
