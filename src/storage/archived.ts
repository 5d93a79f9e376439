import { unsealed } from '#core/journal/checksum.ts';
import type { Range } from '#core/journal/event.ts';
import { joined } from '#core/journal/ranges.ts';
import * as v from 'valibot';
import type { Store } from './store.ts';
import { keysOf } from './store.ts';

const rangesSchema = v.array(v.object({ writer: v.string(), first: v.number(), last: v.number() }));

function parseMark(text: string): Range[] {
  try {
    const value: unknown = JSON.parse(unsealed(text) ?? 'null');
    const parsed = v.safeParse(rangesSchema, value);
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** Events that were moved to files; only snapshots know what they amount to. */
export async function archivedRanges(store: Store): Promise<readonly Range[]> {
  const local = keysOf(store, 'archived').map((key) => store.local.get(key) ?? '');
  const marks = await store.twin?.read((reading) => reading.entries('marks')).catch(() => []);
  const twin = (marks ?? []).map(([, text]) => text);
  return joined([...local, ...twin].flatMap(parseMark));
}
