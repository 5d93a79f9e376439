import { lineText, type Document } from '#core/pack/document.ts';

/** A text that needs no HTML at all: at most one paragraph of words that no reader could take for markup. */
export function plainWords(document: Document): string | null {
  const [only, ...more] = document;
  if (only === undefined) return '';
  if (more.length > 0 || only.type !== 'paragraph') return null;
  const words = lineText(only.children);
  const isPlain = only.children.every((node) => typeof node === 'string');
  return isPlain && !/[&<>[\n]|^\/\//.test(words) ? words : null;
}
