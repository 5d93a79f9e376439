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

/** Those that were made. To be forgotten where another journal counts than the one that they have read. */
export const made = new WeakMap<Stores, ExamStores>();
