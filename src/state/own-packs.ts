import type { PackUid, Slug } from '#core/ids.ts';
import { localized, type Language } from '#core/language.ts';
import { conceptChunk, noteChunk, packKeys } from '#core/pack/cut.ts';
import type { ConceptChunk, NoteChunk, PackIndex } from '#core/pack/library.ts';
import { isNewer } from '#core/pack/version.ts';
import type { Pack } from '#core/pack/model.ts';
import { err, ok, type Result } from '#core/result.ts';
import { instant } from '#core/time.ts';
import { keptPacks, type KeptPacks } from '#storage/kept-packs.ts';
import { hasPackDatabase, packDatabase, type DatabaseTrouble } from '#storage/pack-database.ts';
import type { Ports } from '#storage/ports.ts';
import { hasAdded, hintAdded } from './hint.ts';
import type { FileTrouble, Shelf } from './library.ts';
import type { Stores } from './stores.ts';
import { filesOf, parsedPack } from './own-index.ts';
import { pictureAddresses, type Addresses } from './own-pictures.ts';

/** The packs of this device beside the bundled ones: cut into the same pieces when they are asked for. */

const DAY = 86_400_000;

const byLearner = new WeakMap<Ports, KeptPacks>();

/** One connection a page. */
export function keptPacksOf(ports: Ports): KeptPacks {
  const known = byLearner.get(ports) ?? keptPacks(packDatabase(ports));
  byLearner.set(ports, known);
  return known;
}

/** Opens the packs of this device. What was removed long ago is forgotten then. */
export async function openShelf(ports: Ports): Promise<Result<Shelf, DatabaseTrouble>> {
  const kept = keptPacksOf(ports);
  const indexes = await kept.indexes();
  if (!indexes.ok) return indexes;
  void kept.sweep(instant(ports.clock().at - DAY));
  return ok(shelfOf(kept, indexes.value));
}

/**
 * Finds packs whose hint was lost, as when a browser has cleared one storage and not the other. A browser that does
 * not list its databases is not asked: opening one would make it.
 */
export async function findLost({ ports, library }: Stores): Promise<void> {
  if (hasAdded(ports)) return;
  if ((await hasPackDatabase(ports)) !== true) return;
  const indexes = await keptPacksOf(ports).indexes();
  if (!indexes.ok || indexes.value.length === 0) return;
  hintAdded(ports, true);
  await library.getState().refresh();
}

interface Opened {
  readonly pack: Pack;
  readonly addresses: Addresses;
}

function shelfOf(kept: KeptPacks, packs: readonly PackIndex[]): Shelf {
  const opened = new Map<PackUid, Promise<Opened | null>>();
  const read = async (uid: PackUid): Promise<Opened | null> => {
    const found = await kept.read(uid);
    const pack = found.ok && found.value ? parsedPack(found.value.document) : null;
    return pack && { pack, addresses: pictureAddresses((name) => kept.picture(uid, name)) };
  };
  /** Each pack is read once, whole: its pieces are asked for one after the other. */
  const open = (uid: PackUid): Promise<Opened | null> => {
    const pending = opened.get(uid) ?? read(uid);
    opened.set(uid, pending);
    return pending;
  };
  return {
    beside: (bundled) => sideBySide(bundled, packs),
    async concept(uid, id, chosen) {
      const found = await open(uid);
      return found ? conceptOf(found, id, chosen) : err('gone');
    },
    async note(uid, id, chosen) {
      const found = await open(uid);
      return found ? noteOf(found, id, chosen) : err('gone');
    },
    async keys(uid) {
      const found = await open(uid);
      return found ? ok(packKeys(found.pack)) : err('gone');
    },
    close() {
      for (const pending of opened.values())
        void pending.then((found) => found?.addresses.release());
    },
  };
}

/** An added pack takes the place of a bundled one that is older. */
function sideBySide(bundled: readonly PackIndex[], shelf: readonly PackIndex[]) {
  const added = shelf.filter(({ uid, version }) => {
    const own = bundled.find((pack) => pack.uid === uid);
    return own === undefined || isNewer(version, own.version);
  });
  const uids = new Set(added.map(({ uid }) => uid));
  return { packs: [...bundled.filter(({ uid }) => !uids.has(uid)), ...added], added: uids };
}

/** The language of a thing that is shown for the chosen one. */
const shownOf = (
  { languages }: Pack,
  texts: { readonly [language: Language]: unknown },
  chosen: Language,
): Language | undefined => localized(filesOf(texts), chosen, languages[0]);

async function conceptOf(
  { pack, addresses }: Opened,
  id: Slug,
  chosen: Language,
): Promise<Result<ConceptChunk, FileTrouble>> {
  const concept = pack.concepts.find((candidate) => candidate.id === id);
  const language = concept && shownOf(pack, concept.text, chosen);
  const chunk = concept && language ? conceptChunk(pack, concept, language) : null;
  return chunk ? ok(await addresses.putInto(chunk)) : err('gone');
}

async function noteOf(
  { pack, addresses }: Opened,
  id: Slug,
  chosen: Language,
): Promise<Result<NoteChunk, FileTrouble>> {
  const note = pack.notes.find((candidate) => candidate.id === id);
  const language = note && shownOf(pack, note.text, chosen);
  const chunk = note && language ? noteChunk(note, language) : null;
  return chunk ? ok(await addresses.putInto(chunk)) : err('gone');
}
