import type { TableMapping } from '#state/author/import-types.ts';

/** What a column may mean. */
export const tableRoles = [
  'none',
  'situation',
  'question',
  'option',
  'answer',
  'reason',
  'explanation',
  'kind',
  'id',
  'category',
  'tag',
] as const;
export type TableRole = (typeof tableRoles)[number];

/** What a column means now; columns of a second language are beyond this screen and stay as they were guessed. */
export function roleOfColumn(mapping: TableMapping, column: number): TableRole {
  const [words] = mapping.words;
  if (mapping.kind === column) return 'kind';
  if (mapping.id === column) return 'id';
  if (mapping.path.includes(column)) return 'category';
  if (mapping.tags.includes(column)) return 'tag';
  if (mapping.answer.columns.includes(column)) return 'answer';
  if (words?.situation === column) return 'situation';
  if (words?.question === column) return 'question';
  if (words?.options.includes(column)) return 'option';
  if (words?.reasons.includes(column)) return 'reason';
  return words?.explanation === column ? 'explanation' : 'none';
}

const without = (columns: readonly number[], column: number): readonly number[] =>
  columns.filter((other) => other !== column);

const other = (held: number | null, column: number): number | null =>
  held === column ? null : held;

/** A mapping in which a column means nothing. */
function cleared(mapping: TableMapping, column: number): TableMapping {
  return {
    ...mapping,
    kind: other(mapping.kind, column),
    id: other(mapping.id, column),
    path: without(mapping.path, column),
    tags: without(mapping.tags, column),
    answer: { ...mapping.answer, columns: without(mapping.answer.columns, column) },
    words: mapping.words.map((words) => ({
      ...words,
      situation: other(words.situation, column),
      question: other(words.question, column),
      explanation: other(words.explanation, column),
      options: without(words.options, column),
      reasons: words.reasons.map((reason) => other(reason, column)),
    })),
  };
}

const added = (columns: readonly number[], column: number): readonly number[] =>
  [...columns, column].toSorted((a, b) => a - b);

/**
 * The column of the reason for each option: the next to its right before the next option, or, where all reasons stand
 * behind all options, the one at its own place among them.
 */
function besideOptions(
  options: readonly number[],
  columns: readonly (number | null)[],
): readonly (number | null)[] {
  const reasons = columns.filter((column) => column !== null).toSorted((a, b) => a - b);
  const last = options.at(-1) ?? 0;
  if (reasons.every((column) => column > last))
    return options.map((_, place) => reasons[place] ?? null);
  return options.map((option, place) => {
    const next = options[place + 1] ?? Infinity;
    return reasons.find((column) => column > option && column < next) ?? null;
  });
}

/** The mapping with another meaning for a column. */
export function withRole(mapping: TableMapping, column: number, role: TableRole): TableMapping {
  const clear = cleared(mapping, column);
  const [first, ...rest] = clear.words;
  if (!first) return clear;
  const words = (part: Partial<typeof first>): TableMapping => ({
    ...clear,
    words: [{ ...first, ...part }, ...rest],
  });
  switch (role) {
    case 'none':
      return clear;
    case 'situation':
      return words({ situation: column });
    case 'question':
      return words({ question: column });
    case 'explanation':
      return words({ explanation: column });
    case 'option':
      return words({ options: added(first.options, column) });
    case 'reason':
      return words({ reasons: besideOptions(first.options, [...first.reasons, column]) });
    case 'answer':
      return {
        ...clear,
        answer: { ...clear.answer, columns: added(clear.answer.columns, column) },
      };
    case 'kind':
      return { ...clear, kind: column };
    case 'id':
      return { ...clear, id: column };
    case 'category':
      return { ...clear, path: added(clear.path, column) };
    case 'tag':
      return { ...clear, tags: added(clear.tags, column) };
  }
}
