import type { Language } from '#core/language.ts';
import { withoutNumbers, type NumberedStem } from './aiken-numbers.ts';
import { buildChoice } from './build.ts';
import { decodeText } from './decode.ts';
import { plainBlocks } from './foreign-markdown.ts';
import type { ForeignFile, Imported, ImportedItem, Remark } from './imported.ts';
import { readEach } from './read-each.ts';

/** A question as its lines come in. */
interface Open {
  readonly line: number;
  readonly stem: string[];
  readonly options: { readonly mark: OptionMark; text: string }[];
}

/** What stands in front of an option. */
interface OptionMark {
  readonly letter: string;
  /** As it is written. */
  readonly sign: string;
  /** `(a)` 0, `a.` and `(A)` 1, `A.` 2: what Aiken itself has counts most. */
  readonly rank: number;
}

/** One that is ended, with why its answer is right. */
interface Closed {
  readonly open: Open;
  readonly answer: string | null;
  readonly why: string[];
}

interface Reading {
  readonly closed: Closed[];
  open: Open | null;
  afterBlank: boolean;
  /** The lines below an answer say why. */
  isWhy: boolean;
}

const optionMark = /^(([(（]?)([A-Za-zＡ-Ｚａ-ｚ])[.)．）][ \t]*)(.*)$/;
const whyMark = /^(?:FEEDBACK|EXPLANATION|RATIONALE)[ \t]*:[ \t]*(.*)$/i;
const answerMark = /^ANSWER[ \t]*:[ \t]*(.*)$/i;

/** Options follow one another from A on, all of them marked in one way. */
function optionOf(line: string, open: Open | null): { mark: OptionMark; text: string } | null {
  const [, sign, bracket, written, text] = optionMark.exec(line) ?? [];
  if (sign === undefined || written === undefined || text === undefined) return null;
  const plain = written.normalize('NFKC');
  const letter = plain.toUpperCase();
  const mark = { letter, sign, rank: Number(plain === letter) + Number(bracket === '') };
  const [first] = open?.options ?? [];
  const rank = first?.mark.rank ?? mark.rank;
  const isAnew = first !== undefined && (mark.rank > rank || open?.options.length === 1);
  if (open && letter === 'A' && isAnew && mark.rank >= rank) unname(open);
  else if (mark.rank !== rank || letter !== letterAt(open?.options.length ?? 0)) return null;
  return { mark, text };
}

const letterAt = (place: number): string => String.fromCodePoint(65 + place);

/** "A. Smith said so" was no option, nor was "(a) the first statement": another A follows. */
function unname(open: Open): void {
  open.stem.push(...open.options.splice(0).map(({ mark, text }) => `${mark.sign}${text}`));
}

/** The letters of `B`, `A, C`, `(a) and (c)`, `A C`, `B) its words`. */
const answerLetters = (answer: string): readonly string[] => {
  const text = answer.normalize('NFKC').toUpperCase();
  const alone = /^[A-Z](?:\s+[A-Z])+$/.exec(text)?.[0];
  const run =
    /^\(?[A-Z]\)?(?![A-Z])(?:\s*(?:[,;&/、・]|AND\b)\s*(?:AND\s)?\s*\(?[A-Z]\)?(?![A-Z]))*/.exec(
      text,
    );
  return (alone ?? run?.[0] ?? '').replaceAll('AND', '').match(/[A-Z]/g) ?? [];
};

/** Ends the open question: with the answer, or without one. Why it is right may still follow. */
function close(reading: Reading, answer: string | null, line: number): void {
  const open = reading.open ?? { line, stem: [], options: [] };
  reading.open = null;
  reading.closed.push({ open, answer, why: [] });
}

