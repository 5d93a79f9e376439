import type { InterfaceLanguage, Language } from '#core/language.ts';
import type { Settings } from '#core/journal/settings.ts';
import { browserPorts, deviceClock, randomSeed } from '#storage/browser.ts';
import { fetchBundled } from '#storage/bundled.ts';
import { openJournal, type Journal } from '#storage/journal.ts';
import { tabPocket } from '#storage/pocket.ts';
import type { Ports } from '#storage/ports.ts';
import type { AuthorWorker } from './author/messages.ts';
import type { Clock } from '#core/time.ts';
import { hasAdded, languageOf, readHint, writeHint, type Hint } from './hint.ts';
import { createLearnerStore, type LearnerStore } from './learner.ts';
import { createLibraryStore, type LibraryStore, type OpenShelf } from './library.ts';
import type { SessionStore } from './session-desk.ts';
import { createSessionStore } from './session.ts';
import type { PlanWorker } from './exam-plan.ts';
import type { JobWorker } from './workshop.ts';

/** All that the screens may ask. */
export interface Stores {
  readonly learner: LearnerStore;
  readonly library: LibraryStore;
  readonly session: SessionStore;
  readonly journal: Journal;
  readonly ports: Ports;
  readonly clock: () => Clock;
  /** A worker for one job with a whole pack. */
  readonly openWorker: () => JobWorker;
  /** Starts a worker of authors. */
  readonly startWorker: () => AuthorWorker;
  /** A worker for one plan. */
  readonly openPlanner: () => PlanWorker;
}

/** The languages to begin with: that of the site, if its page names one, before those of the browser. */
const wanted = (): readonly string[] => [
  document.documentElement.dataset['language'] ?? '',
  ...navigator.languages,
];

/** The interface's language as set, else the site's or the browser's. */
export const interfaceLanguageOf = (settings: Settings): InterfaceLanguage =>
  settings.language ?? languageOf(wanted());

/** The language of the questions as set, else the interface's. */
export const questionLanguageOf = (settings: Settings): Language =>
  settings.questionLanguage ?? interfaceLanguageOf(settings);

/** What the first paint needs, before the journal is read. */
export const hintOf = (): Hint => {
  const { keyValue, learner } = browserPorts('');
  return readHint(keyValue, learner, wanted());
};

export const keepHint = ({ ports }: Stores, hint: Hint): void =>
  writeHint(ports.keyValue, ports.learner, hint);

/** At once after the journal, so that nothing that another tab tells falls in between. */
async function openLearner(ports: Ports) {
  const opened = await openJournal(ports);
  return { opened, learner: await createLearnerStore(opened) };
}

/** Nobody waits for a database that was never used; what opens it comes only then, too. */
const shelfOf =
  (ports: Ports): OpenShelf =>
  async () =>
    hasAdded(ports) ? (await import('./own-packs.ts')).openShelf(ports) : null;

/** The one place where the stores meet the browser. The library's index is read beside the journal. */
export async function createStores(
  indexFile: string,
  buildVersion: string,
  openWorker: () => JobWorker,
  startWorker: () => AuthorWorker,
  openPlanner: () => PlanWorker,
): Promise<Stores> {
  const ports = browserPorts(buildVersion);
  const library = createLibraryStore(fetchBundled, indexFile, shelfOf(ports));
  const [{ opened, learner }] = await Promise.all([openLearner(ports), library.getState().open()]);
  const session = createSessionStore({
    learner,
    library,
    clock: deviceClock,
    seed: randomSeed,
    name: () => `${opened.journal.writer()}-${randomSeed().toString(36)}`,
    pocket: tabPocket(() => window.sessionStorage),
    language: () => questionLanguageOf(learner.getState().learner.settings),
    // What makes plans comes only for those who have set an exam.
    plan: async (of, clock) =>
      of.settings.examDate === null
        ? undefined
        : (await import('./exam-plan.ts')).queuePlan({ library, openPlanner }, of, clock),
  });
  return {
    learner,
    library,
    session,
    journal: opened.journal,
    ports,
    clock: deviceClock,
    openWorker,
    startWorker,
    openPlanner,
  };
}
