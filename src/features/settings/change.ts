import type { SettingKey, Settings } from '#core/journal/settings.ts';
import type { SaveMark } from '#state/learner.ts';

/** Writes one setting. */
export type Change = <K extends SettingKey>(key: K, value: Settings[K]) => void;

/** What each group of settings is given. */
export interface SettingsProps {
  readonly settings: Settings;
  readonly change: Change;
  readonly markOf: (key: SettingKey) => SaveMark;
}
