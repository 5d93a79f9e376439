import type { Stores } from '#state/stores.ts';
import type { ExamsStore } from './exams.ts';
import type { ReportStore } from './report.ts';
import type { SittingStore } from './sitting.ts';

/** What the place of exams works with. */
export interface ExamStores {
  readonly exams: ExamsStore;
  readonly sitting: SittingStore;
  readonly report: ReportStore;
}

/** Those that were made. */
export const made = new WeakMap<Stores, ExamStores>();

/** Where another journal counts than the one that they have read. */
export function forgetMade(stores: Stores): void {
  made.get(stores)?.exams.getState().leave();
  made.delete(stores);
}
