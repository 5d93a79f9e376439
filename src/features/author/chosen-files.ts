import type { ChosenFile } from '#state/author/import-types.ts';

const read = async (file: File, path: string): Promise<ChosenFile> => ({
  path,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** `null` where the browser does not give them: they may lie elsewhere, or have gone since. */
export type ChosenFiles = readonly ChosenFile[] | null;

const given = (reading: Promise<readonly ChosenFile[]>): Promise<ChosenFiles> =>
  reading.catch(() => null);

/** Files of a picker; those of a folder carry their path in it. */
export const filesOfList = (list: Iterable<File>): Promise<ChosenFiles> =>
  given(Promise.all([...list].map((file) => read(file, file.webkitRelativePath || file.name))));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader of folders gives some entries at a time, and none at its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesBelow(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFile(entry)) return [await read(await fileOf(entry), entry.fullPath.replace(/^\//, ''))];
  if (!isFolder(entry)) return [];
  const below = await Promise.all((await entriesOf(entry)).map(filesBelow));
  return below.flat();
}

/** What was dropped, folders with all that is in them. */
export async function filesOfDrop(drop: DataTransfer): Promise<ChosenFiles> {
  const entries = [...drop.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfList(drop.files);
  return given(Promise.all(entries.map(filesBelow)).then((files) => files.flat()));
}

export const pastedFile = (text: string): ChosenFile => ({
  path: 'pasted.txt',
  bytes: new TextEncoder().encode(text),
});
