import type { Imported, ImportedItem, ImportedQuestion } from '#formats/imported.ts';
import { readMoodleXml } from './read.ts';

/** For tests: Moodle XML in pieces, and what the reader makes of it. */

export const read = (xml: string, language = 'en'): Imported =>
  readMoodleXml({ name: 'quiz.xml', bytes: new TextEncoder().encode(xml), language });

export const quiz = (...questions: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;

export const text = (words: string): string => `<text><![CDATA[${words}]]></text>`;

export const question = (type: string, stem: string, rest: string): string =>
  `<question type="${type}"><name><text>Q</text></name>
  <questiontext format="html">${text(stem)}</questiontext>
  ${rest}</question>`;

export const answer = (fraction: number, words: string, feedback = ''): string =>
  `<answer fraction="${fraction}" format="html">${text(words)}
  <feedback format="html">${text(feedback)}</feedback></answer>`;

export function item(xml: string, language?: string): ImportedItem {
  const [found, ...more] = read(xml, language).items;
  if (!found || more.length > 0) throw new Error(`${more.length} more items`);
  return found;
}

/** The only question of a file, which loses nothing. */
export function taken(xml: string, language?: string): ImportedQuestion {
  const { question: found, remarks } = item(xml, language);
  if (!found || remarks.length > 0) throw new Error(JSON.stringify(remarks));
  return found;
}

export const codes = (xml: string): readonly string[] => item(xml).remarks.map(({ code }) => code);
