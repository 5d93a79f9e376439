import type { DraftFiles } from '#core/author/history.ts';
import { readPackFile } from '#formats/archive.ts';
import { decodeText } from '#formats/decode.ts';
import type { TellItems } from '#formats/imported.ts';
import { draftTitle } from '#formats/markdown/draft-title.ts';
import { newReadMemory, readPack } from '#formats/markdown/read-pack.ts';
import { splitFiles } from '#formats/markdown/single-file.ts';
import { writePack } from '#formats/markdown/write.ts';
import { isZip, openZip } from '#formats/zip.ts';
import type { ChosenFile, ImportReport } from './import-types.ts';

type PackReport = Extract<ImportReport, { type: 'pack' }>;

const YAML = 'pack.yaml';
const isPicture = (path: string): boolean => /^media\/[^/]+$/.test(path);
/** What a pack's folder may hold; system files and the like stay behind. */
const isOurs = (path: string): boolean =>
  path === YAML || isPicture(path) || /^(?:concepts\/[^/]+|notes|cases)\/[^/]+\.md$/.test(path);

/** The files of a pack's folder, wherever in the chosen ones it lies. */
function folderIn(
  files: Iterable<readonly [path: string, bytes: Uint8Array<ArrayBuffer>]>,
): DraftFiles | null {
  const all = [...files];
  const root = all
    .map(([path]) => path)
    .filter((path) => path === YAML || path.endsWith(`/${YAML}`))
    .toSorted((a, b) => a.length - b.length)[0];
  if (root === undefined) return null;
  const prefix = root.slice(0, -YAML.length);
  return new Map(
    all.flatMap(([path, bytes]): [string, string | Uint8Array][] => {
      const own = path.slice(prefix.length);
      if (!path.startsWith(prefix) || !isOurs(own)) return [];
      return [[own, isPicture(own) ? bytes : decodeText(bytes).text]];
    }),
  );
}

/** One file: all of a pack as Markdown, a folder in a zip, or a shared pack. */
function fromOne({ path, bytes }: ChosenFile, tell: TellItems | undefined): PackReport | null {
  if (isZip(bytes)) {
    const folder = folderIn(openZip(bytes).files);
    if (folder) return reportOf(folder, false, tell);
  } else {
    const split = splitFiles(decodeText(bytes).text);
    if (split?.has(YAML)) return reportOf(split, false, tell);
  }
  const { pack, media, problems } = readPackFile(bytes, path);
  if (pack === null) return null;
  // Longest takes the reading of the files that are made of it: that is what is told.
  return { ...reportOf(writePack(pack, media), true, tell), problems };
}

function reportOf(
  files: DraftFiles,
  isFromDocument: boolean,
  tell: TellItems | undefined,
): PackReport {
  const { pack, problems } = readPack(files, '', newReadMemory(), tell);
  return {
    type: 'pack',
    format: 'mondo',
    title: draftTitle(files),
    files,
    concepts: pack?.concepts.length ?? 0,
    scenarios: pack?.concepts.reduce((sum, { scenarios }) => sum + scenarios.length, 0) ?? 0,
    problems,
    isFromDocument,
  };
}

/** A pack of ours in whichever form; `null` when it is none. */
export function readOwn(files: readonly ChosenFile[], tell?: TellItems): PackReport | null {
  const [first] = files;
  if (first && files.length === 1) return fromOne(first, tell);
  const folder = folderIn(files.map(({ path, bytes }) => [path, bytes] as const));
  return folder && reportOf(folder, false, tell);
}
