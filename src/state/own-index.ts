import type { Language } from '#core/language.ts';
import { conceptIndex, noteIndex, packIndex } from '#core/pack/cut.ts';
import type { ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { Pack } from '#core/pack/model.ts';

/** A device's index says which languages there are; where the pieces lie it need not say. */
export const filesOf = (texts: { readonly [language: Language]: unknown }): ConceptIndex['files'] =>
  Object.fromEntries(Object.keys(texts).map((language) => [language, language]));

export const indexOf = (pack: Pack): PackIndex =>
  packIndex(
    pack,
    pack.notes.map((note) => noteIndex(note, filesOf(note.text))),
    pack.concepts.map((concept) => conceptIndex(concept, filesOf(concept.text))),
  );

/** A pack as it was kept: examined before it was, so its shape is our own word. */
export function parsedPack(document: string): Pack | null {
  try {
    const pack: Pack = JSON.parse(document);
    return pack;
  } catch {
    return null;
  }
}
