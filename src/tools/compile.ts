import type { Language } from '#core/language.ts';
import {
  conceptChunk,
  conceptIndex,
  noteChunk,
  noteIndex,
  packIndex,
  packKeys,
} from '#core/pack/cut.ts';
import type { ConceptIndex, LibraryIndex, NoteIndex } from '#core/pack/library.ts';
import type { Concept, Note, Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { writeArchive } from '#formats/archive.ts';
import { digest } from '#formats/digest.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** A pack as read from its folder, with its pictures by name. */
export interface PackSource {
  readonly pack: Pack;
  readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface CompiledLibrary {
  /** The address of the index, relative to the page. */
  readonly libraryFile: string;
  /** Every file by its address, the index among them, in the order of their names. */
  readonly assets: ReadonlyMap<string, Content>;
}

/** Puts a file among the assets under a name that changes with its content, and tells its address. */
type Emit = (name: string, extension: string, content: Content) => Promise<string>;

/** Cuts packs into the files that the app loads: an index, and a chunk for each concept, note and language. */
export async function compileLibrary(sources: readonly PackSource[]): Promise<CompiledLibrary> {
  const assets = new Map<string, Content>();
  const emit: Emit = async (name, extension, content) => {
    const hash = (await digest(content)).slice(0, 8);
    const file = `packs/${name}-${hash}.${extension}`;
    assets.set(file, content);
    return file;
  };
  const packs = await Promise.all(sources.map((source) => compilePack(source, emit)));
  const index: LibraryIndex = { format: 1, packs };
  const libraryFile = await emit('library', 'json', JSON.stringify(index));
  // Which file is named first is a matter of chance.
  const inOrder = [...assets].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { libraryFile, assets: new Map(inOrder) };
}

async function compilePack({ pack: read, media }: PackSource, emit: Emit) {
  const pack = await withRevisions(read, digest);
  const pictures = new Map<string, string>();
  for (const [name, bytes] of media) {
    const dot = name.lastIndexOf('.');
    pictures.set(name, await emit(name.slice(0, dot), name.slice(dot + 1), bytes));
  }
  const json = (value: unknown): string => JSON.stringify(value, pictureAddresses(pictures));
  const write = (name: string, chunk: unknown): Promise<string> => emit(name, 'json', json(chunk));
  const [notes, concepts] = await Promise.all([
    Promise.all(pack.notes.map((note) => compileNote(pack, note, write))),
    Promise.all(pack.concepts.map((concept) => compileConcept(pack, concept, write))),
  ]);
  return {
    ...packIndex(pack, notes, concepts),
    keysFile: await write('keys', packKeys(pack)),
    // Not kept for offline use: only who exports or copies the pack reads it.
    wholeFile: await emit(pack.uid, 'mondo', writeArchive(pack, media)),
  };
}

/** In a chunk a picture says where it lies, relative to the page, and no longer its name in the pack. */
const pictureAddresses =
  (pictures: ReadonlyMap<string, string>) =>
  (_key: string, value: unknown): unknown => {
    const isPicture =
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'image';
    if (!isPicture || !('source' in value)) return value;
    return { ...value, source: pictures.get(String(value.source)) ?? value.source };
  };

type Write = (name: string, chunk: unknown) => Promise<string>;

/** One file for each language that has something to say. */
async function filesOf(
  pack: Pack,
  id: string,
  cut: (language: Language) => unknown,
  write: Write,
): Promise<{ readonly [language: Language]: string }> {
  const files = await Promise.all(
    pack.languages.map(async (language): Promise<readonly [Language, string][]> => {
      const chunk = cut(language);
      return chunk === null ? [] : [[language, await write(`${id}.${language}`, chunk)]];
    }),
  );
  return Object.fromEntries(files.flat());
}

async function compileNote(pack: Pack, note: Note, write: Write): Promise<NoteIndex> {
  const cut = (language: Language) => noteChunk(note, language);
  return noteIndex(note, await filesOf(pack, note.id, cut, write));
}

async function compileConcept(pack: Pack, concept: Concept, write: Write): Promise<ConceptIndex> {
  const cut = (language: Language) => conceptChunk(pack, concept, language);
  return conceptIndex(concept, await filesOf(pack, concept.id, cut, write));
}
