import { describe, expect, test } from 'vitest';
import { sealed } from '#core/journal/checksum.ts';
import { effective } from '#core/journal/effective.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { realisticJournal } from '#core/journal/realistic-journal.ts';
import { memoryKeyValue } from './memory-key-value.ts';
import type { Trouble } from './trouble.ts';
import { answer, browser, clockAt, keysOf, study } from './two-copies.ts';

const codes = (troubles: readonly Trouble[]) => troubles.map(({ code }) => code);

describe('an answer', () => {
  test('stands in localStorage before append returns, and is saved in both copies', async () => {
    const at = browser();
    const { journal } = await at.open();
    const { event, local, saved } = journal.append(answer(1), clockAt(0));
    expect(local).toBe('written');
    const stored = at.keyValue.keys().map((key) => at.keyValue.get(key));
    expect(stored.join()).toContain(`"writer":"${event.writer}","seq":1`);
    expect(await saved).toBe('both');
  });

  test('is known at the next start', async () => {
    const at = browser();
    const events = await study(await at.open(), 30);
    at.quit();
    const { tail, snapshot, troubles } = await at.open();
    expect(tail).toEqual(events);
    expect(snapshot).toBeNull();
    expect(troubles).toEqual([]);
  });

  test('never goes back in time within a writer', async () => {
    const { journal } = await browser().open();
    journal.append(answer(1), clockAt(5000));
    expect(journal.append(answer(2), clockAt(-86_400_000)).event.at).toBe(clockAt(5000).at);
  });

  test('that were given a time ahead of the clock hold no later one there', async () => {
    const at = browser();
    const { journal } = await at.open({ clock: () => clockAt(0) });
    const day = 86_400_000;
    const first = journal.append(answer(1), clockAt(day)).event;
    const second = journal.append(answer(2), clockAt(day)).event;
    expect(second.writer).toBe(first.writer);
    const later = journal.append(answer(3), clockAt(1000)).event;
    expect(later.at).toBe(clockAt(1000).at);
    expect(await journal.all()).toHaveLength(3);
  });

  test('of another tab is heard', async () => {
    const at = browser();
    const [one, two] = [await at.open(), await at.open()];
    const heard: AnyEvent[] = [];
    two.journal.onEvents((events) => heard.push(...events));
    const events = await study(one, 3);
    expect(heard).toEqual(events);
    expect(keysOf(await two.journal.all())).toEqual(keysOf(events));
  });

  test('that has not the shape of its type is a fault of ours', async () => {
    const { journal } = await browser().open();
    expect(() => journal.append({ ...answer(1), latency: -1 }, clockAt(0))).toThrow('shape');
  });
});

describe('snapshots', () => {
  test('a start reads the newest one and what follows', async () => {
    const at = browser();
    const opened = await at.open();
    await study(opened, 20);
    const vector = opened.journal.vector();
    await opened.journal.saveSnapshot(vector, 'the fold "of" 二十\n');
    const later = await study(opened, 5, 20);
    at.quit();
    const { snapshot, tail } = await at.open();
    expect(snapshot).toMatchObject({ vector, epoch: 0, state: 'the fold "of" 二十\n' });
    expect(tail).toEqual(later);
  });

  test('a damaged one is passed over', async () => {
    const at = browser();
    const opened = await at.open({ indexedDB: null });
    await study(opened, 3);
    await opened.journal.saveSnapshot(opened.journal.vector(), 'state');
    at.quit();
    const key = at.keyValue.keys().find((name) => name.includes('/s/')) ?? '';
    at.keyValue.set(key, at.keyValue.get(key)?.replace('state', 'stete') ?? '');
    const { snapshot, tail } = await at.open({ indexedDB: null });
    expect([snapshot, tail.length]).toEqual([null, 3]);
  });

  test('an import makes the whole journal count anew', async () => {
    const at = browser();
    const opened = await at.open();
    await study(opened, 3);
    await opened.journal.saveSnapshot(opened.journal.vector(), 'state');
    await opened.journal.importEvents(realisticJournal(20), clockAt(9));
    at.quit();
    expect((await at.open()).snapshot).toBeNull();
  });
});

