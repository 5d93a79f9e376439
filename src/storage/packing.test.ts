import { describe, expect, test } from 'vitest';
import type { AnyEvent } from '#core/journal/event.ts';
import type { Browser } from './two-copies.ts';
import { browser, keysOf, study } from './two-copies.ts';

/** What a later start knows, after the full reading. */
async function recovered(at: Browser): Promise<readonly AnyEvent[]> {
  const opened = await at.open();
  await opened.journal.idle();
  const events = await opened.journal.all();
  opened.journal.close();
  return events;
}

/** Six days of forty answers, each with its full reading. */
const manyDays = async () => {
  const at = browser();
  const events: AnyEvent[] = [];
  for (let day = 0; day < 6; day += 1) {
    const opened = await at.open();
    events.push(...(await study(opened, 40, 40 * day)));
    const { events: count, expected, missing } = await opened.journal.idle();
    expect([count, missing]).toEqual([expected, []]);
    at.quit();
  }
  return { at, events };
};

describe('packing', () => {
  test('keeps every event, in less than half the room', async () => {
    const { at, events } = await manyDays();
    expect(await recovered(at)).toEqual(events);
    at.quit();
    expect(await recovered(at)).toEqual(events);
    const used = (key: string) => at.keyValue.get(key)?.length ?? 0;
    const characters = at.keyValue.keys().reduce((sum, key) => sum + used(key), 0);
    expect(characters).toBeLessThan((events.length * JSON.stringify(events[0]).length) / 2);
  });

  test('leaves each copy whole by itself', async () => {
    const { at, events } = await manyDays();
    const local = await browser({ keyValue: at.keyValue }).open({ indexedDB: null });
    expect(keysOf(local.tail)).toEqual(keysOf(events));
    const twin = await browser({ indexedDB: at.indexedDB }).open();
    expect(keysOf(twin.tail)).toEqual(keysOf(events));
  });

  test('removes its sources at a later start only', async () => {
    const at = browser();
    await study(await at.open(), 100);
    at.quit();
    const packer = await at.open();
    expect(await packer.journal.idle()).toMatchObject({ packed: 100, removed: 0 });
    expect(await packer.journal.idle()).toMatchObject({ packed: 0, removed: 0 });
    at.quit();
    expect((await (await at.open()).journal.idle()).removed).toBeGreaterThan(100);
  });

  test('leaves what a living tab writes', async () => {
    const at = browser();
    const living = await at.open();
    await study(living, 100);
    const other = await at.open();
    expect((await other.journal.idle()).packed).toBe(0);
  });
});
