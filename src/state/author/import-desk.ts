import type { DraftFiles } from '#core/author/history.ts';
import { guessFormat, readerOf } from '#formats/guess.ts';
import type {
  ForeignFile,
  FormatName,
  Imported,
  ImportedItem,
  TellItems,
} from '#formats/imported.ts';
import { withFreshMedia } from '#formats/media-names.ts';
import { withRepeatedTold } from '#formats/repeated.ts';
import { readOwn } from './import-files.ts';
import { draftOf } from './import-goal.ts';
import type {
  ChosenFile,
  ImportGoal,
  ImportJob,
  ImportReport,
  ReportItem,
  TableView,
} from './import-types.ts';

/** What was read last: the items stay here until a draft is made of them. */
export interface ImportDesk {
  /** @param tell how far it is, before each item */
  readonly read: (job: ImportJob, tell?: TellItems) => Promise<ImportReport>;
  /** The files of a new draft, or those of a draft with what was read among them. */
  readonly draft: (goal: ImportGoal) => DraftFiles;
}

const reportItem = ({ name, file, line, remarks, question }: ImportedItem): ReportItem => ({
  name,
  file,
  line,
  state: question === undefined ? 'left' : remarks.length > 0 ? 'partly' : 'taken',
  remarks,
  title: question?.title ?? '',
  kind: question?.kind ?? null,
});

export function createImportDesk(): ImportDesk {
  let last: Imported | null = null;
  return {
    draft: (goal) => draftOf(last, goal),
    async read(job, tell) {
      last = null;
      const own = job.format === null || job.format === 'mondo' ? readOwn(job.files, tell) : null;
      if (own) return own;
      if (job.format === 'mondo') return { type: 'unknown' };
      const read = await readForeign(job, job.format, tell);
      if (read === null) return { type: 'unknown' };
      const { format, title = '', remarks } = read.imported;
      const items = withRepeatedTold(read.imported.items);
      last = { ...read.imported, items };
      const { table } = read;
      return { type: 'items', format, title, items: items.map(reportItem), remarks, table };
    },
  };
}

interface Read {
  readonly imported: Imported;
  readonly table: TableView | null;
}

/** Of several files, how many items there are shows only when the last is open. */
const tellAfter =
  (read: readonly Read[], { files }: ImportJob, tell: TellItems | undefined): TellItems =>
  (items, of) =>
    tell?.(
      read.reduce((sum, { imported }) => sum + imported.items.length, items),
      files.length === 1 ? of : null,
    );

async function readForeign(
  job: ImportJob,
  wanted: FormatName | null,
  tell: TellItems | undefined,
): Promise<Read | null> {
  const { files, language } = job;
  const read: Read[] = [];
  const tellAll = tellAfter(read, job, tell);
  for (const { path, bytes } of files) {
    const file: ForeignFile = { name: path, bytes, language, tell: tellAll };
    const format = wanted ?? guessFormat(file);
    if (format === 'table') read.push(await readTableFile(file, job));
    else if (format !== null) {
      const reader = await readerOf(format);
      read.push({ imported: await reader(file), table: null });
    }
  }
  const [first] = read;
  if (!first || read.length === 1) return first ?? null;
  return { imported: joined(read, files), table: null };
}

/** Pictures of several files that have the same name, each with a name of its own. */
function distinct(all: readonly Imported[]): readonly Imported[] {
  let held: Imported['media'] = new Map();
  return all.map((imported) => {
    const fresh = withFreshMedia(imported, held);
    held = new Map([...held, ...fresh.media]);
    return fresh;
  });
}

/** Several files as one: each item says which it was in. */
function joined(read: readonly Read[], files: readonly ChosenFile[]): Imported {
  const all = distinct(read.map(({ imported }) => imported));
  const [{ format }] = [all[0] ?? { format: 'table' as const }];
  return {
    format,
    items: all.flatMap(({ items }, index) =>
      items.map((item) => ({ ...item, file: item.file || (files[index]?.path ?? '') })),
    ),
    remarks: all.flatMap(({ remarks }) => remarks),
    media: new Map(all.flatMap(({ media }) => [...media])),
  };
}

/** So many rows are shown on the mapping screen. */
const SHOWN = 8;

async function readTableFile(file: ForeignFile, job: ImportJob): Promise<Read> {
  const [{ readGrid }, { fittingMapping }, { columnNames, readTable }] = await Promise.all([
    import('#formats/table/looks-like.ts'),
    import('#formats/table/guess-mapping.ts'),
    import('#formats/table/read-table.ts'),
  ]);
  const grid = readGrid(file.bytes);
  const mapping = fittingMapping(grid, job.mapping);
  const imported = readTable(grid, mapping, job.language, file.tell);
  // Its rows say what they are: there is nothing to choose but the sheet.
  if (mapping.layout === 'brightspace' && grid.sheets.length === 1)
    return { imported, table: null };
  const sheet = grid.sheets[mapping.sheet];
  const table: TableView = {
    sheets: grid.sheets.map(({ name }) => name),
    columns: columnNames(sheet, mapping),
    rows: (sheet?.rows ?? [])
      .slice(mapping.firstRow)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .slice(0, SHOWN)
      .map(({ cells }) => cells),
    mapping,
  };
  return { imported, table };
}
