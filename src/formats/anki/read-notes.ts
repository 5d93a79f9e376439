import type { Language } from '#core/language.ts';
import { limits } from '#core/pack/limits.ts';
import { canBeTyped, compareOf } from '#formats/answer-text.ts';
import { partedStem, textReader } from '#formats/cell-text.ts';
import { questionOf, type DraftWords, type Key } from '#formats/draft.ts';
import type { FindImage } from '#formats/html.ts';
import type { FormatName, ImportedItem, Remark, TellItems } from '#formats/imported.ts';
import { readListed } from '#formats/listed-options.ts';
import { readEach } from '#formats/read-each.ts';
import { guessMapping } from '#formats/table/guess-mapping.ts';
import type { Row } from '#formats/table/grid.ts';
import { roleOf } from '#formats/table/headers.ts';
import { noWords, type Mapping } from '#formats/table/mapping.ts';
import { mappedColumns, readRow } from '#formats/table/read-row.ts';
import { hasCloze, isOcclusion, readClozes } from './cloze.ts';
import { cleanField } from './field-text.ts';
import { deckPath, type AnkiNote } from './note.ts';

/** What is the same for all notes of a file. */
export interface NoteReading {
  readonly format: FormatName;
  readonly language: Language;
  readonly findImage?: FindImage | undefined;
  readonly tell?: TellItems | undefined;
}

