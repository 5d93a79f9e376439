import type { i18n } from 'i18next';
import type { Hint } from '#state/hint.ts';
import { interfaceLanguageOf, keepHint, type Stores } from '#state/stores.ts';

/** Language and theme belong to the page itself, above React. */
export function dress({ language, theme }: Hint): void {
  const page = document.documentElement;
  page.lang = language;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  // An installed app has its name and shortcuts in the language of the moment.
  document
    .querySelector('link[rel="manifest"]')
    ?.setAttribute('href', `./manifest.${language}.webmanifest`);
}

/** Where the words of the new language do not come, the page stays in the one that it speaks. */
async function speak(words: i18n, language: string): Promise<void> {
  await words.reloadResources(language);
  const isWanted = document.documentElement.lang === language;
  if (isWanted && words.hasResourceBundle(language, 'app')) await words.changeLanguage(language);
}

/** The page follows the settings, whichever tab or device changed them. */
export function followSettings(stores: Stores, words: i18n): void {
  const follow = () => {
    const { settings } = stores.learner.getState().learner;
    const hint: Hint = { language: interfaceLanguageOf(settings), theme: settings.theme };
    dress(hint);
    keepHint(stores, hint);
    if (words.language !== hint.language) void speak(words, hint.language);
  };
  let before = stores.learner.getState().learner.settings;
  stores.learner.subscribe(({ learner }) => {
    if (learner.settings === before) return;
    before = learner.settings;
    follow();
  });
  follow();
}
