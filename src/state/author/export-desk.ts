import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from '#formats/digest.ts';
import { exportAs, type Exported } from '#formats/export.ts';
import type { ExportWish } from './export-types.ts';

/** A draft in a format; `null` while it is no pack. */
export async function exportDraft(
  files: DraftFiles,
  draft: Pack | null,
  { to, ...wish }: ExportWish,
): Promise<Exported | null> {
  if (draft === null) return null;
  const pack = await withRevisions(draft, digest);
  return exportAs(to, { ...wish, files, pack });
}
