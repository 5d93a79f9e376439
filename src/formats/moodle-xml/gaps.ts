import { childOf, childrenOf, type XmlElement } from '#formats/xml.ts';
import { choicesOf } from './choices.ts';
import {
  plainField,
  readField,
  readPlain,
  rewritten,
  wordsOf,
  type Field,
  type Sheet,
} from './field.ts';
import { htmlIn } from './languages.ts';
import type { Outcome } from './outcome.ts';
import { pairsOf, type Pair } from './pairs.ts';

const gap = /\[\[(\d{1,3})\]\]/g;

/** What stands in the text for the only gap, and for one of several, which the prompts name. */
export const onlyGap = '____';
export const nthGap = (at: number): string => `(${at + 1})`;

interface Word {
  readonly text: Field;
  readonly group: string;
}

/** The words of `gapselect` are plain, those of `ddwtos` HTML. */
function wordOf(sheet: Sheet, element: XmlElement): Word {
  const group = wordsOf(childOf(element, 'group')) || '1';
  const read = element.name === 'dragbox' ? readField : readPlain;
  return { text: read(sheet, element), group };
}

function single(sheet: Sheet, stem: Field, words: readonly Word[], right: Word): Outcome {
  const nothing = plainField(sheet, '');
  const answers = words
    .filter(({ group }) => group === right.group)
    .map((word) => ({ text: word.text, why: nothing, fraction: word === right ? 100 : 0 }));
  return choicesOf(sheet, stem, answers, true);
}

/** Gaps `[[1]]` in a text, each to be filled with the word of that number: `gapselect` and `ddwtos`. */
export function readGaps(sheet: Sheet, stem: Field): Outcome {
  const words = childrenOf(sheet.element)
    .filter(({ name }) => name === 'selectoption' || name === 'dragbox')
    .map((element) => wordOf(sheet, element));
  const numbers = [...htmlIn(stem.pieces, sheet.language).matchAll(gap)];
  const wanted = numbers.map(([, number]) => words[Number(number) - 1]);
  const [first] = wanted;
  if (!first) return { code: 'moodle-no-gap' };
  if (wanted.length === 1) {
    const shown = rewritten(stem, (html) => html.replaceAll(gap, onlyGap));
    return single(sheet, shown, words, first);
  }
  if (wanted.includes(undefined)) return { code: 'moodle-gap-empty' };
  const groups = new Set(wanted.map((word) => word?.group));
  if (groups.size > 1) sheet.remarks.push({ code: 'moodle-groups' });
  const shown = rewritten(stem, (html) => {
    let at = -1;
    return html.replaceAll(gap, () => nthGap((at += 1)));
  });
  const prompts = wanted.flatMap((word, at): Pair[] =>
    word ? [{ prompt: plainField(sheet, nthGap(at)), choice: word.text }] : [],
  );
  const rest = words.filter((word) => groups.has(word.group));
  return pairsOf(shown, [...prompts, ...rest.map(({ text }) => ({ choice: text }))]);
}
