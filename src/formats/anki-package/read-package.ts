import { readNotes } from '#formats/anki/read-notes.ts';
import type { ForeignFile, Imported } from '#formats/imported.ts';
import { openAnkiArchive } from './archive.ts';
import { readCollection } from './collection.ts';
import { takePictures } from './pictures.ts';

/** SQLite comes only when a package is read: it is larger than everything else together. */
async function loadSqlite() {
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js');
  return initSqlJs();
}

/** Reads an Anki package (`.apkg`, `.colpkg`) of any generation. */
export async function readAnkiPackage({ bytes, language, tell }: ForeignFile): Promise<Imported> {
  const archive = openAnkiArchive(bytes);
  const format = 'anki-package';
  const { database } = archive;
  if (!database) return { format, items: [], remarks: archive.remarks, media: new Map() };
  const { notes, remarks } = readCollection(await loadSqlite(), database);
  const pictures = takePictures(bytes, archive, notes);
  const none = notes.length === 0 && remarks.length === 0 ? [{ code: 'anki-no-notes' }] : [];
  return {
    format,
    items: readNotes(notes, { format, language, findImage: pictures.find, tell }),
    remarks: [...archive.remarks, ...remarks, ...pictures.remarks, ...none],
    media: pictures.media,
  };
}
