import { takeSharedFile } from '#storage/shared-file.ts';
import { arrivals } from './arrivals.ts';

/**
 * Has what another app has shared with the installed one looked at.
 * @returns false when it did not arrive
 */
export async function takeShared(): Promise<boolean> {
  const file = await takeSharedFile(globalThis.caches);
  if (file instanceof File) arrivals.setState({ file });
  return file !== 'lost';
}
