import type { Inline, Line } from '#core/pack/document.ts';
import { lineText } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';

/** Words that stand anywhere and tell nothing. */
const empty = new Set(
  'from have into that their them then they this what when where which while with'.split(' '),
);

/** Capitals, or four letters and more: shorter words are mostly grammar. */
const latin = /[A-Z][A-Z0-9]+|[A-Za-z][A-Za-z0-9-]{3,}/g;
const unspaced = /[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu;

/**
 * What a text is about: its words without endings of number, and of Japanese, where blanks part no words,
 * the pairs of neighbours among Chinese characters and katakana.
 */
export function contentWords(text: string): ReadonlySet<string> {
  const words = (text.match(latin) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !empty.has(word))
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word));
  const pairs = (text.match(unspaced) ?? []).flatMap((run) =>
    Array.from(run).flatMap((letter, index, letters) => {
      const next = letters[index + 1];
      return next === undefined ? [] : [letter + next];
    }),
  );
  return new Set([...words, ...pairs]);
}

export const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((word) => other.has(word)).length;

const codes = (line: readonly Inline[]): number =>
  line.reduce((sum, node) => {
    if (typeof node === 'string' || node.type === 'image') return sum;
    return sum + (node.type === 'code' ? 1 : codes(node.children));
  }, 0);

/** How much of a text is exact: numbers, proper names, code. A capital that only begins a sentence is no name. */
export function specifics(line: Line, language: Language): number {
  const words = lineText(line).match(/[A-Za-z0-9][\w-]*/g) ?? [];
  const exact = words.filter((word, index) => {
    const beginsSentence = index === 0 && language !== 'ja';
    return /\d/.test(word) || /[A-Z]/.test(beginsSentence ? word.slice(1) : word);
  });
  return exact.length + codes(line);
}
