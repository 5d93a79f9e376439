import type { Language } from '#core/language.ts';
import type { Line } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { Origin } from '#core/pack/model.ts';
import { partedStem, textReader, type TextReader } from '#formats/cell-text.ts';
import {
  questionOf,
  titleOf,
  type Draft,
  type DraftOption,
  type DraftWords,
} from '#formats/draft.ts';
import type { FindImage } from '#formats/html.ts';
import type { FormatName, ImportedItem, Remark } from '#formats/imported.ts';
import { distinctRemarks } from '#formats/remarks.ts';
import { readListed } from '#formats/listed-options.ts';
import { codeOf, readBlackboard } from './blackboard.ts';
import { cellOf, type Row } from './grid.ts';
import { kindOf } from './kinds.ts';
import { truthWords, unmarked } from './labels.ts';
import { noWords, type Mapping, type WordColumns } from './mapping.ts';
import { optionCells } from './option-cells.ts';
import { planOf, type Plan } from './plan.ts';

/** What is the same for all rows of a table. */
export interface Reading {
  readonly mapping: Mapping;
  /** Of the words whose columns name none. */
  readonly language: Language;
  readonly format: FormatName;
  readonly file: string;
  /** What each column is called. */
  readonly names: readonly string[];
  /** Columns that mean something; all others are kept as they are. */
  readonly mapped: ReadonlySet<number>;
  readonly findImage?: FindImage | undefined;
}

interface RowReading extends Reading {
  readonly row: Row;
  readonly read: TextReader;
  readonly remarks: Remark[];
}

/** One row as an item, taken or not. */
export function readRow(row: Row, number: number, reading: Reading): ImportedItem {
  const remarks: Remark[] = [];
  const read = textReader(reading.mapping.markup, remarks, reading.findImage);
  const draft = draftOf({ ...reading, row, read, remarks });
  const id = cellOf(row, reading.mapping.id).trim().slice(0, 200);
  const item = { name: id === '' ? String(number) : id, file: reading.file, line: row.line };
  if ('code' in draft) return { ...item, remarks: [...distinctRemarks(remarks), draft] };
  const question = questionOf(draft);
  return { ...item, remarks: distinctRemarks(remarks), question };
}

function draftOf(reading: RowReading): Draft | Remark {
  const { row, names } = reading;
  const long = row.cells.findIndex((cell) => cell.length > limits.text);
  if (long >= 0)
    return {
      code: 'table-text-too-long',
      params: { column: names[long] ?? String(long + 1), limit: limits.text },
    };
  return reading.mapping.layout === 'blackboard' ? blackboardDraft(reading) : columnsDraft(reading);
}

function columnsDraft(reading: RowReading): Draft | Remark {
  const { mapping, row, read, remarks, language } = reading;
  const [first = noWords] = mapping.words;
  if (read.words(cellOf(row, first.question)) === '') return { code: 'table-no-question' };
  const listed = listedDraft(reading, first);
  if (listed) return listed;
  const plan = planOf(row, mapping, read.words);
  if ('code' in plan) return plan;
  // A back of several paragraphs is an essay; no one line of it asks.
  if (plan.isTurned && read.document(cellOf(row, mapping.answer.columns[0])).length !== 1)
    return { code: 'table-answer-long' };
  remarks.push(...plan.remarks);
  for (const column of mapping.images) {
    const address = cellOf(row, column).trim();
    if (address !== '') remarks.push({ code: 'image-lost', params: { address } });
  }
  const words = new Map<Language, DraftWords>();
  for (const columns of mapping.words) {
    const said = columns.language ?? language;
    const isFirst = words.size === 0;
    if (words.has(said) || (!isFirst && cellOf(row, columns.question).trim() === '')) continue;
    words.set(said, wordsOf(reading, columns, plan, said));
  }
  return {
    path: cells(row, mapping.path),
    tags: tagsOf(row, mapping),
    origin: originOf(reading),
    words,
    key: plan.key,
  };
}

