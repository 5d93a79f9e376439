import { createInstance, type BackendModule, type i18n } from 'i18next';
import { interfaceLanguages, isInterfaceLanguage, type InterfaceLanguage } from '#core/language.ts';
import { byNamespace, type Bundle } from './bundle.ts';

const chunks: {
  readonly [L in InterfaceLanguage]: () => Promise<{ files: Readonly<Record<string, Bundle>> }>;
} = {
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
};

/** The words of the first screens, by namespace. */
const firstWords = async (language: InterfaceLanguage): Promise<ReadonlyMap<string, Bundle>> =>
  byNamespace((await chunks[language]()).files);

async function readWords(language: string, namespace: string): Promise<Bundle> {
  if (!isInterfaceLanguage(language)) throw new Error(`The interface does not speak ${language}`);
  const words =
    (await firstWords(language)).get(namespace) ??
    (await (await import('./later.ts')).laterWords(language, namespace));
  if (words === undefined) throw new Error(`No words for ${namespace} in ${language}`);
  return words;
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  callbackApi: false,
  read: readWords,
};

/**
 * The interface's words in one language; another is loaded by `changeLanguage`, those of later places when they
 * are asked for.
 * @param also namespaces of later places that are wanted at once
 * @throws when the words cannot be loaded
 */
export async function createI18n(
  language: InterfaceLanguage,
  also: readonly string[] = [],
): Promise<i18n> {
  const words = await firstWords(language);
  const instance = createInstance();
  await instance.use(backend).init({
    lng: language,
    supportedLngs: [...interfaceLanguages],
    fallbackLng: false,
    ns: [...words.keys(), ...also],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  return instance;
}
