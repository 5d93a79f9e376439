import { htmlSign } from '#formats/cell-text.ts';
import { decodeText } from '#formats/decode.ts';
import type { ForeignFile, Imported, Reader } from '#formats/imported.ts';
import { guessDelimiter, splitDelimited } from '#formats/table/delimited.ts';
import { isBlank, type Row } from '#formats/table/grid.ts';
import { stockFields } from './field-text.ts';
import type { AnkiNote } from './note.ts';
import { readNotes } from './read-notes.ts';

/** What the lines at the top say about the rows. */
interface Head {
  readonly said: ReadonlyMap<string, string>;
  /** Where the rows begin. */
  readonly end: number;
  readonly lines: number;
}

const separators: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

/** Lines that begin with `#`, and the `tags:` of old versions. */
function headOf(text: string): Head {
  const said = new Map<string, string>();
  let end = 0;
  let lines = 0;
  for (;;) {
    const at = text.indexOf('\n', end);
    const line = text.slice(end, at < 0 ? undefined : at);
    const found =
      /^#([\w ]{1,30}):(.*)$/.exec(line) ?? (lines === 0 ? /^(tags):(.*)$/.exec(line) : null);
    if (!found && !line.startsWith('#')) break;
    if (found) said.set((found[1] ?? '').trim().toLowerCase(), found[2] ?? '');
    lines += 1;
    end = at < 0 ? text.length : at + 1;
    if (at < 0) break;
  }
  return { said, end, lines };
}

/** From 0; null when the head does not name it. */
function columnOf({ said }: Head, name: string): number | null {
  const number = Number.parseInt(said.get(`${name} column`) ?? '', 10);
  return number >= 1 ? number - 1 : null;
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

function separatorOf({ said }: Head, body: string): string {
  const name = (said.get('separator') ?? '').trim();
  if (name !== '') return separators.get(name.toLowerCase()) ?? name.slice(0, 1);
  return said.get('separator') === '\t' ? '\t' : guessDelimiter(body);
}

function noteOf(row: Row, head: Head, names: readonly string[], isHtml: boolean): AnkiNote {
  const columns = {
    guid: columnOf(head, 'guid'),
    notetype: columnOf(head, 'notetype'),
    deck: columnOf(head, 'deck'),
    tags: columnOf(head, 'tags'),
  };
  const meta = new Set<number | null>(Object.values(columns));
  const notetype = (row.cells[columns.notetype ?? -1] ?? head.said.get('notetype') ?? '').trim();
  const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim());
  const fields = row.cells.flatMap((text, index) =>
    meta.has(index) ? [] : [{ name: (names[index] ?? '').trim(), text }],
  );
  const stock = names.length === 0 ? stockFields(notetype) : [];
  return {
    guid: cell(columns.guid),
    notetype,
    deck: cell(columns.deck) || (head.said.get('deck') ?? '').trim(),
    tags: [...words(head.said.get('tags') ?? ''), ...words(cell(columns.tags))],
    fields: fields.map(({ name, text }, index) => ({ name: stock[index] ?? name, text })),
    isHtml,
    line: row.line,
  };
}

/** Reads notes that Anki has exported as text, and plain lists of fronts and backs. */
export const readAnkiText: Reader = ({ bytes, language, tell }: ForeignFile): Imported => {
  const text = decodeText(bytes).text.replace(/^\uFEFF+/, '');
  const head = headOf(text);
  const body = text.slice(head.end);
  const separator = separatorOf(head, body);
  const { rows, remarks } = splitDelimited(body, separator, head.lines + 1);
  const names = splitDelimited(head.said.get('columns') ?? '', separator).rows[0]?.cells ?? [];
  const html = (head.said.get('html') ?? '').trim().toLowerCase();
  const isHtml = html === '' ? htmlSign.test(body.slice(0, 100_000)) : html.startsWith('true');
  const notes = rows.filter((row) => !isBlank(row)).map((row) => noteOf(row, head, names, isHtml));
  const title = (head.said.get('deck') ?? '').trim();
  return {
    format: 'anki-text',
    ...(title === '' ? {} : { title }),
    items: readNotes(notes, { format: 'anki-text', language, tell }),
    remarks: notes.length === 0 ? [...remarks, { code: 'anki-no-notes' }] : remarks,
    media: new Map(),
  };
};

/** Only Anki writes such lines above a table. */
export const looksLikeAnkiText = (text: string): boolean =>
  /^\uFEFF?#(?:separator|html|tags|columns|notetype|deck|guid column|notetype column|deck column|tags column):/i.test(
    text.slice(0, 100),
  );
