import * as v from 'valibot';
import { packSchema } from '#core/pack/schema.ts';
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

/** What was read as one pack, as the app would put it together. */
const asPack = ({ items }: Imported) => ({
  format: 1,
  uid: 'abcdefgh1234',
  version: '1.0.0',
  released: '2026-11-20',
  languages: ['en'],
  title: { en: 'x' },
  summary: { en: 'x' },
  authors: [],
  contact: {},
  licence: 'x',
  domains: [],
  terms: [],
  retired: [],
  notes: [],
  cases: [],
  concepts: [
    {
      id: 'x',
      domain: 'x',
      claims: [],
      confusable: [],
      was: [],
      text: { en: { title: 'x', rule: [] } },
      scenarios: items.flatMap(({ question: found }, index) => {
        if (!found) return [];
        const { title: _title, path: _path, tags: _tags, ...rest } = found;
        const base = { id: `q${index}`, was: [], reserve: false, references: [], aged: [] };
        return [{ ...base, textRev: 'abcdefgh', keyRev: 'abcdefgh', ...rest }];
      }),
    },
  ],
});

/** What the shape of packs has against what was read. */
export const faultsOf = (imported: Imported): readonly string[] =>
  (v.safeParse(packSchema, asPack(imported)).issues ?? []).map(
    ({ message, path }) => `${message}: ${path?.map(({ key }) => String(key)).join(' ')}`,
  );
