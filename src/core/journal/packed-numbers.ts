/**
 * Whole numbers as printable ASCII, a letter or a few each, the lowest place first: half of the letters say that
 * another follows. Neither quotation marks nor backslashes, which JSON doubles, and no blanks.
 */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .join('')
  .replace(/["\\]/g, '');
const BASE = LETTERS.length / 2;
const CODES = Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const VALUES = new Int8Array(128).fill(-1);
CODES.forEach((code, value) => {
  VALUES[code] = value;
});
/** As many arguments as a call takes without harm. */
const CHUNK = 4096;
/** 46^10 is more than `Number.MAX_SAFE_INTEGER`. */
const MOST_LETTERS = 10;
const INT = 2 ** 31;

export interface NumberWriter {
  /** @param value 0 or a whole number up to `Number.MAX_SAFE_INTEGER` */
  readonly whole: (value: number) => void;
  /** @param value a whole number, its double within `Number.MAX_SAFE_INTEGER` */
  readonly signed: (value: number) => void;
  readonly text: () => string;
}

/** Spreading would go through each code by itself. */
const textOf = (codes: Uint8Array): string => Reflect.apply(String.fromCharCode, null, codes);

export function numberWriter(): NumberWriter {
  let codes = new Uint8Array(CHUNK);
  let length = 0;
  const whole = (value: number): void => {
    if (length + MOST_LETTERS > codes.length) {
      const longer = new Uint8Array(codes.length * 2);
      longer.set(codes);
      codes = longer;
    }
    let rest = value;
    while (rest >= BASE) {
      // The remainder of what is no 32-bit integer is slow to find.
      const next = rest < INT ? (rest / BASE) | 0 : (rest - (rest % BASE)) / BASE;
      codes[length] = CODES[rest - next * BASE + BASE] ?? 0;
      length += 1;
      rest = next;
    }
    codes[length] = CODES[rest] ?? 0;
    length += 1;
  };
  return {
    whole,
    signed: (value) => whole(value < 0 ? -2 * value - 1 : 2 * value),
    text() {
      const chunks: string[] = [];
      for (let i = 0; i < length; i += CHUNK)
        chunks.push(textOf(codes.subarray(i, Math.min(length, i + CHUNK))));
      return chunks.join('');
    },
  };
}

export interface NumberReader {
  /** @throws SyntaxError at the end, and for what is no letter of ours; so does `signed` */
  readonly whole: () => number;
  readonly signed: () => number;
  readonly isAtEnd: () => boolean;
}

export function numberReader(text: string): NumberReader {
  let at = 0;
  const whole = (): number => {
    let value = 0;
    let place = 1;
    for (;;) {
      // Behind the end there is no code, and so no value.
      const digit = VALUES[text.charCodeAt(at)] ?? -1;
      at += 1;
      if (digit < 0) throw new SyntaxError('a number is missing');
      if (digit < BASE) return value + digit * place;
      value += (digit - BASE) * place;
      place *= BASE;
    }
  };
  return {
    whole,
    signed() {
      const value = whole();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    isAtEnd: () => at === text.length,
  };
}
