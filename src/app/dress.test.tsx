import { expect, test, vi } from 'vitest';
import { createInstance } from 'i18next';
import { memoryStores } from '#state/memory-stores.ts';
import { followSettings } from './dress.ts';

async function wordsOf(languages: readonly string[]) {
  const words = createInstance();
  await words
    .use({
      type: 'backend',
      init: () => undefined,
      callbackApi: false,
      async read(language: string) {
        if (!languages.includes(language)) throw new TypeError('no network');
        return { name: language };
      },
    })
    .init({ lng: 'en', fallbackLng: false, ns: ['app'], defaultNS: 'app' });
  return words;
}

test.each([
  [['en', 'ja'], 'ja'],
  [['en'], 'en'],
] as const)('with the words of %s the page speaks %s', async (there, spoken) => {
  const stores = await memoryStores();
  const words = await wordsOf(there);
  followSettings(stores, words);
  const fact = { type: 'setting', key: 'language', value: 'ja' } as const;
  stores.learner.getState().record([fact], stores.clock());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await vi.waitFor(() => expect(words.language).toBe(spoken));
  expect(words.t('app:name')).toBe(spoken);
});
