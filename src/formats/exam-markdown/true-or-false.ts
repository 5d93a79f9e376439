import type { ExamOption } from './segment.ts';

const pairs = [
  ['True', 'False'],
  ['Yes', 'No'],
  ['正しい', '誤り'],
  ['正', '誤'],
  ['○', '×'],
] as const;

const optionOf = (text: string): ExamOption => ({
  mark: { style: 'bullet', name: '', text, marked: null, bold: false },
  lines: [],
  why: [],
});

/** What a question without options asks for when its answer says true or false; null when that says something else. */
export function trueOrFalse(answer: string) {
  const text = answer.replaceAll(/\*\*|__|`/g, '').trim();
  for (const pair of pairs)
    for (const [place, word] of pair.entries()) {
      const said = text.slice(0, word.length).replace('〇', '○').replace('✕', '×');
      const [, behind, rest = ''] =
        /^(\s*[.。,、:：;–—-]\s*(.*)|)$/s.exec(text.slice(word.length)) ?? [];
      if (said.toLowerCase() !== word.toLowerCase() || behind === undefined) continue;
      return { options: pair.map(optionOf), rights: new Set([place]), rest };
    }
  return null;
}
