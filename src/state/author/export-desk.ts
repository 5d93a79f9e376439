import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from '#formats/digest.ts';
import { exportAs, type ExportName } from '#formats/export.ts';
import type { ExportResult, ExportWish } from './export-types.ts';

/** These are the files themselves, as they are. */
const whole: readonly ExportName[] = ['folder', 'markdown'];

/**
 * A draft in a format; `null` while it is no pack.
 * @param unread files of which nothing is in the pack
 */
export async function exportDraft(
  files: DraftFiles,
  draft: Pack | null,
  unread: readonly string[],
  { to, ...wish }: ExportWish,
): Promise<ExportResult | null> {
  if (draft === null) return null;
  const pack = await withRevisions(draft, digest);
  const exported = exportAs(to, { ...wish, files, pack });
  return { ...exported, unread: whole.includes(to) ? [] : unread };
}
