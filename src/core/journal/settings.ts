import type { PackUid } from '#core/ids.ts';
import { isInterfaceLanguage, type InterfaceLanguage, type Language } from '#core/language.ts';
import { isMapping, MAPPING } from '#core/memory/rate.ts';
import { averageMemory, type Personal } from '#core/memory/model.ts';
import { DEFAULT_DAY_START } from '#core/time.ts';
import type { Fact, Json } from './event.ts';
import { isRecord } from './shape.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a learner can set. Each change is a `setting` event; the last one of a key counts. */
export interface Settings {
  /** Minutes after local midnight at which the study day turns, 0 to 1439. */
  readonly dayStart: number;
  /** New concepts a day, 0 to 999. */
  readonly newPerDay: number;
  /** Minutes a day, 1 to 1440. */
  readonly minutesPerDay: number;
  /** Whether single keys (digits, J, K, L …) act. */
  readonly singleKeys: boolean;
  /** Of the interface; `null` follows the browser. */
  readonly language: InterfaceLanguage | null;
  /** Of the questions; `null` follows the interface. */
  readonly questionLanguage: Language | null;
  readonly theme: Theme;
  /** Version of the mapping from answers to ratings. */
  readonly mapping: number;
  /** Packs that are not studied. */
  readonly packsOff: readonly PackUid[];
  /** Worked out, not chosen. The last one holds for all answers, those before it included. */
  readonly personal: Personal;
  /** How many answers there were in all when `personal` was last worked out. */
  readonly fittedAfter: number;
  /** What is studied for: the id of a profile, or the uid of a pack with an exam of its own. */
  readonly exam: string | null;
  /** The day of it, `YYYY-MM-DD`; whoever reads it sees to it that there is such a day. */
  readonly examDate: string | null;
  /** The day on which the date was set: what was missed since is made up for. */
  readonly planFrom: string | null;
  /** What came of it, told when it was over. */
  readonly examResult: ExamResult | null;
  /** Weekdays without study; 0 is Sunday. */
  readonly daysOff: readonly number[];
}

const examResults = ['passed', 'failed'] as const;
export type ExamResult = (typeof examResults)[number];

export type SettingKey = keyof Settings;

export const defaultSettings: Settings = {
  dayStart: DEFAULT_DAY_START,
  newPerDay: 10,
  minutesPerDay: 15,
  singleKeys: true,
  language: null,
  questionLanguage: null,
  theme: 'system',
  mapping: MAPPING,
  packsOff: [],
  personal: averageMemory,
  fittedAfter: 0,
  exam: null,
  examDate: null,
  planFrom: null,
  examResult: null,
  daysOff: [],
};

/** The packs that count for everything that lies ahead: study, plans, mock exams and the chance to pass. */
export const packsOn = <P extends { readonly uid: PackUid }>(
  packs: readonly P[],
  { packsOff }: Pick<Settings, 'packsOff'>,
): P[] => packs.filter(({ uid }) => !packsOff.includes(uid));

type Parser<T> = (value: Json) => T | undefined;

const whole =
  (least: number, most: number): Parser<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined;

const text: Parser<string> = (value) => (typeof value === 'string' ? value : undefined);

const orNull =
  <T>(parse: Parser<T>): Parser<T | null> =>
  (value) =>
    value === null ? null : parse(value);

const listOf =
  <T>(parse: Parser<T>): Parser<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map((item: Json) => parse(item)).filter((item) => item !== undefined);
    return items.length === value.length ? items : undefined;
  };

/** Far beyond how people differ; what is farther is damage. */
const MOST_DIFFERENCE = 5;

const difference: Parser<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= MOST_DIFFERENCE ? value : undefined;

const personal: Parser<Personal> = (value) => {
  if (!isRecord(value)) return undefined;
  const numberOf = (name: keyof Personal) => difference(value[name] ?? null);
  const [first, decay] = [numberOf('first'), numberOf('decay')];
  const [growth, lapse] = [numberOf('growth'), numberOf('lapse')];
  if (first === undefined || decay === undefined) return undefined;
  return growth === undefined || lapse === undefined ? undefined : { first, decay, growth, lapse };
};

const parsers: { readonly [K in SettingKey]: Parser<Settings[K]> } = {
  dayStart: whole(0, 1439),
  newPerDay: whole(0, 999),
  minutesPerDay: whole(1, 1440),
  singleKeys: (value) => (typeof value === 'boolean' ? value : undefined),
  language: orNull((value) =>
    typeof value === 'string' && isInterfaceLanguage(value) ? value : undefined,
  ),
  questionLanguage: orNull(text),
  theme: (value) => themes.find((theme) => theme === value),
  mapping: (value) => (typeof value === 'number' && isMapping(value) ? value : undefined),
  packsOff: listOf(text),
  personal,
  fittedAfter: whole(0, Number.MAX_SAFE_INTEGER),
  exam: orNull(text),
  examDate: orNull(text),
  planFrom: orNull(text),
  examResult: orNull((value) => examResults.find((result) => result === value)),
  daysOff: listOf(whole(0, 6)),
};

const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(parsers, key);

/** The settings after a `setting` event. A key or value that this version does not know changes nothing. */
export function withSetting(settings: Settings, key: string, value: Json): Settings {
  const parsed = isSettingKey(key) ? parsers[key](value) : undefined;
  return parsed === undefined ? settings : { ...settings, [key]: parsed };
}

/** The fact that changes a setting. */
export const settingFact = <K extends SettingKey>(key: K, value: Settings[K]): Fact<'setting'> => ({
  type: 'setting',
  key,
  value,
});

/** Settings as stored: what cannot be read falls back to its default. */
export function readSettings(stored: { readonly [key: string]: Json }): Settings {
  let settings = defaultSettings;
  for (const [key, value] of Object.entries(stored)) settings = withSetting(settings, key, value);
  return settings;
}
