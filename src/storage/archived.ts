import { unsealed } from '#core/journal/checksum.ts';
import type { Range } from '#core/journal/event.ts';
import { joined } from '#core/journal/ranges.ts';
import * as v from 'valibot';
import type { Store } from './store.ts';
import { keysOf } from './store.ts';

/** Events of one writer that stand in a file; a writer belongs to one epoch. */
export interface Archived extends Range {
  readonly epoch: number;
}

const rangesSchema = v.array(
  v.object({ writer: v.string(), first: v.number(), last: v.number(), epoch: v.number() }),
);

function parseMark(text: string): Archived[] {
  try {
    const value: unknown = JSON.parse(unsealed(text) ?? 'null');
    const parsed = v.safeParse(rangesSchema, value);
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** What the marks of either copy say. */
export const archivedIn = (marks: readonly string[]): readonly Archived[] =>
  joined(marks.flatMap(parseMark));

export const localMarks = (store: Store): readonly string[] =>
  keysOf(store, 'archived').map((key) => store.local.get(key) ?? '');

/** Events that were moved to files; only snapshots know what they amount to. */
export async function archivedRanges(store: Store): Promise<readonly Archived[]> {
  const twin = await store.twin?.read((reading) => reading.entries('marks')).catch(() => []);
  return archivedIn([...localMarks(store), ...(twin ?? []).map(([, text]) => text)]);
}
