import { limits } from '#core/pack/limits.ts';
import { cutAnswers } from './answers.ts';

/** A number that is asked for: a pack has typed answers, and no arithmetic. */
export interface NumericAnswer {
  /** Weight and numbers as GIFT has them. */
  readonly source: string;
  /** As it can be typed; none when nobody can type it. */
  readonly texts: readonly string[];
  /** As it was written, without the weight. */
  readonly range: string;
  readonly right: boolean;
  readonly feedback: string;
}

export interface Numeric {
  readonly answers: readonly NumericAnswer[];
  /** No numbers at all. */
  readonly broken: readonly string[];
  /** Said to every answer that is not listed. */
  readonly otherwise: string;
  readonly isExact: boolean;
}

const number = /^[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?$/;

const asNumber = (text: string): number | null => (number.test(text) ? Number(text) : null);

/** All whole numbers of a range, if they are few enough to be listed. */
function wholeNumbers(from: number, to: number): readonly string[] | null {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return null;
  if (to < from || to - from >= limits.options) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

interface Value {
  readonly texts: readonly string[];
  readonly isExact: boolean;
}

/** `min..max`, `value:tolerance`, or a value; null when it is no number. */
function valueOf(text: string): Value | null {
  const [min = '', max] = text.split('..').map((part) => part.trim());
  if (max !== undefined) {
    const [from, to] = [asNumber(min), asNumber(max)];
    if (from === null || to === null) return null;
    return { texts: wholeNumbers(from, to) ?? [], isExact: false };
  }
  const [said = '', within = '0'] = text.split(':').map((part) => part.trim());
  const [value, tolerance] = [asNumber(said), asNumber(within)];
  if (value === null || tolerance === null) return null;
  if (tolerance === 0) return { texts: [said], isExact: true };
  const whole = wholeNumbers(value - tolerance, value + tolerance);
  return { texts: whole ?? [said], isExact: false };
}

/** @param raw what stands behind the first `#`; a `~#…` at its end is said to every wrong answer */
export function readNumeric(raw: string): Numeric {
  const [listed = '', ...others] = raw.split('~');
  const answers: NumericAnswer[] = [];
  const broken: string[] = [];
  let isExact = others.length === 0;
  for (const { text, feedback, weight = 100 } of cutAnswers(listed, /=/g)) {
    const value = valueOf(text);
    if (value === null) broken.push(text);
    else {
      const right = weight >= 100;
      isExact &&= value.isExact && (right || weight <= 0);
      answers.push({
        source: `=%${weight}%${text}`,
        texts: value.texts,
        range: text,
        right,
        feedback,
      });
    }
  }
  return { answers, broken, otherwise: others.join('~').replace(/^\s*#/, '').trim(), isExact };
}
