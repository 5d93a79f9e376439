import type { TFunction } from 'i18next';
import type { SettingKey, Settings } from '#core/journal/settings.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { formatTime } from './entries.ts';

type Words = TFunction<'settings'>;

/** What decides on the language where the learner does not: the page of a site that sets one, else the browser. */
export const asFound = (): 'asSite' | 'asBrowser' =>
  document.documentElement.dataset['language'] === undefined ? 'asBrowser' : 'asSite';

const words: { readonly [K in SettingKey]: (t: Words, settings: Settings) => string } = {
  dayStart: (_, { dayStart }) => formatTime(dayStart),
  newPerDay: (_, { newPerDay }) => String(newPerDay),
  minutesPerDay: (_, { minutesPerDay }) => String(minutesPerDay),
  singleKeys: (t, { singleKeys }) => t(singleKeys ? 'on' : 'off'),
  language: (t, { language }) => (language === null ? t(asFound()) : languageName(language)),
  questionLanguage: (t, { questionLanguage }) =>
    questionLanguage === null ? t('asInterface') : languageName(questionLanguage),
  theme: (t, { theme }) => t(`theme-${theme}`),
  mapping: (_, { mapping }) => String(mapping),
  packsOff: (_, { packsOff }) => String(packsOff.length),
  personal: (t, { fittedAfter }) => t('personalAfter', { count: fittedAfter }),
  fittedAfter: (_, { fittedAfter }) => String(fittedAfter),
  exam: (t, { exam }) => exam ?? t('noneSet'),
  examDate: (t, { examDate }) => examDate ?? t('noneSet'),
  planFrom: (t, { planFrom }) => planFrom ?? t('noneSet'),
  examResult: (t, { examResult }) => t(`result-${examResult ?? 'none'}`),
  daysOff: (_, { daysOff }) => String(daysOff.length),
};

/** The value of one setting in words. */
export const settingWords = (t: Words, key: SettingKey, settings: Settings): string =>
  words[key](t, settings);