/** A question whose options stand in its own cell, on lines of their own; null when it is none. */
function listedDraft(reading: RowReading, columns: WordColumns): Draft | null {
  const { mapping, row, read, language } = reading;
  const kind = kindOf(cellOf(row, mapping.kind));
  const isChoice = kind === null || kind === 'choice' || kind === 'single' || kind === 'multiple';
  if (columns.options.length > 0 || mapping.words.length > 1 || !isChoice) return null;
  const [question, answer] = [columns.question, mapping.answer.columns[0]].map((column) =>
    read.document(cellOf(row, column)),
  );
  const listed = readListed(question ?? [], answer ?? []);
  if (!listed) return null;
  const { words, key } = listed;
  return {
    path: cells(row, mapping.path),
    tags: tagsOf(row, mapping),
    origin: originOf(reading),
    words: new Map([
      [
        columns.language ?? language,
        {
          ...words,
          situation: [...read.document(cellOf(row, columns.situation)), ...words.situation],
          decides: [...words.decides, ...read.document(cellOf(row, columns.explanation))],
        },
      ],
    ]),
    key,
  };
}

const tagsOf = (row: Row, mapping: Mapping): readonly string[] =>
  cells(row, mapping.tags).flatMap((cell) =>
    cell.split(/[,;|、，；]/).flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()])),
  );

const cells = (row: Row, columns: readonly number[]): readonly string[] =>
  columns.map((column) => cellOf(row, column).trim()).filter((cell) => cell !== '');

function wordsOf(
  { row, read, mapping }: RowReading,
  columns: WordColumns,
  plan: Plan,
  language: Language,
): DraftWords {
  const stem = plan.isTurned
    ? cellOf(row, mapping.answer.columns[0])
    : cellOf(row, columns.question);
  const { situation, question } = partedStem(read.document(stem));
  const options = optionCells(row, columns);
  const isMarked = mapping.answer.by === 'mark';
  const own = plan.places.map((place): DraftOption => {
    const text = options[place] ?? '';
    return {
      text: read.line(isMarked ? unmarked(text) : text),
      why: read.document(cellOf(row, columns.reasons[place])),
      rightWhen: read.line(cellOf(row, columns.rightWhen[place])),
    };
  });
  return {
    situation: [...read.document(cellOf(row, columns.situation)), ...situation],
    question,
    options: [...own, ...plain(plan.typed), ...plain(plan.hasTruth ? truthWords(language) : [])],
    decides: read.document(cellOf(row, columns.explanation)),
  };
}

const plain = (texts: readonly string[]): readonly DraftOption[] =>
  texts.map((text): { text: Line } => ({ text: [text] }));

function blackboardDraft(reading: RowReading): Draft | Remark {
  const { row, read, remarks, language } = reading;
  const item = readBlackboard(row, language);
  if (!item) return { code: 'table-not-marked', params: { kind: codeOf(row).slice(0, 40) } };
  const { situation, question } = partedStem(read.document(item.question));
  if (titleOf(question) === '') return { code: 'table-no-question' };
  if (item.options.length > limits.options)
    return {
      code: 'table-options-too-many',
      params: { count: item.options.length, limit: limits.options },
    };
  if (item.options.length === 0 || ('right' in item.key && item.key.right.length === 0))
    return { code: 'table-no-answer', params: { count: item.options.length } };
  if (item.tolerance !== '')
    remarks.push({ code: 'table-tolerance-lost', params: { tolerance: item.tolerance } });
  const options = item.options.map((text) => ({ text: read.line(text) }));
  return {
    path: [],
    tags: [],
    origin: { format: reading.format },
    words: new Map([[language, { situation, question, options, decides: [] }]]),
    key: item.key,
  };
}

/** The columns that a mapping gives a meaning to. */
export function mappedColumns(mapping: Mapping): ReadonlySet<number> {
  const words = mapping.words.flatMap((columns) => [
    columns.situation,
    columns.question,
    columns.explanation,
    ...columns.options,
    ...columns.reasons,
    ...columns.rightWhen,
  ]);
  const { answer, kind, id, path, tags } = mapping;
  const all = [...words, ...answer.columns, ...answer.marks, kind, id, ...path, ...tags];
  return new Set(all.filter((column) => column !== null));
}

function originOf({ row, mapping, names, format, mapped }: RowReading): Origin {
  const kept = row.cells.flatMap((cell, column): [string, string][] =>
    mapped.has(column) || cell.trim() === '' ? [] : [[names[column] ?? String(column + 1), cell]],
  );
  const name = cellOf(row, mapping.id).trim();
  return {
    format,
    ...(name === '' ? {} : { name }),
    ...(kept.length === 0 ? {} : { kept: Object.fromEntries(kept) }),
  };
}
