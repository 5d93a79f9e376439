import { limits } from '#core/pack/limits.ts';
import { placeOf } from './labels.ts';
import { listIn } from './list-cell.ts';
import type { AnswerForm } from './mapping.ts';

/** How texts are compared: width, case, blanks and a full stop at the end do not count. */
const formOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '');

/** `Option C`, `answer 2`, `選択肢ア`, `(b)`, `B)`: the label in it. */
const dressed =
  /^(?:option|choice|answer|opt|ans|選択肢|解答|回答)?[\s_#.:-]*[([（]?\s*([a-lア-シ]|\d{1,2})\s*[)\]）.:．：]?$/iu;
const separators = [
  /\s*[|｜\n]\s*/,
  /\s*[,;、，；&・]\s*/,
  /\s*(?:\band\b|と|および)\s*/iu,
  /\s*[/／]\s*/,
];

function parts(text: string): readonly (readonly string[])[] {
  const list = listIn(text);
  const cut = separators
    .map((separator) => text.split(separator).filter((part) => part !== ''))
    .filter((found) => found.length > 1 && found.length <= limits.options);
  return list === null ? cut : [list, ...cut];
}

type Find = (part: string, options: readonly string[]) => number | null;

const byLetter: Find = (part) => {
  const label = dressed.exec(part.normalize('NFKC').trim())?.[1] ?? '';
  return /^\d/.test(label) ? null : placeOf(label);
};
const byNumber: Find = (part) => {
  const label = dressed.exec(part.normalize('NFKC').trim())?.[1] ?? '';
  return /^\d/.test(label) ? placeOf(label) : null;
};
const byIndex: Find = (part) => {
  const text = part.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
};
/** The whole text, or the text behind its letter: `B) Paris`. */
const byText: Find = (part, options) => {
  const forms = options.map(formOf);
  const wanted = formOf(part);
  const whole = wanted === '' ? -1 : forms.indexOf(wanted);
  if (whole >= 0) return whole;
  const label = /^([a-l]|\d{1,2})\s*[).:．：]\s*(.+)$/iu.exec(wanted);
  const place = label ? placeOf(label[1] ?? '') : null;
  return place !== null && forms[place] === label?.[2] ? place : null;
};

/** All parts must fit, and name options that are there. */
function all(
  texts: readonly string[],
  options: readonly string[],
  find: Find,
): readonly number[] | null {
  const places = texts.map((text) => find(text, options));
  const found = places.filter(
    (place): place is number => place !== null && (options[place] ?? '').trim() !== '',
  );
  return found.length === texts.length && found.length > 0 ? [...new Set(found)] : null;
}

function several(text: string, options: readonly string[], find: Find): readonly number[] | null {
  for (const cut of [[text], ...parts(text)]) {
    const found = all(cut, options, find);
    if (found) return found;
  }
  return null;
}

/** `ACD`, `A C D`. */
function joinedLetters(text: string, options: readonly string[]): readonly number[] | null {
  const signs = text.normalize('NFKC').replaceAll(/[\s.]+/g, '');
  const isRun = /^(?:[A-L]{2,12}|[a-l]{2,12}|[ア-シ]{2,12})$/u.test(signs);
  return isRun && new Set(signs).size === signs.length
    ? all(Array.from(signs), options, byLetter)
    : null;
}

function bits(text: string, options: readonly string[]): readonly number[] | null {
  const signs = text.replaceAll(/[\s,;|]+/g, '');
  if (!/^[01]{2,12}$/.test(signs)) return null;
  const right = Array.from(signs).flatMap((sign, place) => (sign === '1' ? [place] : []));
  return right.every((place) => (options[place] ?? '').trim() !== '') ? right : null;
}

/** Runs of blanks as one, so that no pattern has to try them all. */
const folded = (text: string): string =>
  text.trim().replaceAll(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));

/**
 * The places of the options that an answer's cells name; null when they name none, or one that is not there.
 * @param options by column; empty ones keep their place
 */
export function placesBy(
  by: AnswerForm,
  cells: readonly string[],
  options: readonly string[],
): readonly number[] | null {
  const texts = cells
    .flatMap((cell) => listIn(cell) ?? cell)
    .map(folded)
    .filter((cell) => cell !== '');
  if (texts.length === 0) return null;
  const found = texts.map((text) => placesOf(by, text, options));
  return found.every((places) => places !== null) ? [...new Set(found.flat())] : null;
}

function placesOf(
  by: AnswerForm,
  text: string,
  options: readonly string[],
): readonly number[] | null {
  switch (by) {
    case 'letter':
      return several(text, options, byLetter) ?? joinedLetters(text, options);
    case 'number':
      return several(text, options, byNumber);
    case 'index':
      return several(text, options, byIndex);
    case 'text':
      return several(text, options, byText);
    case 'bits':
      return bits(text, options);
    case 'mark':
      return null;
    case 'order':
      return [0];
    case 'any':
      return (
        placesOf('text', text, options) ??
        placesOf('letter', text, options) ??
        placesOf('number', text, options)
      );
  }
}
