import { findLost } from '#state/own-packs.ts';
import { hearPacksChanged } from '#state/pack-news.ts';
import { lookWeekly } from '#state/pack-watch.ts';
import type { Stores } from '#state/stores.ts';

/** Packs that were added: here in another tab, those whose hint was lost, and newer versions of them. */
export async function lookAfterPacks(stores: Stores): Promise<void> {
  hearPacksChanged(stores);
  await findLost(stores);
  await lookWeekly(stores);
}
