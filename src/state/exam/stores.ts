import { questionLanguageOf, type Stores } from '#state/stores.ts';
import { randomSeed } from '#storage/browser.ts';
import { tabPocket } from '#storage/pocket.ts';
import { createExamsStore, type ExamGround } from './exams.ts';
import { made, type ExamStores } from './made.ts';
import { createReportStore } from './report.ts';
import { createSittingStore } from './sitting.ts';

/** Made when the place of exams is first entered, and anew when another journal counts. */
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
