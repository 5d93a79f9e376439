import { documentText, lineText, type Document, type Line } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import { limits } from '#core/pack/limits.ts';
import type { OptionText, Origin } from '#core/pack/model.ts';
import type { ImportedQuestion, Remark } from './imported.ts';
import { fewWords } from './few-words.ts';
import { asLine } from './html.ts';
import { splitStem } from './stem.ts';

/** What a reader found of a question, whatever its kind. */
export interface Parts {
  /** As the file names it; else the first words of the question are its title. */
  readonly title: string;
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly language: Language;
  readonly stem: Document;
  readonly decides: Document;
  readonly origin: Origin;
}

export interface FoundOption {
  readonly text: Line;
  readonly right: boolean;
  readonly why?: Document | undefined;
}

/** A prompt without words is no prompt: its choice is a spare one. */
export interface FoundPair {
  readonly prompt: Line;
  /** Without words, the prompt has no partner. */
  readonly choice: Line;
}

export interface Built {
  readonly question?: ImportedQuestion;
  /** Without a question, the last says why there is none. */
  readonly remarks: readonly Remark[];
}

const encoder = new TextEncoder();
const isTooLong = (text: string): boolean =>
  text.length * 3 > limits.text && encoder.encode(text).length > limits.text;

const hasWords = (line: Line): boolean =>
  /[^\s\p{Cc}]/u.test(lineText(line)) ||
  line.some((node) => typeof node !== 'string' && node.type === 'image');

/** `a`, `b`, …; there are never more than the limit of options. */
const idOf = (index: number): string => String.fromCodePoint(97 + index);

const optionText = (index: number, { text, why }: FoundOption): OptionText => ({
  id: idOf(index),
  text,
  ...(why === undefined || why.length === 0 ? {} : { why }),
});

interface Common {
  readonly base: Pick<ImportedQuestion, 'title' | 'path' | 'tags' | 'origin'>;
  readonly text: ImportedQuestion['text'];
}

/** What every kind has in common, or why a learner could not be asked this. */
function common(parts: Parts, shown: readonly FoundOption[], least: number): Common | Remark {
  const stem = splitStem(parts.stem);
  // Code or lists alone are all that is asked.
  const { situation, question } =
    stem.question.length > 0 ? stem : { situation: [], question: asLine(parts.stem) };
  const count = shown.length;
  if (!hasWords(question)) return { code: 'stem-missing' };
  if (count > limits.options)
    return { code: 'options-too-many', params: { count, limit: limits.options } };
  if (count < least) return { code: 'options-too-few', params: { count } };
  const texts = [
    documentText(situation),
    lineText(question),
    documentText(parts.decides),
    ...shown.flatMap(({ text, why }) => [lineText(text), documentText(why ?? [])]),
  ];
  if (texts.some(isTooLong)) return { code: 'text-too-long', params: { limit: limits.text } };
  const { path, tags, origin, language, decides } = parts;
  const options = shown.map((option, index) => optionText(index, option));
  return {
    base: { title: fewWords(parts.title) || fewWords(lineText(question)), path, tags, origin },
    text: { [language]: { situation, question, options, decides } },
  };
}

/** Options without words cannot be shown: they are left out, and that is said. */
function withWords(options: readonly FoundOption[]): [readonly FoundOption[], readonly Remark[]] {
  const kept = options.filter(({ text }) => hasWords(text));
  return [kept, kept.length < options.length ? [{ code: 'option-empty' }] : []];
}

const refused = (remarks: readonly Remark[], reason: Remark): Built => ({
  remarks: [...remarks, reason],
});

/** @param several whether all the right ones must be chosen; by their number when not given */
export function buildChoice(
  parts: Parts,
  found: readonly FoundOption[],
  several = found.filter(({ right }) => right).length > 1,
): Built {
  const [shown, remarks] = withWords(found);
  const made = common(parts, shown, 2);
  if ('code' in made) return refused(remarks, made);
  const options = shown.map(({ right }, index) => ({ id: idOf(index), right }));
  const choose = options.filter(({ right }) => right).length;
  if (choose === 0) return refused(remarks, { code: 'right-missing' });
  const { base, text } = made;
  const question: ImportedQuestion = several
    ? { ...base, text, kind: 'multiple', choose, options, pin: [] }
    : { ...base, text, kind: 'single', options, pin: [] };
  return { question, remarks };
}

/** A typed answer: those that are accepted, and common wrong ones. */
export function buildShort(parts: Parts, found: readonly FoundOption[]): Built {
  const [shown, remarks] = withWords(found);
  const made = common(parts, shown, 1);
  if ('code' in made) return refused(remarks, made);
  if (!shown.some(({ right }) => right)) return refused(remarks, { code: 'right-missing' });
  const { base, text } = made;
  const answers = shown.map((answer, index) => ({
    id: idOf(index),
    right: answer.right,
    texts: [lineText(answer.text)],
  }));
  return { question: { ...base, text, kind: 'short', compare: 'prose', answers }, remarks };
}

/** Steps in their right order. */
export function buildOrdering(parts: Parts, found: readonly FoundOption[]): Built {
  const [shown, remarks] = withWords(found);
  const made = common(parts, shown, 2);
  if ('code' in made) return refused(remarks, made);
  const steps = shown.map((_step, index) => idOf(index));
  return {
    question: { ...made.base, text: made.text, kind: 'ordering', steps, spare: [] },
    remarks,
  };
}

/** Choices that read the same are one. Those that nothing is asked for come last, wherever they stood: so they are written. */
export function buildMatching(parts: Parts, pairs: readonly FoundPair[]): Built {
  const asked = pairs.filter(({ prompt, choice }) => hasWords(prompt) && hasWords(choice));
  const choices = new Map(
    [...asked, ...pairs].flatMap(({ choice }) =>
      hasWords(choice) ? [[JSON.stringify(choice), choice]] : [],
    ),
  );
  const lost = pairs.some(({ prompt, choice }) => hasWords(prompt) && !hasWords(choice));
  const remarks: readonly Remark[] = lost ? [{ code: 'option-empty' }] : [];
  if (asked.length < 2)
    return refused(remarks, { code: 'options-too-few', params: { count: asked.length } });
  const shown: readonly FoundOption[] = [
    ...asked.map(({ prompt }) => ({ text: prompt, right: false })),
    ...[...choices.values()].map((text) => ({ text, right: false })),
  ];
  const made = common(parts, shown, 2);
  if ('code' in made) return refused(remarks, made);
  const ids = new Map([...choices.keys()].map((key, index) => [key, idOf(asked.length + index)]));
  const prompts = asked.map(({ choice }, index) => ({
    id: idOf(index),
    choice: ids.get(JSON.stringify(choice)) ?? '',
  }));
  const { base, text } = made;
  return {
    question: { ...base, text, kind: 'matching', prompts, choices: [...ids.values()] },
    remarks,
  };
}
