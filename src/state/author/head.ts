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

/** As `pack.yaml` says, at once; while it cannot be read, as little as anything needs. */
export function frameOf(files: DraftFiles): DraftFrame {
  const { pack } = readPack(new Map([[YAML, files.get(YAML) ?? '']]));
  return pack ? { languages: pack.languages, domains: pack.domains } : nothing;
}
