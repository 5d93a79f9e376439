import { childOf, childrenOf, outermost, type XmlElement } from '#formats/xml.ts';
import {
  isBlank,
  plainField,
  readField,
  wordings,
  wordsOf,
  type Field,
  type Sheet,
} from './field.ts';
import { flag, fractionOf, letter, tooMany, withinLimit, type Outcome } from './outcome.ts';

export interface TypedAnswer {
  /** As Moodle writes it: `*` stands for anything, `\*` for itself. */
  readonly pattern: string;
  readonly why: Field;
  /** In percent. */
  readonly fraction: number;
}

/** An asterisk that is not escaped. */
const wildcard = /(?<!\\)\*/;

/** What is typed, against a list; patterns have no place in it. */
export function typedOf(
  sheet: Sheet,
  stem: Field,
  all: readonly TypedAnswer[],
  compare: 'prose' | 'exact',
): Outcome {
  const written = all.filter(({ pattern }) => pattern.trim() !== '' && !wildcard.test(pattern));
  const top = all.reduce((best, { fraction }) => Math.max(best, fraction), 0);
  const answers = written.map(({ pattern, why, fraction }) => ({
    text: plainField(sheet, pattern.replaceAll('\\*', '*').trim()),
    why,
    right: fraction > 0 && fraction === top,
  }));
  const lost = all.filter(({ pattern }) => wildcard.test(pattern));
  if (!answers.some(({ right }) => right))
    return lost.some(({ fraction }) => fraction > 0)
      ? { code: 'moodle-pattern-only' }
      : { code: 'moodle-no-right' };
  for (const { pattern, why } of lost)
    if (pattern.trim() !== '*' || !isBlank(why))
      sheet.remarks.push({ code: 'moodle-pattern', params: { pattern: pattern.slice(0, 200) } });
  if (all.some(({ fraction }) => fraction > 0 && fraction < top) || top < 100)
    sheet.remarks.push({ code: 'partial-credit' });
  const fitting = withinLimit(answers);
  if (!fitting) return tooMany(answers.length);
  if (fitting.length < answers.length) sheet.remarks.push(tooMany(answers.length));
  return {
    key: {
      kind: 'short',
      compare,
      answers: fitting.map(({ text, right }, index) => ({
        id: letter(index),
        right,
        texts: wordings(sheet, text),
      })),
    },
    choices: fitting.map(({ text, why }, index) => ({ id: letter(index), text, why })),
    stem,
  };
}

const answersOf = (sheet: Sheet): readonly TypedAnswer[] =>
  childrenOf(sheet.element, 'answer').map((answer) => ({
    pattern: wordsOf(answer),
    why: readField(sheet, childOf(answer, 'feedback')),
    fraction: fractionOf(answer),
  }));

export const readShort = (sheet: Sheet, stem: Field): Outcome =>
  typedOf(
    sheet,
    stem,
    answersOf(sheet),
    flag(sheet.element, 'usecase') === true ? 'exact' : 'prose',
  );

/** Digits, with a point or a comma, perhaps with an exponent. */
const literal = /^[-+]?(?:\d{1,40}(?:[.,]\d{0,40})?|[.,]\d{1,40})(?:e[-+]?\d{1,3})?$/i;

/** A number as people type it: `150.0` is also `150`. */
function spellings(number: string): readonly string[] {
  if (!literal.test(number)) return [];
  const short = number
    .replace(',', '.')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return short === number ? [number] : [short, number];
}

/** Numbers are compared as they are typed: what a tolerance would let through besides is lost. */
export function numbersOf(
  sheet: Sheet,
  stem: Field,
  all: readonly (TypedAnswer & { readonly tolerance: string })[],
): Outcome {
  const numbers = all.flatMap((answer) =>
    answer.pattern.trim() === '*'
      ? [answer]
      : spellings(answer.pattern.trim()).map((pattern) => ({ ...answer, pattern })),
  );
  const outcome = typedOf(sheet, stem, numbers, 'prose');
  if ('code' in outcome) return { code: 'moodle-no-number' };
  const wide = all.find(({ tolerance }) => Number(tolerance.replace(',', '.')) !== 0);
  if (wide)
    sheet.remarks.push({
      code: 'moodle-tolerance',
      params: { tolerance: wide.tolerance.slice(0, 40) },
    });
  return outcome;
}

const toleranceOf = (answer: XmlElement): string => wordsOf(childOf(answer, 'tolerance'));

export function readNumerical(sheet: Sheet, stem: Field): Outcome {
  const answers = childrenOf(sheet.element, 'answer');
  const tolerances = answers.map(toleranceOf);
  if (outermost(childrenOf(sheet.element, 'units'), 'unit').length > 0)
    sheet.remarks.push({ code: 'moodle-units' });
  return numbersOf(
    sheet,
    stem,
    answersOf(sheet).map((answer, index) => ({ ...answer, tolerance: tolerances[index] ?? '' })),
  );
}
