import type { InterfaceLanguage } from '#core/language.ts';
import type { Bundle } from './bundle.ts';

const files = import.meta.glob<Bundle>(
  [
    './*/{author,exam,import,problems,packs,plan,progress,readiness,report,settings,share,troubles}.json',
  ],
  {
    import: 'default',
  },
);

/** Words of places that nobody begins with: each comes with its place, by `useTranslation`, which suspends. */
export const laterWords = async (
  language: InterfaceLanguage,
  namespace: string,
): Promise<Bundle | undefined> => files[`./${language}/${namespace}.json`]?.();
