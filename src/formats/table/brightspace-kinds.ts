import type { Language } from '#core/language.ts';
import {
  buildChoice,
  buildMatching,
  buildOrdering,
  buildShort,
  type Built,
  type FoundOption,
  type Parts,
} from '#formats/build.ts';
import type { Remark } from '#formats/imported.ts';
import { numberOf, oneText, textAndWhy, weightedRow, type Scribe } from './brightspace-cells.ts';
import type { Row } from './grid.ts';
import { truthWords } from './labels.ts';

/** One question of Brightspace, its rows by what they are. */
export interface BrightspaceSheet {
  /** `MC`, `TF`, … */
  readonly type: string;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly language: Language;
  readonly parts: Parts;
  readonly scribe: Scribe;
  /** Where losses go. */
  readonly remarks: Remark[];
}

/** An option or answer with what it is worth, in percent. */
interface Weighed extends Omit<FoundOption, 'right'> {
  readonly weight: number;
  /** When it is a regular expression. */
  readonly pattern: string | null;
}

export function buildBrightspace(sheet: BrightspaceSheet): Built {
  switch (sheet.type) {
    case 'MC':
    case 'MS':
      return choice(sheet, sheet.type === 'MS');
    case 'TF':
      return truth(sheet);
    case 'SA':
      return short(sheet);
    case 'M':
      return matching(sheet);
    case 'O':
      return ordering(sheet);
    case 'WR':
    case 'LK':
      return { remarks: [{ code: 'table-not-marked', params: { kind: sheet.type } }] };
    default:
      return { remarks: [{ code: 'brightspace-type', params: { type: sheet.type.slice(0, 40) } }] };
  }
}

/** @param unsaid what one is worth that says nothing */
const weighedRows = (
  { rows, scribe }: BrightspaceSheet,
  key: string,
  unsaid: number,
): readonly Weighed[] =>
  (rows.get(key) ?? []).map((found) => {
    const { weight, row } = weightedRow(found);
    const texts = textAndWhy(row, 2);
    return {
      text: scribe.line(texts),
      why: scribe.why(texts),
      weight: weight ?? unsaid,
      pattern: texts.isPattern ? texts.text : null,
    };
  });

/** What the best is worth, and whether others are worth a part of it; that is said. */
function topOf(weighed: readonly { readonly weight: number }[], remarks: Remark[]): number {
  const top = weighed.reduce((most, { weight }) => Math.max(most, weight), 0);
  if (weighed.some(({ weight }) => weight > 0 && weight < top))
    remarks.push({ code: 'partial-credit' });
  return top;
}

/** Of one that is to be chosen, the best is right; of several, all that are worth anything. */
function choice(sheet: BrightspaceSheet, several: boolean): Built {
  const weighed = weighedRows(sheet, 'option', 0);
  const top = topOf(weighed, sheet.remarks);
  const options = weighed.map((one) => ({
    ...one,
    right: one.weight > 0 && (several || one.weight === top),
  }));
  const count = options.filter(({ right }) => right).length;
  if (!several && count > 1) sheet.remarks.push({ code: 'gift-several-right', params: { count } });
  return buildChoice(sheet.parts, options, several || count > 1);
}

function truth({ rows, language, scribe, remarks, parts }: BrightspaceSheet): Built {
  const words = truthWords(language);
  const options = ['true', 'false'].map((key, place) => {
    const { weight, row } = weightedRow(rows.get(key)?.[0] ?? { line: 1, cells: [] });
    return {
      text: [words[place] ?? ''],
      why: scribe.document(oneText(row, 2)),
      weight: weight ?? 0,
    };
  });
  const top = topOf(options, remarks);
  const found = options.map((one) => ({ ...one, right: top > 0 && one.weight === top }));
  // Both at once is no answer to either.
  return found.every(({ right }) => right)
    ? { remarks: [{ code: 'right-missing' }] }
    : buildChoice(parts, found);
}

/** Letters without any sign that means something in a pattern, save those for beginning and end. */
const literal = /^\^?([^\\^$.|?*+()[\]{}]+)\$?$/;

function short(sheet: BrightspaceSheet): Built {
  const { remarks, parts } = sheet;
  const all = weighedRows(sheet, 'answer', 100);
  const answers = all.flatMap((one): readonly Weighed[] => {
    if (one.pattern === null) return [one];
    const [, words] = literal.exec(one.pattern) ?? [];
    return words === undefined ? [] : [{ ...one, text: [words.trim()] }];
  });
  const top = topOf(all, remarks);
  const found = answers.map((one) => ({ ...one, right: one.weight > 0 && one.weight === top }));
  if (answers.length < all.length && !found.some(({ right }) => right))
    return { remarks: [{ code: 'moodle-pattern-only' }] };
  for (const { pattern } of all)
    if (pattern !== null && !literal.test(pattern))
      remarks.push({ code: 'moodle-pattern', params: { pattern: pattern.slice(0, 200) } });
  return buildShort(parts, found);
}

/** Each match asks for the choice with its number; a choice may serve several, or none. */
function matching({ rows, scribe, remarks, parts }: BrightspaceSheet): Built {
  const numbered = (key: string) =>
    (rows.get(key) ?? []).map((row) => ({
      number: numberOf(row),
      line: scribe.line(oneText(row, 2)),
    }));
  const choices = numbered('choice');
  const matches = numbered('match');
  // Of two with one number the first is meant.
  const byNumber = new Map(choices.map(({ number, line }) => [number, line] as const).toReversed());
  const asked = matches.flatMap(({ number, line }) => {
    const found = number === '' ? undefined : byNumber.get(number);
    return found ? [{ prompt: line, choice: found }] : [];
  });
  const count = matches.length - asked.length;
  if (count > 0) remarks.push({ code: 'qti-unmatched', params: { count } });
  return buildMatching(parts, [
    ...asked,
    ...choices.map(({ line }) => ({ prompt: [], choice: line })),
  ]);
}

const ordering = ({ rows, scribe, parts }: BrightspaceSheet): Built =>
  buildOrdering(
    parts,
    (rows.get('item') ?? []).map((row) => {
      const texts = textAndWhy(row, 1);
      return { text: scribe.line(texts), why: scribe.why(texts), right: true };
    }),
  );
