import { isInterfaceLanguage, type InterfaceLanguage } from '#core/language.ts';
import { themes, type Theme } from '#core/journal/settings.ts';
import type { KeyValue } from '#storage/key-value.ts';
import type { Ports } from '#storage/ports.ts';

/**
 * What the first paint needs before the journal is read: a copy of two settings, never their truth.
 * Where it is wrong or gone, the page corrects itself a moment later.
 */
export interface Hint {
  readonly language: InterfaceLanguage;
  readonly theme: Theme;
}

const key = (learner: string): string => `mondo/${learner}/hint`;

/** The interface's language where the learner has chosen none: the first of the browser's that we speak. */
export const languageOf = (wanted: readonly string[]): InterfaceLanguage =>
  wanted.map((code) => code.slice(0, 2)).find(isInterfaceLanguage) ?? 'en';

export function readHint(keyValue: KeyValue, learner: string, wanted: readonly string[]): Hint {
  const [language = '', theme = ''] = (keyValue.get(key(learner)) ?? '').split(' ');
  return {
    language: isInterfaceLanguage(language) ? language : languageOf(wanted),
    theme: themes.find((name) => name === theme) ?? 'system',
  };
}

export function writeHint(keyValue: KeyValue, learner: string, { language, theme }: Hint): void {
  const text = `${language} ${theme}`;
  if (keyValue.get(key(learner)) !== text) keyValue.set(key(learner), text);
}

type Local = Pick<Ports, 'keyValue' | 'learner'>;

const addedKey = (learner: string): string => `mondo/${learner}/packs`;

/** Whether packs were added to this device: a hint, so that a start without any opens no database. */
export const hasAdded = ({ keyValue, learner }: Local): boolean =>
  keyValue.get(addedKey(learner)) !== null;

export function hintAdded({ keyValue, learner }: Local, has: boolean): void {
  if (has) keyValue.set(addedKey(learner), '1');
  else keyValue.remove(addedKey(learner));
}
