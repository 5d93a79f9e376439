import type { Language } from '#core/language.ts';
import type { Key } from '#formats/draft.ts';
import { cellOf, isBlank, type Row } from './grid.ts';
import { truthWords } from './labels.ts';

/** What a Blackboard row of one kind holds; codes are those of its upload format. */
export interface BlackboardItem {
  readonly question: string;
  readonly options: readonly string[];
  readonly key: Key;
  /** Is lost: by how much a number may be off. */
  readonly tolerance: string;
}

const known = new Set(
  'MC MA TF ESS ORD MAT FIB FIB_PLUS FIL NUM SR OP JUMBLED_SENTENCE QUIZ_BOWL'.split(' '),
);

export const codeOf = (row: Row): string => cellOf(row, 0).trim().toUpperCase();

export const isBlackboard = (rows: readonly Row[]): boolean => {
  const filled = rows.filter((row) => !isBlank(row));
  const coded = filled.filter(
    (row) => known.has(codeOf(row)) && cellOf(row, 1).trim() !== '' && row.cells.length > 1,
  );
  return filled.length > 0 && coded.length > filled.length * 0.7;
};

const pairsOf = (cells: readonly string[]): readonly (readonly [string, string])[] =>
  cells.flatMap((cell, index) => (index % 2 === 0 ? [[cell, cells[index + 1] ?? '']] : []));

const places = (cells: readonly unknown[]): readonly number[] => cells.map((_cell, place) => place);

/** Null: a kind that has no right answer here, or one that we cannot ask. */
export function readBlackboard(row: Row, language: Language): BlackboardItem | null {
  const question = cellOf(row, 1);
  const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
  const cells = row.cells.slice(2, last + 1);
  const item = { question, tolerance: '' };
  const accepted = (answers: readonly string[]): BlackboardItem => ({
    ...item,
    options: answers,
    key: { kind: 'short', right: places(answers), compare: 'prose' },
  });
  switch (codeOf(row)) {
    case 'MC':
    case 'MA': {
      const pairs = pairsOf(cells);
      const right = pairs.flatMap(([, says], place) =>
        says.trim().toLowerCase() === 'correct' ? [place] : [],
      );
      const kind = codeOf(row) === 'MA' || right.length > 1 ? 'multiple' : 'single';
      return { ...item, options: pairs.map(([text]) => text), key: { kind, right } };
    }
    case 'TF': {
      const isTrue = cells[0]?.trim().toLowerCase() === 'true';
      return {
        ...item,
        options: truthWords(language),
        key: { kind: 'single', right: [isTrue ? 0 : 1] },
      };
    }
    case 'ORD':
      return { ...item, options: cells, key: { kind: 'ordering', steps: places(cells) } };
    case 'MAT':
      return { ...item, ...matched(pairsOf(cells)) };
    case 'FIB':
      return accepted(cells);
    case 'FIB_PLUS':
      // Several gaps are parted by empty cells.
      return cells.includes('') || cells.length < 2 ? null : accepted(cells.slice(1));
    case 'NUM':
      return {
        question,
        options: cells.slice(0, 1),
        key: { kind: 'short', right: [0], compare: 'exact' },
        tolerance: Number(cells[1] ?? 0) === 0 ? '' : (cells[1] ?? '').trim(),
      };
    default:
      return null;
  }
}

/** The same choice twice is one choice of two prompts. */
function matched(
  pairs: readonly (readonly [string, string])[],
): Pick<BlackboardItem, 'options' | 'key'> {
  const choices = [...new Set(pairs.map(([, choice]) => choice))];
  return {
    options: [...pairs.map(([prompt]) => prompt), ...choices],
    key: {
      kind: 'matching',
      pairs: pairs.map(([, choice], place) => [place, pairs.length + choices.indexOf(choice)]),
    },
  };
}
