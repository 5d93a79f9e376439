import '#ui/tokens.css';
import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { WordsProvider } from '#ui/words.tsx';
import { HashRouter } from 'react-router';
import libraryFile from 'virtual:mondo-library';
import { createI18n } from '#i18n/i18n.ts';
import { StoresProvider } from '#state/react.tsx';
import { bringFirstQuestion } from '#state/first-question.ts';
import { createStores, hintOf } from '#state/stores.ts';
import { App } from './App.tsx';
import { doChores } from './chores.ts';
import { dress, followSettings } from './dress.ts';
import { ErrorBoundary } from './ErrorPage.tsx';
import { followLinks } from './links.ts';
import { openPackWorker, openPlanner, startAuthorWorker } from './trusted.ts';
import { noticeStaleness } from './updates.ts';

/**
 * A function, not top-level waiting: parts that are fetched meanwhile need this file to be done.
 * The last look and language come from a hint, so that the words are fetched beside the journal and the library.
 */
async function boot(root: HTMLElement): Promise<void> {
  const hint = hintOf();
  dress(hint);
  const [i18n, stores] = await Promise.all([
    createI18n(hint.language),
    createStores(libraryFile, __VERSION__, openPackWorker, startAuthorWorker, openPlanner).then(
      (made) => {
        // While the words of the page are still on their way.
        bringFirstQuestion(made);
        return made;
      },
    ),
  ]);
  followSettings(stores, i18n);
  createRoot(root).render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <ErrorBoundary>
          <HashRouter>
            <App />
          </HashRouter>
        </ErrorBoundary>
      </StoresProvider>
    </WordsProvider>,
  );
  doChores(stores);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
noticeStaleness();
followLinks();
void boot(root);
