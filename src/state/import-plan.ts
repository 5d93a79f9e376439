import { effective } from '#core/journal/effective.ts';
import { refKey, type AnyEvent, type Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import type { SettingKey, Settings } from '#core/journal/settings.ts';
import type { Instant } from '#core/time.ts';
import type { PartsPlan } from './backup/plan.ts';

/** What importing a backup will change. */
export interface ImportPlan {
  /** Everything that the backup holds. */
  readonly events: readonly AnyEvent[];
  /** Answers that will count and do not count now. */
  readonly fresh: number;
  /** When the first and the last of them were given. */
  readonly dates: { readonly first: Instant; readonly last: Instant } | null;
  /** Answers of the backup that count here already. */
  readonly known: number;
  /** Other facts that will count and do not count now. */
  readonly others: number;
  /** Answers that will count no more, because the backup knows that they were taken back. */
  readonly lost: number;
  readonly settings: { readonly before: Settings; readonly after: Settings };
  /** Packs and drafts. */
  readonly parts: PartsPlan;
}

const isAnswer = (event: Event): boolean => event.type === 'answered';

const keysOf = (events: readonly AnyEvent[]): ReadonlySet<string> => new Set(events.map(refKey));

/**
 * Compares the journal as it is with the journal as it will be.
 * @param before all events of now, `after` all events once the backup is in
 */
export function planOf(
  backup: readonly AnyEvent[],
  before: readonly AnyEvent[],
  after: readonly AnyEvent[],
): Omit<ImportPlan, 'parts'> {
  const now = effective(before);
  const then = effective(after);
  const here = keysOf(now);
  const there = keysOf(then);
  const inBackup = keysOf(backup);
  const added = then.filter((event) => !here.has(refKey(event)) && event.type !== 'imported');
  const answers = added.filter(isAnswer);
  const [first] = answers;
  const last = answers.at(-1);
  return {
    events: backup,
    fresh: answers.length,
    dates: first && last ? { first: first.at, last: last.at } : null,
    known: now.filter((event) => isAnswer(event) && inBackup.has(refKey(event))).length,
    others: added.length - answers.length,
    lost: now.filter((event) => isAnswer(event) && !there.has(refKey(event))).length,
    settings: { before: replay(now).settings, after: replay(then).settings },
  };
}

/** Settings in which two states differ. */
export const changedSettings = ({ before, after }: ImportPlan['settings']): SettingKey[] =>
  settingKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

const settingKeys: readonly SettingKey[] = [
  'dayStart',
  'newPerDay',
  'minutesPerDay',
  'singleKeys',
  'language',
  'questionLanguage',
  'theme',
  'mapping',
  'packsOff',
  'exam',
  'examDate',
  'planFrom',
  'examResult',
  'daysOff',
];
