import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PackUid, Slug } from '#core/ids.ts';
import { localized, shownLanguage, type Language } from '#core/language.ts';
import type {
  ConceptChunk,
  ConceptIndex,
  LibraryIndex,
  NoteChunk,
  PackIndex,
  PackKeys,
} from '#core/pack/library.ts';
import { ok, type Result } from '#core/result.ts';

/** A file of the build: the page's fetch, or a test's. */
export type ReadFile = (file: string) => Promise<Result<unknown, FileTrouble>>;
export type FileTrouble = 'offline' | 'gone';

type BundledPack = LibraryIndex['packs'][number];

export interface LibraryState {
  readonly status: 'loading' | 'ready' | FileTrouble;
  readonly packs: readonly PackIndex[];
  /** Reads the index, again after a failure. */
  readonly open: () => Promise<void>;
  /** A concept in the language that is shown for the chosen one. Read once, then kept. */
  readonly concept: (
    pack: PackUid,
    concept: Slug,
    chosen: Language,
  ) => Promise<Result<ConceptChunk, FileTrouble>>;
  readonly note: (
    pack: PackUid,
    note: Slug,
    chosen: Language,
  ) => Promise<Result<NoteChunk, FileTrouble>>;
  readonly keys: (pack: PackUid) => Promise<Result<PackKeys, FileTrouble>>;
}

export type LibraryStore = StoreApi<LibraryState>;

export function createLibraryStore(read: ReadFile, indexFile: string): LibraryStore {
  const files = new Map<string, Promise<Result<unknown, FileTrouble>>>();
  let bundled: readonly BundledPack[] = [];

  /** One request a file; a failed one is forgotten, so that it can be tried again. */
  async function once<T>(file: string | undefined): Promise<Result<T, FileTrouble>> {
    if (file === undefined) return { ok: false, error: 'gone' };
    const pending = files.get(file) ?? read(file);
    files.set(file, pending);
    const result = await pending;
    if (!result.ok) {
      files.delete(file);
      return result;
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by our own compiler, same origin, hashed
    return ok(result.value as T);
  }

  const packOf = (uid: PackUid): BundledPack | undefined =>
    bundled.find((pack) => pack.uid === uid);

  return createStore<LibraryState>((set) => ({
    status: 'loading',
    packs: [],
    async open() {
      set({ status: 'loading' });
      const index = await once<LibraryIndex>(indexFile);
      if (!index.ok) {
        set({ status: index.error });
        return;
      }
      bundled = index.value.packs;
      set({ status: 'ready', packs: bundled });
    },
    concept(uid, id, chosen) {
      const pack = packOf(uid);
      const concept = pack?.concepts.find((candidate) => candidate.id === id);
      return once<ConceptChunk>(concept && localized(concept.files, chosen, pack?.languages[0]));
    },
    note(uid, id, chosen) {
      const pack = packOf(uid);
      const note = pack?.notes.find((candidate) => candidate.id === id);
      return once<NoteChunk>(note && localized(note.files, chosen, pack?.languages[0]));
    },
    keys: (uid) => once<PackKeys>(packOf(uid)?.keysFile),
  }));
}

/** A concept of the library, with its pack. */
export interface FoundConcept {
  readonly pack: PackIndex;
  readonly concept: ConceptIndex;
}

/** A concept by its present id, or by one that it had before. */
export function findConcept(
  packs: readonly PackIndex[],
  uid: PackUid,
  id: Slug,
): FoundConcept | undefined {
  const pack = packs.find((candidate) => candidate.uid === uid);
  const concept =
    pack?.concepts.find((candidate) => candidate.id === id) ??
    pack?.concepts.find((candidate) => candidate.was.includes(id));
  return pack && concept ? { pack, concept } : undefined;
}

/** The languages of a pack in which a question can be read, the shown one for a choice. */
export const shownPackLanguage = (pack: PackIndex, chosen: Language): Language =>
  shownLanguage(pack.languages, chosen, pack.languages[0]) ?? chosen;
