import { expect, test } from 'vitest';
import { decodeText } from './decode.ts';

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((unit) =>
    isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
  return Uint8Array.from(bytes);
};

test.each([
  ['plain UTF-8', new TextEncoder().encode('鍵 key'), 'utf-8', '鍵 key'],
  ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFkey'), 'utf-8', 'key'],
  ['UTF-16 of Windows', utf16('鍵', false), 'utf-16le', '鍵'],
  ['UTF-16 the other way round', utf16('鍵', true), 'utf-16be', '鍵'],
  // 「かぎ」 as Excel saves CSV in Japan.
  ['Shift_JIS', Uint8Array.of(0x82, 0xa9, 0x82, 0xac), 'shift_jis', 'かぎ'],
  ['what Windows wrote in Europe', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'windows-1252', 'café'],
])('%s', (_name, bytes, encoding, text) => {
  expect(decodeText(bytes)).toEqual({ encoding, text });
});

test('line ends of every system become one', () => {
  expect(decodeText(new TextEncoder().encode('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
});
