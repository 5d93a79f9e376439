import type { Language } from '#core/language.ts';
import { htmlSign } from '#formats/cell-text.ts';
import { isBlackboard } from './blackboard.ts';
import { isBrightspace } from './brightspace.ts';
import { isBlank, type Grid, type Row, type Sheet } from './grid.ts';
import { guessAnswer, guessSeparator, guessWrongSeparator } from './guess-answer.ts';
import { guessShape } from './guess-shape.ts';
import { ANSWER_HEADER, roleOf, type Role, type RoleName } from './headers.ts';
import { noWords, type Mapping, type WordColumns } from './mapping.ts';

/** Titles, notes and empty rows may stand above the names of the columns. */
const HEADER_ROWS = 15;
const SAMPLE = 200;

type Roles = readonly (Role | null)[];

const noMapping: Mapping = {
  sheet: 0,
  layout: 'columns',
  header: null,
  firstRow: 0,
  markup: 'plain',
  words: [noWords],
  answer: { columns: [], marks: [], by: 'any' },
  kind: null,
  id: null,
  path: [],
  tags: [],
  images: [],
};

/** What is most likely meant by the columns of a table; a screen shows it, and a teacher changes it. */
export function guessMapping(grid: Grid): Mapping {
  const guesses = grid.sheets.map((sheet, index) => guessSheet(sheet, index));
  const best = guesses.toSorted((a, b) => b.certainty - a.certainty)[0];
  return best?.mapping ?? noMapping;
}

/** What was chosen, if the sheet is of that layout: another sheet of the file may have another. */
export function fittingMapping(grid: Grid, chosen: Mapping | null): Mapping {
  const sheet = chosen && grid.sheets[chosen.sheet];
  if (!chosen || !sheet) return guessMapping(grid);
  const own = guessSheet(sheet, chosen.sheet).mapping;
  return own.layout === chosen.layout ? chosen : own;
}

interface Guess {
  readonly mapping: Mapping;
  readonly certainty: number;
}

function guessSheet(sheet: Sheet, index: number): Guess {
  const rows = sheet.rows.slice(0, SAMPLE);
  if (rows.every(isBlank)) return { mapping: { ...noMapping, sheet: index }, certainty: -1 };
  if (isBrightspace(rows))
    return { mapping: { ...noMapping, sheet: index, layout: 'brightspace' }, certainty: 60 };
  if (isBlackboard(rows))
    return {
      mapping: { ...noMapping, sheet: index, layout: 'blackboard', markup: markupOf(rows) },
      certainty: 50,
    };
  const header = headerOf(rows);
  const mapping = header === null ? guessShape(rows, noMapping) : byHeader(rows, header);
  const isOurs = header !== null && rows[header]?.cells.includes(ANSWER_HEADER);
  const markup = isOurs ? 'plain' : markupOf(rows.slice(mapping.firstRow));
  return {
    mapping: { ...mapping, sheet: index, markup },
    certainty: header === null ? 0 : certaintyOf(rolesOf(rows[header])),
  };
}

const markupOf = (rows: readonly Row[]): Mapping['markup'] =>
  rows.some(({ cells }) => cells.some((cell) => htmlSign.test(cell.slice(0, 2_000))))
    ? 'html'
    : 'plain';

const rolesOf = (row: Row | undefined): Roles => (row?.cells ?? []).map(roleOf);

const weights: Partial<Record<RoleName, number>> = { question: 3, answer: 3, option: 2 };

/** How much the names of the columns say: what is the same twice counts once. */
function certaintyOf(roles: Roles): number {
  const names = new Set(
    roles.flatMap((role) => (role ? [`${role.name} ${role.place} ${role.language}`] : [])),
  );
  return [...names].reduce((sum, name) => sum + (weights[asRole(name)] ?? 1), 0);
}

const asRole = (name: string): RoleName => {
  const word = name.split(' ')[0];
  return word === 'question' || word === 'answer' || word === 'option' ? word : 'tags';
};

/** The row that names the columns best, if one does. */
function headerOf(rows: readonly Row[]): number | null {
  const scores = rows.slice(0, HEADER_ROWS).map((row) => {
    const roles = rolesOf(row);
    const has = (name: RoleName) => roles.some((role) => role?.name === name);
    const asks = has('question') || (has('answer') && (has('option') || has('wrong')));
    const hasSecond = roles.filter((role) => role !== null).length > 1;
    return asks && hasSecond ? certaintyOf(roles) : 0;
  });
  const best = Math.max(...scores);
  return best >= 4 ? scores.indexOf(best) : null;
}

