import type { Fact } from '#core/journal/event.ts';
import type { PackUid } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { FormerHead, Pictures } from '#storage/kept-packs.ts';
import type { DatabaseTrouble } from '#storage/pack-database.ts';
import { hintAdded } from './hint.ts';
import { keptPacksOf } from './own-packs.ts';
import { tellPacksChanged } from './pack-news.ts';
import { forgetReports } from './reports.ts';
import type { Offer } from './offer.ts';
import type { Answer } from './pack-jobs.ts';
import type { Stores } from './stores.ts';
import { doJob, type JobTrouble } from './workshop.ts';

/** Why a change of the added packs was not made: nothing of it was. */
export type ChangeTrouble = DatabaseTrouble;
type Changed = Result<null, ChangeTrouble>;

const presentOf = ({ library }: Stores, uid: PackUid): PackIndex | undefined =>
  library.getState().packs.find((pack) => pack.uid === uid);

type Revs = Fact<'pack-applied'>['revs'];

const revsOf = (pack: PackIndex | undefined): Map<string, readonly [string, string]> =>
  new Map(
    pack?.concepts.flatMap(({ id, scenarios }) =>
      scenarios.map(
        (scenario) => [`${id}/${scenario.id}`, [scenario.textRev, scenario.keyRev]] as const,
      ),
    ),
  );

/** The revisions that a version has and the one before had otherwise: what is new was answered by nobody. */
function changedRevs(former: PackIndex | undefined, present: PackIndex): Revs {
  const before = revsOf(former);
  return Object.fromEntries(
    [...revsOf(present)].filter(([id, revs]) => {
      const known = before.get(id);
      return known !== undefined && known.join() !== revs.join();
    }),
  );
}

/**
 * After changes in the database: the library shows them, and the journal knows which versions hold.
 * @param formers what was shown under the uid of each pack before
 */
export async function settlePacks(
  stores: Stores,
  formers: ReadonlyMap<PackUid, PackIndex | undefined>,
): Promise<void> {
  const { library, learner, session, clock } = stores;
  hintAdded(stores.ports, true);
  tellPacksChanged(stores);
  await library.getState().refresh();
  const facts = [...formers].flatMap(([uid, former]): Fact[] => {
    const present = presentOf(stores, uid);
    if (present === undefined || present === former) return [];
    const revs = changedRevs(former, present);
    return [{ type: 'pack-applied', pack: uid, version: present.version, revs }];
  });
  if (facts.length > 0) learner.getState().record(facts, clock());
  // A question on the screen may be of the former version: what is open is taken up anew.
  session.setState({ session: null, isRunning: false, content: { status: 'loading' } });
}

const settle = (stores: Stores, uid: PackUid, former: PackIndex | undefined): Promise<void> =>
  settlePacks(stores, new Map([[uid, former]]));

/** A change that was made, by its time. */
export type MadeChange = Pick<FormerHead, 'at'>;

/** Adds a pack, or puts a newer version in the place of the one that is here: whole or not at all. */
export async function acceptOffer(
  stores: Stores,
  offer: Offer,
): Promise<Result<MadeChange, ChangeTrouble>> {
  const { index, document, digest, media, from } = offer;
  const { uid, version } = index;
  const former = presentOf(stores, uid);
  const { at } = stores.clock();
  const pack = { document, digest, version, addedAt: at, from };
  const done = await keptPacksOf(stores.ports).put(pack, index, media);
  if (!done.ok) return done;
  forgetReports(stores, offer.mended);
  await settle(stores, uid, former);
  return ok({ at });
}

/** Takes a pack away. What the learner knows of it stays in the journal. */
export async function removePack(stores: Stores, uid: PackUid): Promise<Changed> {
  const former = presentOf(stores, uid);
  const done = await keptPacksOf(stores.ports).remove(uid, stores.clock().at);
  if (done.ok) await settle(stores, uid, former);
  return done;
}

/** What the last change of a pack can be undone to. */
export type FormerPack = FormerHead;

/**
 * Undoes the last change of a pack: the former version stands again, or none where none stood.
 * @param shown the change that the learner was shown: nothing is done once it is not the last any more, as after a first
 * tap; left out, whichever change was the last is undone
 */
export async function undoChange(
  stores: Stores,
  uid: PackUid,
  shown?: MadeChange,
): Promise<Changed> {
  const former = presentOf(stores, uid);
  const done = await keptPacksOf(stores.ports).restore(uid, stores.clock().at, shown?.at);
  if (!done.ok) return done;
  if (done.value) await settle(stores, uid, former);
  return ok(null);
}

/** Empty where it cannot be told. */
export async function formerPacks({ ports }: Stores): Promise<readonly FormerPack[]> {
  const formers = await keptPacksOf(ports).formers();
  return formers.ok ? formers.value : [];
}

/** A pack as it is handed on. */
export interface SharedPack {
  readonly document: string;
  readonly pictures: Pictures;
  /** Letters for a link that holds the whole pack; `null` when it is too long. */
  readonly link: string | null;
}

export async function sharedPack(
  stores: Stores,
  uid: PackUid,
): Promise<Result<SharedPack, DatabaseTrouble | JobTrouble>> {
  const kept = keptPacksOf(stores.ports);
  const [pack, pictures] = await Promise.all([kept.read(uid), kept.pictures(uid)]);
  if (!pack.ok) return pack;
  if (!pictures.ok) return pictures;
  if (pack.value === null) return err('unavailable');
  const { document } = pack.value;
  const link = await doJob(stores.openWorker, 'link', { document });
  if (!link.ok) return link;
  // Pictures have no room in a link.
  const isBare = pictures.value.size === 0;
  return ok({ document, pictures: pictures.value, link: isBare ? link.value : null });
}

export async function archiveOf(
  stores: Stores,
  { document, pictures }: SharedPack,
): Promise<Result<Answer<'archive'>, JobTrouble>> {
  return doJob(stores.openWorker, 'archive', { document, media: pictures });
}
