import { questionLanguageOf, type Stores } from '#state/stores.ts';
import { randomSeed } from '#storage/browser.ts';
import { tabPocket } from '#storage/pocket.ts';
import { createExamsStore, type ExamGround, type ExamsStore } from './exams.ts';
import { createReportStore, type ReportStore } from './report.ts';
import { createSittingStore, type SittingStore } from './sitting.ts';

/** What the place of exams works with, made when it is first entered. */
interface ExamStores {
  readonly exams: ExamsStore;
  readonly sitting: SittingStore;
  readonly report: ReportStore;
}

const made = new WeakMap<Stores, ExamStores>();

export function examStoresOf(stores: Stores): ExamStores {
  const before = made.get(stores);
  if (before) return before;
  const language = () => questionLanguageOf(stores.learner.getState().learner.settings);
  const ground: ExamGround = { ...stores, language };
  const exams = createExamsStore(
    ground,
    () => `${stores.journal.writer()}-${randomSeed().toString(36)}`,
  );
  const exam: ExamStores = {
    exams,
    sitting: createSittingStore({
      stores: ground,
      exams,
      pocket: tabPocket(() => window.sessionStorage, 'mondo/exam'),
      ticks: () => performance.now(),
    }),
    report: createReportStore(ground, exams),
  };
  made.set(stores, exam);
  return exam;
}
