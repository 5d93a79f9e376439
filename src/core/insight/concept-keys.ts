import { conceptKey, type ConceptKey } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';

const known = new WeakMap<PackIndex, readonly ConceptKey[]>();

/** The keys of a pack's concepts, in its order: made once, since every list of the first screen goes by them. */
function conceptKeysOf(pack: PackIndex): readonly ConceptKey[] {
  const made = known.get(pack) ?? pack.concepts.map(({ id }) => conceptKey(pack.uid, id));
  known.set(pack, made);
  return made;
}

/** Every concept of a pack with its key, in order. */
export function forEachConcept(
  pack: PackIndex,
  visit: (concept: PackIndex['concepts'][number], key: ConceptKey) => void,
): void {
  const keys = conceptKeysOf(pack);
  pack.concepts.forEach((concept, i) =>
    visit(concept, keys[i] ?? conceptKey(pack.uid, concept.id)),
  );
}