describe('a new epoch', () => {
  test('hides everything, and can be undone until the next start', async () => {
    const at = browser();
    const opened = await at.open();
    const before = await study(opened, 5);
    const { event, saved } = opened.journal.append({ type: 'epoch-started' }, clockAt(9000));
    await saved;
    expect(effective(await opened.journal.all()).map(({ type }) => type)).toEqual([
      'epoch-started',
    ]);
    await opened.journal.idle();
    const undo = opened.journal.append({ type: 'undone', ref: event }, clockAt(9001));
    await undo.saved;
    expect(effective(await opened.journal.all())).toEqual(before);
    opened.journal.append(answer(7), clockAt(9002));
    expect(effective(await opened.journal.all())).toHaveLength(6);
  });

  test('is erased in both copies at the next start', async () => {
    const at = browser();
    const opened = await at.open();
    await study(opened, 5);
    await opened.journal.append({ type: 'epoch-started' }, clockAt(9000)).saved;
    const kept = await study(opened, 2, 10);
    at.quit();
    const later = await at.open();
    expect((await later.journal.idle()).erased).toBeGreaterThan(0);
    expect(keysOf(await later.journal.all())).toEqual(
      keysOf([
        ...kept,
        ...(await later.journal.all()).filter(({ type }) => type === 'epoch-started'),
      ]),
    );
    expect(
      at.keyValue
        .keys()
        .map((key) => at.keyValue.get(key))
        .join(),
    ).not.toContain('concept-1"');
    const twin = await browser({ indexedDB: at.indexedDB }).open();
    expect(twin.tail).toHaveLength(3);
  });

  test('is followed by the other tabs', async () => {
    const at = browser();
    const [one, two] = [await at.open(), await at.open()];
    const former = two.journal.writer();
    one.journal.append({ type: 'epoch-started' }, clockAt(0));
    expect(two.journal.append(answer(1), clockAt(1)).event.epoch).toBe(1);
    expect(two.journal.writer()).not.toBe(former);
  });
});

describe('what cannot be read', () => {
  test('of a newer Mondo is left as it is, and told', async () => {
    const at = browser();
    await study(await at.open(), 2);
    at.quit();
    const newer = `${sealed('mondo-journal 2 denser')}\nwhatever`;
    at.keyValue.set('mondo/me/j/newernewer/0', newer);
    const { journal, troubles } = await at.open();
    await journal.idle();
    expect(codes(troubles)).toEqual(['newer']);
    expect(at.keyValue.get('mondo/me/j/newernewer/0')).toBe(newer);
  });

  test('of a clock a year ahead is reported with what sets it right', async () => {
    const at = browser();
    const opened = await at.open();
    opened.journal.append(answer(1), clockAt(365 * 86_400_000));
    const told: Trouble[] = [];
    opened.journal.onTrouble((trouble) => told.push(trouble));
    await opened.journal.idle();
    const [trouble] = told;
    if (trouble?.code !== 'clock-ahead') throw new Error('nothing was told');
    expect(trouble.hours).toBe(365 * 24);
    opened.journal.append(trouble.correction, clockAt(100));
    const [first] = effective(await opened.journal.all());
    expect(first?.at).toBeLessThan(clockAt(60_000).at);
    expect(opened.journal.append(answer(2), clockAt(200)).event.at).toBe(clockAt(200).at);
  });
});

test('a profile copied to two machines: each goes on alone, and their backups join to the same', async () => {
  const at = browser();
  await study(await at.open(), 4);
  at.quit();
  const entries = at.keyValue.keys().map((key) => [key, at.keyValue.get(key) ?? ''] as const);
  const machines = [browser(), browser({ keyValue: memoryKeyValue(entries) })];
  const [one, two] = await Promise.all(machines.map((machine) => machine.open()));
  if (one === undefined || two === undefined) throw new Error('two were opened');
  await study(one, 3, 10);
  await study(two, 3, 20);
  const [ofOne, ofTwo] = [await one.journal.all(), await two.journal.all()];
  await one.journal.importEvents(ofTwo, clockAt(99_000));
  await two.journal.importEvents(ofOne, clockAt(99_000));
  const answers = async (opened: typeof one) =>
    effective(await opened.journal.all()).filter(({ type }) => type === 'answered');
  expect(await answers(one)).toEqual(await answers(two));
  expect(await answers(one)).toHaveLength(10);
});
