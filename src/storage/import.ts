import type { AnyEvent, Range } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { planImport } from '#core/journal/merge.ts';
import { headLine } from '#core/journal/pack-head.ts';
import type { Clock } from '#core/time.ts';
import type { Desk } from './desk.ts';
import { append, everything, penOf, receive } from './desk.ts';
import { segmentTexts } from './repair.ts';

/** Writes events of others into both copies; one copy is enough for a beginning. */
async function keep(desk: Desk, events: readonly AnyEvent[]): Promise<boolean> {
  const { store } = desk;
  const { writer } = penOf(desk);
  const texts = (await segmentTexts(events)).map((text) => [store.nextKey(writer), text] as const);
  const isInLocal = texts
    .map(([key, text]) => store.local.set(key, text) === 'written')
    .every(Boolean);
  if (store.twin === null) return isInLocal;
  try {
    await store.twin.write((writing) => {
      for (const [key, text] of texts) {
        writing.put('segments', key, text);
        writing.put('heads', key, headLine(text));
      }
    });
    return true;
  } catch {
    return isInLocal;
  }
}

/**
 * Joins events of a file with the journal. Should neither copy take them, they stay in memory, as answers do.
 * @returns what counts by this import and did not before
 */
export async function importEvents(
  desk: Desk,
  events: readonly AnyEvent[],
  clock: Clock,
): Promise<readonly Range[]> {
  const { added, brought, facts } = planImport(await everything(desk), events);
  if (added.length > 0 && !(await keep(desk, added))) {
    for (const event of added) desk.unsaved.set(refKey(event), event);
    desk.store.report({ code: 'not-saved', events: desk.unsaved.size });
  }
  receive(desk, added);
  desk.tabs.tell(added);
  const appended = facts.map((fact) => append(desk, fact, clock));
  if (appended.length > 0) {
    for (const listener of desk.listeners) listener(appended.map(({ event }) => event));
  }
  await Promise.all(appended.map(({ saved }) => saved));
  return brought;
}
