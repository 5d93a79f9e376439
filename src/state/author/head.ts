import type { DraftFiles } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import type { Domain } from '#core/pack/model.ts';
import { readPack } from '#formats/markdown/read-pack.ts';

/** What the parts of a draft need to know of the whole. */
export interface DraftFrame {
  /** The first is the source language. */
  readonly languages: readonly Language[];
  readonly domains: readonly Domain[];
}

const YAML = 'pack.yaml';
const nothing: DraftFrame = { languages: ['en'], domains: [] };

function readFrame(yaml: string | Uint8Array): DraftFrame {
  const { pack } = readPack(new Map([[YAML, yaml]]));
  return pack ? { languages: pack.languages, domains: pack.domains } : nothing;
}

let last: { readonly yaml: string | Uint8Array; readonly frame: DraftFrame } | null = null;

/**
 * As `pack.yaml` says, at once; while it cannot be read, as little as anything needs. The same one as long as that file
 * stays the same: every part of the desk asks again and again.
 */
export function frameOf(files: DraftFiles): DraftFrame {
  const yaml = files.get(YAML) ?? '';
  if (last?.yaml !== yaml) last = { yaml, frame: readFrame(yaml) };
  return last.frame;
}
