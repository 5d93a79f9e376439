import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A pack's folder as it lies on the disk. */
export interface PackFolder {
  /** The folder's name. */
  readonly name: string;
  /** Paths below the folder, with `/` on every system. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The files of one folder, by their paths below it. */
export function readFiles(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [relative(folder, file).split(sep).join('/'), new Uint8Array(readFileSync(file))];
      }),
  );
}

const EXAMS = '_exams';

/** The files of the exam profiles, by their names; none where there is no folder for them. */
export function examFiles(questions: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const folder = join(questions, EXAMS);
  return existsSync(folder) ? readFiles(folder) : new Map();
}

/** `reference` shows every kind and every mark: a fixture, and nothing to learn from. */
export const isBundled = (name: string): boolean => name !== 'reference';

/** Every folder with a `pack.yaml`, by name; names that begin with `_` or `.` are no packs. */
export function packFolders(questions: string): PackFolder[] {
  return readdirSync(questions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .filter(({ name }) => existsSync(join(questions, name, 'pack.yaml')))
    .map(({ name }) => ({ name, files: readFiles(join(questions, name)) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
