import type { FlatNamespace, i18n, TFunction } from 'i18next';
import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';

/**
 * The interface's words for components, from i18next. Its own binding for React gives each component that appears a
 * copy of the whole instance; a question and its feedback have dozens of them between a tap and its verdict.
 */
interface Voice {
  readonly i18n: i18n;
  readonly subscribe: (heard: () => void) => () => void;
  readonly translators: Map<string, TFunction>;
  /** `null` when it is over, and words are missing still. */
  readonly loads: Map<string, Promise<void> | null>;
}

const VoiceContext = createContext<Voice | null>(null);

const voiceOf = (instance: i18n): Voice => ({
  i18n: instance,
  subscribe(heard) {
    instance.on('languageChanged', heard);
    return () => instance.off('languageChanged', heard);
  },
  translators: new Map(),
  loads: new Map(),
});

interface WordsProviderProps {
  readonly i18n: i18n;
  readonly children: ReactNode;
}

export function WordsProvider({ i18n: instance, children }: WordsProviderProps) {
  const voice = useMemo(() => voiceOf(instance), [instance]);
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}

function remembered<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}

const speaks = ({ i18n: instance }: Voice, names: readonly FlatNamespace[]): boolean =>
  names.every((name) => instance.hasResourceBundle(instance.language, name));

/**
 * By throwing: where `use` waits before other hooks of a component that appears, React 19.3 loses them (its error 467).
 * @throws an error when the words did not come; whoever shows the component again has them tried again
 */
function waitFor(voice: Voice, names: readonly FlatNamespace[], key: string) {
  const { i18n: instance, loads } = voice;
  const load = async (): Promise<void> => {
    await instance.loadNamespaces(names);
    // What has failed before is not loaded by that.
    if (!speaks(voice, names)) await instance.reloadResources(instance.language, names);
    loads.set(key, null);
  };
  const loading = loads.has(key) ? loads.get(key) : load();
  if (loading) loads.set(key, loading);
  // React renders what has failed once more at once.
  else setTimeout(() => loads.delete(key));
  // oxlint-disable-next-line typescript/only-throw-error -- what suspends is no error
  throw loading ?? new Error(`dynamically imported module: ${key}`);
}

type Names = FlatNamespace | readonly FlatNamespace[];

interface Translation<Ns extends Names> {
  readonly t: TFunction<Ns>;
  readonly i18n: i18n;
}

/**
 * The words of a namespace, the first one where several are named; suspends until they are loaded.
 * @throws outside of a `WordsProvider`
 */
export function useTranslation<const Ns extends Names>(names: Ns): Translation<Ns> {
  const voice = use(VoiceContext);
  if (voice === null) throw new Error('There are no words here');
  const { i18n: instance, subscribe, translators } = voice;
  const language = useSyncExternalStore(subscribe, () => instance.language);
  const wanted: readonly FlatNamespace[] = [names].flat();
  const key = `${language} ${wanted.join(' ')}`;
  if (!speaks(voice, wanted)) waitFor(voice, wanted, key);
  const t = remembered(translators, key, () => instance.getFixedT(language, wanted));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made for these namespaces a line above
  return { t: t as TFunction<Ns>, i18n: instance };
}
