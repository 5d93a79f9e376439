import type { Language } from '#core/language.ts';
import { limits } from '#core/pack/limits.ts';
import type { Parts } from '#formats/build.ts';
import type { Imported, ImportedItem, Remark, TellItems } from '#formats/imported.ts';
import { distinctRemarks } from '#formats/remarks.ts';
import { readEach } from '#formats/read-each.ts';
import { brightspaceBlocks, type BrightspaceBlock, type BrightspaceRow } from './brightspace.ts';
import { oneText, scribeOf } from './brightspace-cells.ts';
import { keptOf, settingsIn } from './brightspace-kept.ts';
import { buildBrightspace } from './brightspace-kinds.ts';
import { cellOf, type Row } from './grid.ts';

const NAME = 200;

/** The questions of a sheet in the upload format of Brightspace, and what is said of the sheet as a whole. */
export function readBrightspace(
  rows: readonly Row[],
  language: Language,
  tell: TellItems | undefined,
): Pick<Imported, 'items' | 'remarks'> {
  const { blocks, above } = brightspaceBlocks(rows);
  const settings = settingsIn(blocks).join(', ').slice(0, 500);
  return {
    items: readEach(blocks, tell, (block, index) => readBlock(block, index + 1, language)),
    remarks: [
      ...above
        .slice(0, 1)
        .map(({ line }) => ({ code: 'brightspace-above', params: { count: above.length }, line })),
      ...(settings === '' ? [] : [{ code: 'brightspace-settings', params: { rows: settings } }]),
    ],
  };
}

function readBlock(block: BrightspaceBlock, number: number, language: Language): ImportedItem {
  const rows = byKey(block.rows);
  const joined = (key: string) =>
    (rows.get(key) ?? [])
      .map((row) => oneText(row, 1).text)
      .join(' ')
      .trim();
  const name = joined('id').slice(0, NAME);
  const called = name || joined('title').slice(0, NAME) || String(number);
  const item = { name: called, file: '', line: block.line };
  const long = block.rows.find(({ cells }) => cells.some((cell) => cell.length > limits.text));
  if (long) {
    const params = { column: cellOf(long, 0).slice(0, 40), limit: limits.text };
    return { ...item, remarks: [{ code: 'table-text-too-long', params }] };
  }
  const remarks: Remark[] = [];
  const scribe = scribeOf(remarks);
  const said = (key: string) =>
    (rows.get(key) ?? []).flatMap((row) => scribe.document(oneText(row, 1)));
  const { kept, lost } = keptOf(block);
  const parts: Parts = {
    title: joined('title'),
    path: [],
    tags: [],
    language,
    stem: said('questiontext'),
    decides: said('feedback'),
    origin: {
      format: 'brightspace',
      ...(name === '' ? {} : { name }),
      ...(Object.keys(kept).length === 0 ? {} : { kept }),
    },
  };
  const type = block.type.toUpperCase();
  const built = buildBrightspace({ type, rows, language, parts, scribe, remarks });
  // Of what is not taken, nothing is kept either.
  return built.question
    ? { ...item, ...built, remarks: distinctRemarks([...lost, ...remarks, ...built.remarks]) }
    : { ...item, remarks: built.remarks };
}

function byKey(rows: readonly BrightspaceRow[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const same = found.get(row.key);
    if (same) same.push(row);
    else found.set(row.key, [row]);
  }
  return found;
}
