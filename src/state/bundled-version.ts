import type { Version } from '#core/pack/change.ts';
import type { ConceptChunk, ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { Case, Concept, Scenario } from '#core/pack/model.ts';
import type { LibraryStore } from './library.ts';

/** The texts of all languages of a thing in one. */
function joined<T extends { readonly id: string; readonly text: object }>(
  things: readonly T[],
): T[] {
  const byId = new Map<string, T>();
  for (const thing of things) {
    const known = byId.get(thing.id);
    byId.set(thing.id, known ? { ...known, text: { ...known.text, ...thing.text } } : thing);
  }
  return [...byId.values()];
}

const casesOf = ({ language, cases }: ConceptChunk): Case[] =>
  cases.map(({ id, title, situation }) => ({ id, text: { [language]: { title, situation } } }));

function conceptOf(index: ConceptIndex, chunks: readonly ConceptChunk[]): Concept {
  const scenarios: readonly Scenario[] = joined(chunks.flatMap((chunk) => chunk.scenarios));
  const text = Object.fromEntries(
    chunks.map(({ language, title, rule }) => [language, { title, rule }]),
  );
  const { id, domain, confusable, was } = index;
  return { id, domain, claims: [], confusable, was, text, scenarios };
}

/**
 * A bundled pack put together again from its pieces, as far as two versions are compared by it.
 * @returns JSON; `null` when a piece cannot be had
 */
export async function bundledVersion(
  library: LibraryStore,
  pack: PackIndex,
): Promise<string | null> {
  const { concept: read } = library.getState();
  const all = await Promise.all(
    pack.concepts.map(async (index) => {
      const found = await Promise.all(
        Object.keys(index.files).map((language) => read(pack.uid, index.id, language)),
      );
      return { index, chunks: found.flatMap((one) => (one.ok ? one.value : [])), of: found.length };
    }),
  );
  if (all.some(({ chunks, of }) => chunks.length < of)) return null;
  const version: Version = {
    concepts: all.map(({ index, chunks }) => conceptOf(index, chunks)),
    cases: joined(all.flatMap(({ chunks }) => chunks.flatMap(casesOf))),
  };
  return JSON.stringify(version);
}
