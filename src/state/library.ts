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

/** The pieces of packs, however they come. */
interface Pieces {
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

/** The packs that the learner has added: kept on this device, cut when they are asked for. */
export interface Shelf extends Pieces {
  /** The bundled packs with the added ones: of two with one uid, the newer. */
  readonly beside: (bundled: readonly PackIndex[]) => Pick<LibraryState, 'packs' | 'added'>;
  readonly close: () => void;
}

/** Why the added packs could not be opened. */
type ShelfTrouble = 'unavailable' | 'newer' | 'full';

/** `null` where nothing was ever added: then nothing is opened. */
export type OpenShelf = () => Promise<Result<Shelf, ShelfTrouble> | null>;

export interface LibraryState extends Pieces {
  readonly status: 'loading' | 'ready' | FileTrouble;
  /** Bundled and added ones; of two with one uid, the newer. */
  readonly packs: readonly PackIndex[];
  /** Those that the learner has added. */
  readonly added: ReadonlySet<PackUid>;
  readonly shelfTrouble: ShelfTrouble | null;
  /** Reads the index, again after a failure. */
  readonly open: () => Promise<void>;
  /** Reads the added packs again, after a change. */
  readonly refresh: () => Promise<void>;
}

export type LibraryStore = StoreApi<LibraryState>;

/** One request a file; a failed one is forgotten, so that it can be tried again. */
function onceEach(read: ReadFile) {
  const files = new Map<string, Promise<Result<unknown, FileTrouble>>>();
  return async function once<T>(file: string | undefined): Promise<Result<T, FileTrouble>> {
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
  };
}

type Once = ReturnType<typeof onceEach>;

/** The pieces of bundled packs: each is a file of the build. */
function bundledPieces(once: Once, packs: () => readonly BundledPack[]): Pieces {
  const packOf = (uid: PackUid) => packs().find((pack) => pack.uid === uid);
  return {
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
  };
}

export function createLibraryStore(
  read: ReadFile,
  indexFile: string,
  openShelf: OpenShelf = async () => null,
): LibraryStore {
  const once = onceEach(read);
  let bundled: readonly BundledPack[] = [];
  let shelf: Shelf | null = null;
  const pieces = bundledPieces(once, () => bundled);

  return createStore<LibraryState>((set, get) => {
    const of = (uid: PackUid): Pieces => (get().added.has(uid) ? (shelf ?? pieces) : pieces);
    /** @returns what shows it */
    async function readShelf(): Promise<() => void> {
      const opened = await openShelf();
      const former = shelf;
      shelf = opened?.ok === true ? opened.value : null;
      former?.close();
      const trouble = opened?.ok === false ? opened.error : null;
      return () => {
        const none = { packs: bundled, added: new Set<PackUid>() };
        set({ ...(shelf?.beside(bundled) ?? none), shelfTrouble: trouble });
      };
    }
    return {
      status: 'loading',
      packs: [],
      added: new Set(),
      shelfTrouble: null,
      async open() {
        set({ status: 'loading' });
        const [index, show] = await Promise.all([once<LibraryIndex>(indexFile), readShelf()]);
        if (index.ok) bundled = index.value.packs;
        show();
        set({ status: index.ok ? 'ready' : index.error });
      },
      async refresh() {
        const show = await readShelf();
        show();
      },
      concept: (uid, id, chosen) => of(uid).concept(uid, id, chosen),
      note: (uid, id, chosen) => of(uid).note(uid, id, chosen),
      keys: (uid) => of(uid).keys(uid),
    };
  });
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
