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
import { isNewer } from '#core/pack/version.ts';
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
  readonly packs: readonly PackIndex[];
  readonly close: () => void;
}

/** Why the added packs could not be opened. */
export type ShelfTrouble = 'unavailable' | 'newer' | 'full';

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

export function createLibraryStore(
  read: ReadFile,
  indexFile: string,
  openShelf: OpenShelf = async () => null,
): LibraryStore {
  const files = new Map<string, Promise<Result<unknown, FileTrouble>>>();
  let bundled: readonly BundledPack[] = [];
  let shelf: Shelf | null = null;

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

  return createStore<LibraryState>((set, get) => {
    const shelfOf = (uid: PackUid): Shelf | null => (get().added.has(uid) ? shelf : null);
    async function readShelf() {
      const opened = await openShelf();
      const former = shelf;
      shelf = opened?.ok === true ? opened.value : null;
      former?.close();
      const trouble = opened?.ok === false ? opened.error : null;
      return () => set({ ...side(bundled, shelf?.packs ?? []), shelfTrouble: trouble });
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
      concept(uid, id, chosen) {
        const own = shelfOf(uid);
        if (own) return own.concept(uid, id, chosen);
        const pack = packOf(uid);
        const concept = pack?.concepts.find((candidate) => candidate.id === id);
        return once<ConceptChunk>(concept && localized(concept.files, chosen, pack?.languages[0]));
      },
      note(uid, id, chosen) {
        const own = shelfOf(uid);
        if (own) return own.note(uid, id, chosen);
        const pack = packOf(uid);
        const note = pack?.notes.find((candidate) => candidate.id === id);
        return once<NoteChunk>(note && localized(note.files, chosen, pack?.languages[0]));
      },
      keys: (uid) => shelfOf(uid)?.keys(uid) ?? once<PackKeys>(packOf(uid)?.keysFile),
    };
  });
}

/** Bundled and added packs side by side: an added one takes the place of a bundled one that is older. */
function side(
  bundled: readonly PackIndex[],
  shelf: readonly PackIndex[],
): Pick<LibraryState, 'packs' | 'added'> {
  const added = shelf.filter(({ uid, version }) => {
    const own = bundled.find((pack) => pack.uid === uid);
    return own === undefined || isNewer(version, own.version);
  });
  const uids = new Set(added.map(({ uid }) => uid));
  return { packs: [...bundled.filter(({ uid }) => !uids.has(uid)), ...added], added: uids };
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
