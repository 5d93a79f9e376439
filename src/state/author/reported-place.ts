import type { DraftFiles } from '#core/author/history.ts';
import { packYamlFieldsOf } from '#formats/markdown/edit-pack-yaml.ts';
import { fileOf } from '#formats/markdown/find-file.ts';
import type { Stores } from '#state/stores.ts';
import type { InboxReport } from './inbox.ts';
import { authorStoresOf } from './stores.ts';

/** The pack that a draft is, as learners know it. */
export function identityOf(files: DraftFiles): { readonly uid: string; readonly version: string } {
  const yaml = files.get('pack.yaml');
  return packYamlFieldsOf(typeof yaml === 'string' ? yaml : '');
}

/** The file that a report is about, under the id that it has now; `null` when it is no longer there. */
export const reportedFile = (files: DraftFiles, { concept, scenario }: InboxReport) =>
  fileOf(files, concept, scenario);

/** The draft that a report is about, and the file in it; the newest draft where there are several. */
export async function placeOfReport(
  stores: Stores,
  report: InboxReport,
): Promise<{ readonly draft: string; readonly file: string | null } | null> {
  const { editor } = authorStoresOf(stores);
  await editor.getState().list();
  const { drafts } = editor.getState();
  if (drafts === null || drafts === 'unavailable') return null;
  const present = drafts
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((a, b) => b.changedAt - a.changedAt);
  for (const { id } of present) {
    const files = await editor.getState().peek(id);
    if (files !== null && identityOf(files).uid === report.pack)
      return { draft: id, file: reportedFile(files, report) };
  }
  return null;
}
