import { isScalar, parseDocument, visit, type Document, type LineCounter } from 'yaml';
import { limits } from '#core/pack/limits.ts';

export interface ParsedYaml {
  readonly document: Document.Parsed;
  /** Where keys stand that their map has already. */
  readonly twice: readonly number[];
}

/**
 * Parses YAML 1.2. Keys are compared here: the library compares each with each, which takes a long map of a stranger
 * longer than anybody waits.
 */
export function parseYaml(text: string, lineCounter?: LineCounter): ParsedYaml {
  const document = parseDocument(text, {
    ...(lineCounter ? { lineCounter } : {}),
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
    version: '1.2',
  });
  const twice: number[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) twice.push(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
        seen.add(name);
      }
    },
  });
  return { document, twice };
}

/** What sound YAML says, as far as anybody waits for it; null when it is broken. */
export function soundYaml(text: string): Document.Parsed | null {
  if (text.length > limits.yaml) return null;
  const { document, twice } = parseYaml(text);
  return document.errors.length === 0 && twice.length === 0 ? document : null;
}
