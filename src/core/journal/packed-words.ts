/** Texts in a list, mostly short names: as they are, with a comma after each; at equal width without. */

/** What is no letter, digit, `_` or `-` is written `.` and four hexadecimal digits. */
const escaped = (text: string): string =>
  text.replace(/[^\w-]/g, (unit) => `.${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const unescaped = (text: string): string =>
  text.replace(/\.([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** The width of all words comes first, 0 when they differ or are empty. */
export function writeWords(words: readonly string[]): string {
  // Nearly always all are plain, and one look at the whole is cheap.
  const list = /[^\w-]/.test(words.join('')) ? words.map(escaped) : words;
  const width = list[0]?.length ?? 0;
  return width > 0 && list.every(({ length }) => length === width)
    ? `${width}:${list.join('')}`
    : `0:${list.map((word) => `${word},`).join('')}`;
}

export interface WordReader {
  /** @throws SyntaxError at the end, and for a word that is cut off */
  readonly next: () => string;
  readonly isAtEnd: () => boolean;
}

/**
 * The words one by one: a list of all of them would only be thrown away.
 * @throws SyntaxError when it is not what `writeWords` wrote
 */
export function wordReader(text: string): WordReader {
  const width = /^\d+(?=:)/.exec(text)?.[0];
  if (width === undefined) throw new SyntaxError('no width');
  const fixed = Number(width);
  const gap = fixed > 0 ? 0 : 1;
  const isEscaped = text.includes('.');
  let at = width.length + 1;
  return {
    next() {
      const end = fixed > 0 ? at + fixed : text.indexOf(',', at);
      if (end < at || end > text.length) throw new SyntaxError('a word is missing');
      const word = text.slice(at, end);
      at = end + gap;
      return isEscaped ? unescaped(word) : word;
    },
    isAtEnd: () => at === text.length,
  };
}

/** @throws SyntaxError when it is not what `writeWords` wrote */
export function readWords(text: string): string[] {
  const reader = wordReader(text);
  const words: string[] = [];
  while (!reader.isAtEnd()) words.push(reader.next());
  return words;
}
