import { asciiJson, checksum } from '#core/journal/checksum.ts';
import { parsePlainEvent, plainEvent } from '#core/journal/codec.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { visibility } from '#core/journal/effective.ts';
import { refKey } from '#core/journal/event.ts';
import { planImport } from '#core/journal/merge.ts';
import { union } from '#core/journal/order.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import type { Clock, Instant } from '#core/time.ts';
import { instant } from '#core/time.ts';
import * as v from 'valibot';

/** Everything of a learner in one file that can be read with any editor. */
export interface Backup {
  readonly made: Instant;
  /** Of all epochs, in order. */
  readonly events: readonly AnyEvent[];
  /** Texts that could not be read here. */
  readonly asides: readonly string[];
  /** Packs that were added, as the file has them: hostile, whoever takes them looks at each. */
  readonly packs: readonly unknown[];
  /** The same of drafts. */
  readonly drafts: readonly unknown[];
}

/** What a backup holds beside the journal: each a text of JSON, which stands in the file as it is. */
export interface BackupParts {
  readonly packs: readonly string[];
  readonly drafts: readonly string[];
}

type BackupText = Pick<Backup, 'made' | 'events' | 'asides'> & Partial<BackupParts>;

/** Why a file is no backup; nothing of it is taken then. */
export type BackupProblem =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'newer'; readonly format: number }
  /** Its events do not fit its checksum: a character has changed or a line is missing. */
  | { readonly code: 'damaged' }
  /** From 1. */
  | { readonly code: 'bad-event'; readonly number: number }
  | { readonly code: 'event-twice'; readonly writer: string; readonly seq: number };

const BACKUP_FORMAT = 1;

/** Stands behind every name that a tab may get by the order of events: the last letter, ten times. */
const PREVIEW_WRITER = 'zzzzzzzzzz';

const schema = v.object({
  mondo: v.literal('backup'),
  format: v.literal(BACKUP_FORMAT),
  made: v.pipe(v.string(), v.isoTimestamp()),
  check: v.string(),
  events: v.array(v.unknown()),
  asides: v.array(v.string()),
  packs: v.optional(v.array(v.unknown()), []),
  // Younger than the format: who does not know them passes them over.
  drafts: v.optional(v.array(v.unknown()), []),
});

const anyFormat = v.object({ mondo: v.literal('backup'), format: v.number() });

/** The same however the file is laid out. */
const checkOf = (events: readonly unknown[]): string => checksum(asciiJson(events));

const list = (lines: readonly string[]): string =>
  lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;

const lineOf = (item: unknown): string => JSON.stringify(item);

/** One line for each event, pack and draft, so that two backups can be compared line by line. */
export function formatBackup(backup: BackupText): string {
  const { made, events, asides, packs = [], drafts = [] } = backup;
  const plain = events.map(plainEvent);
  return [
    '{"mondo":"backup","format":1,',
    `"made":${JSON.stringify(new Date(made).toISOString())},`,
    `"check":"${checkOf(plain)}",`,
    `"events":${list(plain.map(lineOf))},`,
    `"asides":${list(asides.map(lineOf))},`,
    `"packs":${list(packs)},`,
    `"drafts":${list(drafts)}}\n`,
  ].join('\n');
}

function parseJson(text: string): Result<unknown, BackupProblem> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return err({ code: 'not-json' });
  }
}

function parseEvents(values: readonly unknown[]): Result<readonly AnyEvent[], BackupProblem> {
  const events: AnyEvent[] = [];
  const seen = new Set<string>();
  for (const [i, value] of values.entries()) {
    const event = parsePlainEvent(value);
    if (event === undefined) return err({ code: 'bad-event', number: i + 1 });
    const { writer, seq } = event;
    if (seen.has(refKey(event))) return err({ code: 'event-twice', writer, seq });
    seen.add(refKey(event));
    events.push(event);
  }
  return ok(events);
}

/** Reads the journal of a backup whole or not at all; packs and drafts are not looked at. A byte order mark is forgiven. */
export function parseBackup(text: string): Result<Backup, BackupProblem> {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const named = v.safeParse(anyFormat, json.value);
  if (!named.success) return err({ code: 'not-a-backup' });
  if (named.output.format > BACKUP_FORMAT) {
    return err({ code: 'newer', format: named.output.format });
  }
  const parsed = v.safeParse(schema, json.value);
  if (!parsed.success) return err({ code: 'not-a-backup' });
  const { made, check, asides, packs, drafts } = parsed.output;
  const events = parseEvents(parsed.output.events);
  if (!events.ok) return events;
  if (check !== checkOf(parsed.output.events)) return err({ code: 'damaged' });
  return ok({ made: instant(Date.parse(made)), events: events.value, asides, packs, drafts });
}

/** All events as they would stand after an import, to compare with those of now; nothing is written. */
export function previewImport(
  mine: readonly AnyEvent[],
  theirs: readonly AnyEvent[],
  clock: Clock,
): readonly AnyEvent[] {
  const merged = union(mine, theirs);
  const { epoch } = visibility(merged);
  const last = merged.reduce((latest, event) => Math.max(latest, event.at), Number(clock.at));
  const facts = planImport(mine, theirs).facts.map((fact, i) => ({
    writer: PREVIEW_WRITER,
    seq: i + 1,
    at: instant(last),
    offset: clock.offset,
    epoch,
    ...fact,
  }));
  return union(merged, facts);
}