/** A note whose fields are cleaned, with what was lost by that. */
interface CleanNote {
  readonly note: AnkiNote;
  readonly number: number;
  readonly texts: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Each note as one item, or as one for each gap; in the order of the notes. */
export function readNotes(
  notes: readonly AnkiNote[],
  reading: NoteReading,
): readonly ImportedItem[] {
  const cleaned = notes.map((note, index): CleanNote => {
    const remarks: Remark[] = [];
    const texts = note.fields.map((field) =>
      field.text.length > limits.text ? field.text : cleanField(field, note.isHtml, remarks),
    );
    return { note, number: index + 1, texts, remarks };
  });
  const mappings = mappingsOf(cleaned.filter(({ texts }) => !texts.some(hasCloze)));
  return readEach(cleaned, reading.tell, (clean) => {
    const reason = refusal(clean);
    if (reason) return [{ ...itemOf(clean), remarks: [...clean.remarks, reason] }];
    return clean.texts.some(hasCloze)
      ? clozeItems(clean, reading)
      : [fieldsItem(clean, mappings.get(groupOf(clean.note)) ?? frontBack, reading)];
  }).flat();
}

function refusal({ texts }: CleanNote): Remark | null {
  if (texts.every((text) => text.trim() === '')) return { code: 'anki-empty' };
  if (texts.some((text) => text.length > limits.text))
    return { code: 'anki-text-too-long', params: { limit: limits.text } };
  return texts.some(isOcclusion) ? { code: 'anki-occlusion' } : null;
}

const itemOf = ({ note, number }: CleanNote): Omit<ImportedItem, 'remarks' | 'question'> => ({
  name: note.guid === '' ? String(number) : note.guid.slice(0, 200),
  file: '',
  line: note.line,
});

/** Notes of one type have the same fields. */
const groupOf = ({ notetype, fields }: AnkiNote): string =>
  JSON.stringify([notetype, fields.map(({ name }) => name)]);

const frontBack: Mapping = {
  sheet: 0,
  layout: 'columns',
  header: null,
  firstRow: 0,
  markup: 'plain',
  words: [{ ...noWords, question: 0 }],
  answer: { columns: [1], marks: [], by: 'any' },
  kind: null,
  id: null,
  path: [],
  tags: [],
  images: [],
};

/** What the fields of each note type mean, by their names or by what stands in them. */
function mappingsOf(notes: readonly CleanNote[]): ReadonlyMap<string, Mapping> {
  const groups = new Map<string, CleanNote[]>();
  for (const note of notes) {
    const group = groups.get(groupOf(note.note));
    if (group) group.push(note);
    else groups.set(groupOf(note.note), [note]);
  }
  return new Map([...groups].map(([group, members]) => [group, mappingOf(members)]));
}

function mappingOf(members: readonly CleanNote[]): Mapping {
  const names = members[0]?.note.fields.map(({ name }) => name) ?? [];
  const rows = members.slice(0, 200).map(rowOf);
  const isNamed = names.some((name) => roleOf(name)?.name === 'question');
  const header = isNamed ? [{ line: 0, cells: names }] : [];
  const guess = guessMapping({ sheets: [{ name: '', rows: [...header, ...rows] }], remarks: [] });
  const answers = guess.answer.columns.length + guess.answer.marks.length;
  const isLikeOptions =
    guess.layout === 'columns' &&
    (answers > 0 || guess.answer.by === 'mark') &&
    // Of fields with names of their own, two with the same words are no option and its answer.
    (isNamed || names.every((name) => name === '') || !sameWords.has(guess.answer.by));
  return isLikeOptions ? guess : withBack(names);
}

const sameWords: ReadonlySet<string> = new Set(['text', 'any']);

const backName = /back|answer|meaning|definition|translation|意味|訳|解答|答/i;

/** The first field asks; the answer is the first that is called so, else the second. */
function withBack(names: readonly string[]): Mapping {
  const column = names.findIndex((name, index) => index > 0 && backName.test(name));
  return column < 2
    ? frontBack
    : { ...frontBack, answer: { ...frontBack.answer, columns: [column] } };
}

const rowOf = ({ note, texts }: CleanNote): Row => ({ line: note.line, cells: texts });

/** Where it stood in Anki. */
const placeOf = ({ note }: CleanNote) => ({ path: deckPath(note.deck), tags: note.tags });

function originOf(
  { note }: CleanNote,
  { format }: NoteReading,
  kept: Readonly<Record<string, string>> = {},
) {
  const all = { ...kept, ...(note.notetype === '' ? {} : { notetype: note.notetype }) };
  return {
    format,
    ...(note.guid === '' ? {} : { name: note.guid }),
    ...(Object.keys(all).length === 0 ? {} : { kept: all }),
  };
}

function fieldsItem(clean: CleanNote, mapping: Mapping, reading: NoteReading): ImportedItem {
  const { note, number } = clean;
  const listed =
    mapping.words[0]?.options.length === 0 ? listedItem(clean, mapping, reading) : null;
  if (listed) return listed;
  const parted = partedBack(clean, mapping);
  const item = readRow(parted.row, number, {
    mapping: { ...parted.mapping, markup: note.isHtml ? 'html' : 'plain' },
    language: reading.language,
    format: reading.format,
    file: '',
    names: note.fields.map(({ name }, index) => (name === '' ? `field ${index + 1}` : name)),
    mapped: mappedColumns(parted.mapping),
    findImage: reading.findImage,
  });
  const remarks = [...clean.remarks, ...item.remarks];
  const { question } = item;
  if (!question) return { ...itemOf(clean), remarks };
  const origin = originOf(clean, reading, question.origin.kept);
  const place = placeOf(clean);
  const path = [...place.path, ...question.path];
  const tags = [...new Set([...place.tags, ...question.tags])];
  return { ...itemOf(clean), remarks, question: { ...question, path, tags, origin } };
}

const rule = /<hr\b[^<>]*>/i;

/** Below a line across the back stands why; above it the answer. */
function partedBack(clean: CleanNote, mapping: Mapping): { row: Row; mapping: Mapping } {
  const row = rowOf(clean);
  const column = mapping.answer.columns[0] ?? -1;
  const back = row.cells[column] ?? '';
  const found = rule.exec(back);
  const [words] = mapping.words;
  if (!found || !words || words.options.length > 0 || words.explanation !== null)
    return { row, mapping };
  const below = back.slice(found.index + found[0].length);
  return {
    row: {
      line: row.line,
      cells: [...row.cells.with(column, back.slice(0, found.index)), below],
    },
    mapping: { ...mapping, words: [{ ...words, explanation: row.cells.length }] },
  };
}

/** Front and back, with the options listed on the front. */
function listedItem(clean: CleanNote, mapping: Mapping, reading: NoteReading): ImportedItem | null {
  const remarks: Remark[] = [];
  const read = textReader(clean.note.isHtml ? 'html' : 'plain', remarks, reading.findImage);
  const [front, back] = [mapping.words[0]?.question, mapping.answer.columns[0]].map((column) =>
    read.document(clean.texts[column ?? -1] ?? ''),
  );
  const listed = readListed(front ?? [], back ?? []);
  return listed && takenItem(clean, reading, listed.words, listed.key, remarks);
}

function takenItem(
  clean: CleanNote,
  reading: NoteReading,
  words: DraftWords,
  key: Key,
  remarks: readonly Remark[],
): ImportedItem {
  const question = questionOf({
    ...placeOf(clean),
    origin: originOf(clean, reading),
    words: new Map([[reading.language, words]]),
    key,
  });
  return { ...itemOf(clean), remarks: [...clean.remarks, ...remarks], question };
}

/** One question for each number of a gap. */
function clozeItems(clean: CleanNote, reading: NoteReading): readonly ImportedItem[] {
  const { note, texts } = clean;
  const at = texts.findIndex(hasCloze);
  return readClozes(texts[at] ?? '').map((cloze) => {
    const remarks: Remark[] = [];
    const read = textReader(note.isHtml ? 'html' : 'plain', remarks, reading.findImage);
    const answers = cloze.answers.map(read.words);
    const answer = answers.join(', ');
    if (!canBeTyped(answer)) {
      const code = 'table-answer-long';
      return { ...itemOf(clean), remarks: [...clean.remarks, { code }] };
    }
    if (answers.length > 1) remarks.push({ code: 'anki-gaps-joined', params: { answer } });
    const mark = read.words(cloze.mark);
    const { situation, question } = partedStem(read.document(cloze.question), (words) =>
      words.includes(mark),
    );
    const extra = note.fields.findIndex(
      ({ name }, index) => index !== at && roleOf(name)?.name === 'explanation',
    );
    const words = {
      situation,
      question,
      options: [{ text: [answer] }],
      decides: read.document(texts[extra < 0 ? at + 1 : extra] ?? ''),
    };
    const key: Key = { kind: 'short', right: [0], compare: compareOf(answer) };
    return takenItem(clean, reading, words, key, remarks);
  });
}
