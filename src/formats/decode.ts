/** A text as it was stored. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';
}

const marks: readonly (readonly [Decoded['encoding'], readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const strictly = (bytes: Uint8Array, encoding: Decoded['encoding']): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Letters that Japanese is full of, and that bytes of another encoding seldom make. */
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Text of bytes whose encoding nobody names: by its mark, else UTF-8, else what old spreadsheets write
 * (Shift_JIS in Japan, Windows-1252 elsewhere). Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const found = marked ? read(bytes, marked[0]) : (guess(bytes) ?? read(bytes, 'windows-1252'));
  return { ...found, text: found.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') };
}

const read = (bytes: Uint8Array, encoding: Decoded['encoding']): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

function guess(bytes: Uint8Array): Decoded | null {
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const shiftJis = strictly(bytes, 'shift_jis');
  return shiftJis !== null && japanese.test(shiftJis)
    ? { text: shiftJis, encoding: 'shift_jis' }
    : null;
}
