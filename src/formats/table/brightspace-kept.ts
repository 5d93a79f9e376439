import type { Remark } from '#formats/imported.ts';
import type { BrightspaceBlock, BrightspaceRow } from './brightspace.ts';
import { oneText, textAndWhy, weightedRow } from './brightspace-cells.ts';
import { cellOf, type Row } from './grid.ts';

const read = 'id title questiontext feedback'.split(' ');
/** Rows that say what is right, by the type of the question. */
const answers: Readonly<Record<string, readonly string[]>> = {
  MC: ['option'],
  MS: ['option'],
  TF: ['true', 'false'],
  SA: ['answer'],
  M: ['choice', 'match'],
  O: ['item'],
};

/** How a question is marked and shown there: said once of the file, for each of its questions has them. */
const settings = new Set('points pts difficulty scoring inputbox'.split(' '));

/** The answers of a question by its type; none of a type that is not known. */
const answerKeys = (type: string): readonly string[] =>
  Object.hasOwn(answers, type) ? (answers[type] ?? []) : [];

const nameOf = (row: Row): string => cellOf(row, 0).trim().slice(0, 100);

/** What a row says that no question has a place for; empty when it is read, or empty. */
function keptText(row: BrightspaceRow, type: string, isSecond: boolean): string {
  const { key } = row;
  if (key === 'newquestion') return oneText(row, 2).text;
  if (read.includes(key)) return '';
  if (!answerKeys(type).includes(key)) return oneText(row, 1).text;
  if (type === 'TF') return isSecond ? oneText(row, 1).text : '';
  return type === 'SA' && textAndWhy(row, 2).isPattern ? row.cells.slice(1).join(',') : '';
}

/** Shares of the mark that are neither all nor nothing. */
function weightsOf(block: BrightspaceBlock, type: string): string {
  const weighed = block.rows.filter(
    ({ key }) => type !== 'O' && type !== 'M' && answerKeys(type).includes(key),
  );
  const weights = weighed.map((row) => weightedRow(row).weight ?? '');
  const usual = new Set<number | string>(['', 0, 1, 100]);
  return weights.every((weight) => usual.has(weight)) ? '' : weights.join(' ');
}

/** What has no place in a question, by the names of its rows, and what the teacher is told of it. */
export function keptOf(block: BrightspaceBlock): {
  readonly kept: Readonly<Record<string, string>>;
  readonly lost: readonly Remark[];
} {
  const type = block.type.toUpperCase();
  const kept = new Map<string, string>();
  const lost = new Map<string, Remark>();
  const seen = new Set<string>();
  for (const row of block.rows) {
    const { key } = row;
    const text = keptText(row, type, seen.has(key));
    seen.add(key);
    if (text === '') continue;
    const name = nameOf(row);
    const before = kept.get(name);
    kept.set(name, before === undefined ? text : `${before}\n${text}`);
    if (key === 'image')
      lost.set(text, { code: 'image-lost', params: { address: text.slice(0, 200) } });
    else if (!settings.has(key) && !(type === 'SA' && key === 'answer'))
      lost.set(name, { code: 'brightspace-kept', params: { name } });
  }
  const weights = weightsOf(block, type);
  if (weights !== '') kept.set('weights', weights);
  return { kept: Object.fromEntries(kept), lost: [...lost.values()] };
}

/** Names of the settings that the questions of a file have. */
export const settingsIn = (blocks: readonly BrightspaceBlock[]): readonly string[] => [
  ...new Set(
    blocks.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        settings.has(row.key) && oneText(row, 1).text !== '' ? [nameOf(row)] : [],
      ),
    ),
  ),
];