function itemOf(
  { open, answer, why }: Closed,
  { number, stem }: NumberedStem,
  index: number,
  language: Language,
): ImportedItem {
  const item = { name: number || String(index + 1), file: '', line: open.line };
  const letters = answer === null ? [] : answerLetters(answer);
  const refusal = refusalOf(open, answer, letters);
  if (refusal) return { ...item, remarks: [refusal] };
  const parts = {
    title: '',
    path: [],
    tags: [],
    language,
    stem: plainBlocks(stem.join('\n')),
    decides: plainBlocks(why.join('\n')),
    origin: { format: 'aiken', ...(number === '' ? {} : { name: number }) },
  };
  const options = open.options.map(({ mark, text }) => ({
    text: [text.replaceAll(/\s+/g, ' ').trim()],
    right: letters.includes(mark.letter),
  }));
  return { ...item, ...buildChoice(parts, options) };
}

function refusalOf(open: Open, answer: string | null, letters: readonly string[]): Remark | null {
  if (open.options.length === 0) return { code: 'aiken-no-options' };
  if (open.stem.length === 0) return { code: 'stem-missing' };
  if (answer === null) return { code: 'aiken-no-answer' };
  const known = letters.every((letter) => open.options.some(({ mark }) => mark.letter === letter));
  return known && letters.length > 0
    ? null
    : { code: 'aiken-answer-unknown', params: { answer: answer.slice(0, 50) } };
}

function take(reading: Reading, raw: string, line: number): void {
  const text = raw.trim();
  const { afterBlank, open } = reading;
  reading.afterBlank = text === '';
  if (text === '') return;
  const [, answer] = answerMark.exec(text) ?? [];
  const [, why] = whyMark.exec(text) ?? [];
  const ended = reading.closed.at(-1);
  reading.isWhy = open === null && (why !== undefined || (reading.isWhy && !afterBlank));
  if (reading.isWhy && ended) {
    ended.why.push(why ?? text);
    return;
  }
  if (answer !== undefined) return close(reading, answer.trim(), line);
  const option = optionOf(text, open);
  if (option) {
    reading.open ??= { line, stem: [], options: [] };
    reading.open.options.push(option);
    return;
  }
  const last = open?.options.at(-1);
  if (last && !afterBlank) {
    last.text += `\n${text}`;
    return;
  }
  // Words after a blank line begin a question: the one before has no answer.
  if (last) close(reading, null, line);
  reading.open ??= { line, stem: [], options: [] };
  reading.open.stem.push(afterBlank ? `\n${text}` : text);
}

/** Reads Aiken: a question, its options from `A.` or `A)` on, and `ANSWER: B`. */
export function readAiken({ bytes, language, tell }: ForeignFile): Imported {
  const reading: Reading = { closed: [], open: null, afterBlank: false, isWhy: false };
  const lines = decodeText(bytes).text.split('\n');
  lines.forEach((raw, index) => take(reading, raw, index + 1));
  if (reading.open) close(reading, null, lines.length);
  const { closed } = reading;
  const stems = withoutNumbers(closed.map(({ open }) => open.stem));
  const items = readEach(closed, tell, (one, index) =>
    itemOf(one, stems[index] ?? { number: '', stem: [] }, index, language),
  );
  const remarks: readonly Remark[] = items.length === 0 ? [{ code: 'nothing-found' }] : [];
  return { format: 'aiken', items, remarks, media: new Map() };
}

/** How much a text looks like Aiken, from 0 to 1. */
export function looksLikeAiken(text: string): number {
  const start = text.slice(0, 50_000);
  const share = (answer: RegExp, first: RegExp): number => {
    const answers = start.match(answer)?.length ?? 0;
    const firsts = start.match(first)?.length ?? 0;
    return answers === 0 ? 0 : Math.min(answers, firsts) / Math.max(answers, firsts);
  };
  const strict = share(/^[ \t]*ANSWER[ \t]*:[ \t]*[A-Z][ \t]*$/gm, /^[ \t]*A[.)]/gm);
  if (strict > 0) return strict > 0.5 ? 0.95 : 0.6;
  // Others write so as well: whoever knows more of the text goes first.
  const loose = share(
    /^[ \t]*answer[ \t]*:[ \t]*\(?[a-zＡ-Ｚ][.)]?[ \t]*$/gim,
    /^[ \t]*[(（]?[aAＡ][.)．）]/gm,
  );
  return loose > 0.5 ? 0.35 : 0;
}
