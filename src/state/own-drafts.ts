import { draftStorage, type DraftStorage } from '#storage/drafts.ts';
import { packDatabase } from '#storage/pack-database.ts';
import type { Ports } from '#storage/ports.ts';
import { randomName } from '#storage/random-name.ts';

const byLearner = new WeakMap<Ports, DraftStorage>();

/** The drafts of this device; one connection a page. */
export function draftsOf(ports: Ports): DraftStorage {
  const known = byLearner.get(ports) ?? draftStorage(packDatabase(ports).open);
  byLearner.set(ports, known);
  return known;
}

/** Twelve random letters: a pack's uid, or a draft's name. */
export const newUid = ({ ports }: { readonly ports: Pick<Ports, 'random'> }): string =>
  randomName(ports, 12);