/** Columns that have a role, in the order of their places, else of their columns. */
function columnsOf(roles: Roles, name: RoleName, language?: Language | null): readonly number[] {
  return roles
    .flatMap((role, column) =>
      role?.name === name && (language === undefined || role.language === language)
        ? [{ column, place: role.place ?? column }]
        : [],
    )
    .toSorted((a, b) => a.place - b.place)
    .map(({ column }) => column);
}

/** A column for each option, by its place; null where it has none. */
function besideOptions(
  roles: Roles,
  name: RoleName,
  options: readonly number[],
  language?: Language | null,
): readonly (number | null)[] {
  const own = columnsOf(roles, name, language);
  const byPlace = options.map((option) => {
    const place = roles[option]?.place ?? null;
    return own.find((column) => place !== null && roles[column]?.place === place) ?? null;
  });
  // Options in one cell have no places to compare.
  return byPlace.some((column) => column !== null) ? byPlace : own;
}

/** `Answer 1` to `Answer 4` are the options, unless `Option 1` to `Option 4` are. */
function settled(roles: Roles, row: Row | undefined): Roles {
  const names = (row?.cells ?? []).map((cell) => cell.toLowerCase());
  const saysAnswer = (column: number) => /^\W*(?:ans|解答|回答|答え)/u.test(names[column] ?? '');
  const options = columnsOf(roles, 'option');
  const others = options.filter((column) => !saysAnswer(column));
  const hasOptions = others.length > 1;
  const marks = columnsOf(roles, 'mark');
  return roles.map((role, column) => {
    if (role?.name === 'option' && hasOptions && saysAnswer(column))
      return { ...role, name: 'answer' };
    // A single `Correct 1` is an answer, not one mark of several.
    if (role?.name === 'mark' && marks.length < options.length) return { ...role, name: 'answer' };
    return role;
  });
}

function wordsOf(roles: Roles, language: Language | null, rows: readonly Row[]): WordColumns {
  const first = (name: RoleName) => columnsOf(roles, name, language)[0] ?? null;
  const each = columnsOf(roles, 'option', language);
  const wrong = columnsOf(roles, 'wrong', language);
  const answer = columnsOf(roles, 'answer', language);
  const inOne = first('options');
  const beside = (name: RoleName) => besideOptions(roles, name, each, language);
  const base = {
    language,
    situation: first('situation'),
    question: first('question'),
    reasons: beside('reason'),
    rightWhen: beside('rightWhen'),
    explanation: first('explanation'),
  };
  if (wrong.length > 0 && each.length < 2)
    return {
      ...base,
      options: [...answer, ...each, ...wrong],
      separator:
        wrong.length === 1 ? guessWrongSeparator(rows, [...answer, ...each], wrong[0] ?? 0) : '',
    };
  if (each.length > 1 || inOne === null) return { ...base, options: each, separator: '' };
  return { ...base, options: [inOne], separator: guessSeparator(rows, inOne) };
}

function languagesOf(roles: Roles): readonly (Language | null)[] {
  const asked = roles.flatMap((role) => (role?.name === 'question' ? [role.language] : []));
  const found = new Set(asked.length > 0 ? asked : [null]);
  return [...found];
}

function byHeader(rows: readonly Row[], header: number): Mapping {
  const roles = settled(rolesOf(rows[header]), rows[header]);
  const firstRow = header + 1;
  const sample = rows.slice(firstRow).filter((row) => !isBlank(row));
  const languages = languagesOf(roles);
  const words = languages.map((language) => wordsOf(roles, language, sample));
  const first = words[0] ?? noWords;
  const hasWrong = columnsOf(roles, 'wrong').length > 0;
  const columns = columnsOf(roles, 'answer').filter(
    (column) => !words.slice(1).some(({ options }) => options.includes(column)),
  );
  const marks = besideOptions(roles, 'mark', first.options);
  const answer = { columns, marks: columns.length > 0 ? [] : marks, by: 'any' as const };
  const isOurs = columns.some((column) => rows[header]?.cells[column] === ANSWER_HEADER);
  return {
    ...noMapping,
    header,
    firstRow,
    words,
    answer: hasWrong
      ? { columns: columns.slice(0, 1), marks: [], by: 'order' }
      : isOurs
        ? { ...answer, by: 'letter' }
        : guessAnswer(sample, first, answer),
    kind: columnsOf(roles, 'kind')[0] ?? null,
    id: columnsOf(roles, 'id')[0] ?? null,
    path: columnsOf(roles, 'path'),
    tags: columnsOf(roles, 'tags'),
    images: columnsOf(roles, 'image'),
  };
}
