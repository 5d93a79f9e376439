import type { PackChange } from '#core/pack/change.ts';
import { relationTo, type Relation } from '#core/pack/version.ts';
import { scenarioKey } from '#core/ids.ts';
import { limits } from '#core/pack/limits.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import { readPackLink } from '#formats/link.ts';
import { fetchPack, isFetchable, type FetchTrouble } from '#storage/remote.ts';
import { bundledVersion } from './bundled-version.ts';
import { keptPacksOf } from './own-packs.ts';
import type { ReadOutcome, ReadPack } from './pack-jobs.ts';
import { reportedIn, type Reported } from './reports.ts';
import type { Stores } from './stores.ts';
import { doJob, type JobTrouble } from './workshop.ts';

/** A file that may be a pack. */
export interface OfferedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  /** The address that it was fetched from; `null` for a file or a link. */
  readonly from: string | null;
}

/** A pack that could be added, and what that would do. */
export interface Offer extends ReadPack {
  readonly from: string | null;
  readonly relation: Relation;
  /** What stands here under its uid. */
  readonly here: PackIndex | null;
  /** Mondo brought along what stands here. */
  readonly isBundled: boolean;
  /** What a newer version changes; `null` else. */
  readonly change: PackChange | null;
  /** What the learner has reported, and this version has changed. */
  readonly mended: readonly Reported[];
  readonly warnings: readonly ReadOutcome['problems'][number][];
  readonly warningCount: number;
}

export type OfferTrouble =
  | { readonly why: JobTrouble }
  | { readonly why: 'problems'; readonly outcome: ReadOutcome };

/** Reads a file in a worker and compares it with what is here; changes nothing. */
export async function readOffer(
  stores: Stores,
  file: OfferedFile,
  signal: AbortSignal,
): Promise<Result<Offer, OfferTrouble>> {
  const { bytes, name, from } = file;
  const done = await doJob(stores.openWorker, 'read', { bytes, name }, signal);
  if (!done.ok) return err({ why: done.error });
  const outcome = done.value;
  if (outcome.read === null) return err({ why: 'problems', outcome });
  const offer = await comparedWithHere(stores, outcome.read, signal);
  if (!offer.ok) return err({ why: offer.error });
  return ok({
    ...outcome.read,
    ...offer.value,
    from,
    warnings: outcome.problems,
    warningCount: outcome.warnings,
  });
}

type Compared = Pick<Offer, 'relation' | 'here' | 'isBundled' | 'change' | 'mended'>;

async function comparedWithHere(
  stores: Stores,
  read: ReadPack,
  signal: AbortSignal,
): Promise<Result<Compared, JobTrouble>> {
  const { packs, added } = stores.library.getState();
  const { uid } = read.index;
  const here = packs.find((pack) => pack.uid === uid) ?? null;
  const isBundled = here !== null && !added.has(uid);
  const kept = added.has(uid) ? await keptPacksOf(stores.ports).read(uid) : null;
  const keptPack = kept?.ok === true ? kept.value : null;
  const relation = relationTo(here && { version: here.version, digest: keptPack?.digest ?? null }, {
    version: read.index.version,
    digest: read.digest,
  });
  const compared = { relation, here, isBundled, change: null, mended: [] };
  if (here === null || relation === 'same' || relation === 'new') return ok(compared);
  const former = keptPack?.document ?? (await bundledVersion(stores.library, here));
  if (former === null) return ok(compared);
  const ask = { former, present: read.document };
  const change = await doJob(stores.openWorker, 'compare', ask, signal);
  if (!change.ok) return change;
  return ok({ ...compared, change: change.value, mended: reportedIn(stores, uid, change.value) });
}

/** Answers that the learner has given to scenarios whose answer changes: those concepts come back. */
export const comingBack = ({ learner }: Stores, { index, change }: Offer): number =>
  new Set(
    (change?.scenarios ?? [])
      .filter(
        ({ kind, concept, scenario }) =>
          kind === 'answer' &&
          learner.getState().learner.scenarios.has(scenarioKey(index.uid, concept, scenario)),
      )
      .map(({ concept }) => concept),
  ).size;

/** The pack that a link carries; `null` when it carries none. */
export function linkedFile(letters: string): OfferedFile | null {
  const bytes = readPackLink(letters);
  return bytes && { bytes, name: 'link', from: null };
}

/** The host that would be asked, for the learner to agree to; `null` where nothing may be fetched from. */
export const hostOf = (address: string): string | null =>
  isFetchable(address) ? new URL(address).host : null;

/** Fetches what lies at an address. To be called after the learner has agreed to its host. */
export async function fetchOffered(
  address: string,
  signal: AbortSignal,
): Promise<Result<OfferedFile, FetchTrouble>> {
  const fetched = await fetchPack(address, limits.inflated, signal);
  if (!fetched.ok) return fetched;
  const { bytes, address: from } = fetched.value;
  const name = new URL(from).pathname.split('/').at(-1) ?? '';
  return ok({ bytes, name: name === '' ? new URL(from).host : name, from });
}
