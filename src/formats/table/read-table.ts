import type { Language } from '#core/language.ts';
import type { Imported, Remark, TellItems } from '#formats/imported.ts';
import { readEach } from '#formats/read-each.ts';
import { readBrightspace } from './brightspace-question.ts';
import { isBlank, type Grid, type Row, type Sheet } from './grid.ts';
import type { Mapping } from './mapping.ts';
import { mappedColumns, readRow, type Reading } from './read-row.ts';

/** What the columns are called; each once, and those without a name by their number. */
export function columnNames(sheet: Sheet | undefined, mapping: Mapping): readonly string[] {
  const header = mapping.header === null ? undefined : sheet?.rows[mapping.header];
  const width = sheet?.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) ?? 0;
  const taken = new Set<string>();
  return Array.from({ length: width }, (_unused, column) => {
    const own = (header?.cells[column] ?? '').trim().slice(0, 100);
    const name = own === '' || taken.has(own) ? `${own} ${column + 1}`.trim() : own;
    taken.add(name);
    return name;
  });
}

/** The rows of a table as questions, by what its columns are said to mean. Quick enough to run at each change. */
export function readTable(
  grid: Grid,
  mapping: Mapping,
  language: Language,
  tell?: TellItems,
): Imported {
  const sheet = grid.sheets[mapping.sheet];
  if (mapping.layout === 'brightspace') return brightspaceTable(grid, mapping, language, tell);
  const names = columnNames(sheet, mapping);
  const reading: Reading = {
    mapping,
    language,
    format: 'table',
    file: grid.sheets.length > 1 ? (sheet?.name ?? '') : '',
    names,
    mapped: mappedColumns(mapping),
  };
  const filled = (sheet?.rows ?? []).slice(mapping.firstRow).filter((row) => !isBlank(row));
  const rows = filled.filter((row) => !isCounter(row, mapping));
  return {
    format: 'table',
    items: readEach(rows, tell, (row, index) => readRow(row, index + 1, reading)),
    remarks: [
      ...grid.remarks,
      ...remarksOf(grid, mapping, names, rows),
      ...(filled.length === rows.length
        ? []
        : [{ code: 'table-rows-counted', params: { count: filled.length - rows.length } }]),
    ],
    media: new Map(),
  };
}

function brightspaceTable(
  grid: Grid,
  mapping: Mapping,
  language: Language,
  tell?: TellItems,
): Imported {
  const { items, remarks } = readBrightspace(
    grid.sheets[mapping.sheet]?.rows ?? [],
    language,
    tell,
  );
  const none: readonly Remark[] = items.length === 0 ? [{ code: 'table-empty' }] : [];
  // Where the rows were cut off, the last question may be a half one.
  const cut = grid.remarks.filter(({ code }) => code === 'table-too-long');
  return {
    format: 'table',
    items: items.map((item, index) =>
      index === items.length - 1 ? { ...item, remarks: [...item.remarks, ...cut] } : item,
    ),
    remarks: [...grid.remarks, ...remarks, ...none, ...leftSheets(grid, mapping)],
    media: new Map(),
  };
}

/** A row of a form that nobody has filled: nothing but its number. */
const isCounter = (row: Row, { layout, words }: Mapping): boolean =>
  layout === 'columns' &&
  row.cells.filter((cell) => cell.trim() !== '').length === 1 &&
  row.cells.some(
    (cell, column) => /^\s*\d+(?:\.0)?\s*$/.test(cell) && words[0]?.question !== column,
  );

function remarksOf(
  grid: Grid,
  mapping: Mapping,
  names: readonly string[],
  rows: readonly Row[],
): readonly Remark[] {
  const sheet = grid.sheets[mapping.sheet];
  if (!sheet || rows.length === 0) return [{ code: 'table-empty' }, ...leftSheets(grid, mapping)];
  const top = mapping.header ?? mapping.firstRow;
  const above = sheet.rows.slice(0, top).filter((row) => !isBlank(row));
  const mapped = mappedColumns(mapping);
  const kept = names.filter(
    (_name, column) =>
      !mapped.has(column) && rows.some(({ cells }) => (cells[column] ?? '').trim() !== ''),
  );
  return [
    ...(above.length === 0
      ? []
      : [{ code: 'table-rows-above', params: { count: above.length }, line: above[0]?.line ?? 1 }]),
    ...(kept.length === 0 || mapping.layout === 'blackboard'
      ? []
      : [{ code: 'table-columns-kept', params: { columns: kept.join(', ').slice(0, 500) } }]),
    ...leftSheets(grid, mapping),
  ];
}

const leftSheets = (grid: Grid, mapping: Mapping): readonly Remark[] =>
  grid.sheets.flatMap(({ name, rows }, index) => {
    const count = rows.filter((row) => !isBlank(row)).length;
    return index === mapping.sheet || count === 0
      ? []
      : [{ code: 'table-sheet-left', params: { name, count } }];
  });
