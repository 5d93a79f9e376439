import { limits } from '#core/pack/limits.ts';
import type { Remark } from '#formats/imported.ts';
import { childOf, childrenOf, outermost, readXml, textOf, type XmlElement } from '#formats/xml.ts';
import { openZip } from '#formats/zip.ts';
import { tableLimits, type Grid, type Row, type Sheet } from './grid.ts';
import { dateStyles, dayOf } from './xlsx-dates.ts';

/** What the cells of a workbook share. */
interface Workbook {
  readonly strings: readonly string[];
  /** Numbers in these styles are days. */
  readonly dates: ReadonlySet<number>;
  readonly is1904: boolean;
}

type Parts = ReadonlyMap<string, readonly XmlElement[]>;

const wanted =
  /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i;

/** Excel writes control characters of texts so. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** The words of a text or of its runs, without the readings that Japanese Excel keeps beside them. */
const wordsOf = (item: XmlElement): string =>
  childrenOf(item)
    .map((child) => {
      if (child.name === 't') return unescaped(textOf(child));
      return child.name === 'r' ? wordsOf(child) : '';
    })
    .join('');

function partsOf(bytes: Uint8Array, remarks: Remark[]): Parts {
  const archive = openZip(bytes, (name) => wanted.test(name));
  remarks.push(...archive.remarks);
  return new Map(
    [...archive.files].flatMap(([name, content]): [string, readonly XmlElement[]][] => {
      if (content.length > limits.document) {
        remarks.push({ code: 'zip-too-large', params: { name, limit: limits.document } });
        return [];
      }
      const { roots, remarks: found } = readXml(new TextDecoder().decode(content));
      remarks.push(...found);
      return [[name.toLowerCase(), roots]];
    }),
  );
}

const all = (parts: Parts, path: string, name: string): readonly XmlElement[] =>
  outermost(parts.get(path) ?? [], name);

/** Names of sheets and their parts, in the order of the workbook. */
function sheetsOf(parts: Parts): readonly (readonly [name: string, path: string])[] {
  const targets = new Map(
    all(parts, 'xl/_rels/workbook.xml.rels', 'Relationship').map(({ attributes }) => [
      attributes.get('Id'),
      attributes.get('Target') ?? '',
    ]),
  );
  const named = all(parts, 'xl/workbook.xml', 'sheet').flatMap(
    ({ attributes }): [string, string][] => {
      const id = [...attributes].find(([key]) => key === 'id' || key.endsWith(':id'))?.[1];
      const target = (targets.get(id) ?? '').replace(/^\/?(?:xl\/)?/i, 'xl/').toLowerCase();
      return parts.has(target) ? [[unescaped(attributes.get('name') ?? ''), target]] : [];
    },
  );
  const found = new Set(named.map(([, path]) => path));
  const lost = [...parts.keys()].filter(
    (path) => path.startsWith('xl/worksheets/') && !found.has(path),
  );
  return [...named, ...lost.map((path): [string, string] => [path.slice(14, -4), path])];
}

const address = /^([A-Z]{1,3})(\d{0,7})$/i;

/** The column of `AB12`, from 0; null when it names none. */
function columnOf(reference: string | undefined): number | null {
  const letters = address.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return (
    Array.from(letters.toUpperCase()).reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) -
    1
  );
}

function valueOf(cell: XmlElement, { strings, dates, is1904 }: Workbook): string {
  const type = cell.attributes.get('t') ?? 'n';
  const inline = childOf(cell, 'is');
  if (inline) return wordsOf(inline);
  const found = childOf(cell, 'v');
  const value = found ? textOf(found) : '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    case 'e':
      return '';
    case 'n':
      return dates.has(Number(cell.attributes.get('s'))) && value !== ''
        ? dayOf(Number(value), is1904)
        : numberText(value);
    default:
      return unescaped(value);
  }
}

/** `0.1` is stored as `0.10000000000000001`. */
const numberText = (value: string): string => {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) && /[.eE]/.test(value)
    ? String(Number(number.toPrecision(15)))
    : value;
};

function rowsOf(roots: readonly XmlElement[], workbook: Workbook, remarks: Remark[]): Row[] {
  const rows: Row[] = [];
  let line = 0;
  for (const row of outermost(roots, 'row')) {
    const told = Number(row.attributes.get('r'));
    line = Number.isSafeInteger(told) && told > line ? told : line + 1;
    if (rows.length >= tableLimits.rows) {
      remarks.push({ code: 'table-too-long', params: { limit: tableLimits.rows }, line });
      break;
    }
    const cells: string[] = [];
    let widest = 0;
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes.get('r')) ?? cells.length;
      widest = Math.max(widest, column + 1);
      if (column >= tableLimits.columns) continue;
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(cell, workbook);
    }
    if (widest > tableLimits.columns)
      remarks.push({
        code: 'table-too-wide',
        params: { count: widest, limit: tableLimits.columns },
        line,
      });
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
  }
  return rows;
}

/**
 * Reads an xlsx workbook: texts as they are, days as `2026-11-20`, formulas by their last result. No cell can make it
 * larger than what is in the file, wherever the cell says that it stands.
 */
export function readXlsx(bytes: Uint8Array): Grid {
  const remarks: Remark[] = [];
  const parts = partsOf(bytes, remarks);
  const workbook: Workbook = {
    strings: all(parts, 'xl/sharedstrings.xml', 'si').map(wordsOf),
    dates: dateStyles(parts.get('xl/styles.xml') ?? []),
    is1904: all(parts, 'xl/workbook.xml', 'workbookPr').some(({ attributes }) =>
      ['1', 'true'].includes(attributes.get('date1904') ?? ''),
    ),
  };
  const sheets = sheetsOf(parts).map(([name, path]): Sheet => ({
    name,
    rows: rowsOf(parts.get(path) ?? [], workbook, remarks),
  }));
  if (sheets.length === 0) remarks.push({ code: 'table-no-sheet' });
  return { sheets, remarks: remarks.slice(0, 50) };
}
