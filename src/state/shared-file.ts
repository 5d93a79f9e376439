import { takeSharedFile } from '#storage/shared-file.ts';
import { arrivals } from './arrivals.ts';

/** Has what another app has shared with the installed one looked at: once, so that after a reload there is none. */
export async function takeShared(): Promise<'taken' | 'none' | 'lost'> {
  const file = await takeSharedFile(globalThis.caches);
  if (!(file instanceof File)) return file ?? 'none';
  arrivals.setState({ file });
  return 'taken';
}
