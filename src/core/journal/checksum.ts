const table = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/** CRC-32 (IEEE 802.3) of an ASCII text, as an unsigned number. It finds accidents, not forgeries. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(i)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The checksum as eight hexadecimal digits. */
export const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** A text of one line, with its checksum in front. */
export const sealed = (text: string): string => `${checksum(text)} ${text}`;

/** What was sealed, or undefined when the checksum does not fit. */
export function unsealed(line: string): string | undefined {
  const text = line.slice(9);
  return line[8] === ' ' && line.slice(0, 8) === checksum(text) ? text : undefined;
}

const hex4 = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON in printable ASCII: some browsers count two bytes for each character of a text with others. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, hex4);
