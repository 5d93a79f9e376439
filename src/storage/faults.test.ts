import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { AnyEvent } from '#core/journal/event.ts';
import { memoryKeyValue } from './memory-key-value.ts';
import type { Sabotage } from './ports.ts';
import type { Trouble } from './trouble.ts';
import type { Browser } from './two-copies.ts';
import { answer, browser, clockAt, keysOf, study } from './two-copies.ts';

const codes = (troubles: readonly Trouble[]) => troubles.map(({ code }) => code);

/** What a later start knows, after the full reading. */
async function recovered(at: Browser): Promise<readonly AnyEvent[]> {
  const opened = await at.open();
  await opened.journal.idle();
  const events = await opened.journal.all();
  opened.journal.close();
  return events;
}

/** Answers saved before a crash, and found after it. */
const survivors = async (
  sabotage?: Sabotage,
  strike: (at: Browser) => void = () => undefined,
): Promise<[saved: number, recovered: number]> => {
  const at = browser();
  const events = await study(await at.open(sabotage === undefined ? {} : { sabotage }), 25);
  at.crash();
  strike(at);
  return [events.length, (await recovered(at)).length];
};

describe('a killed browser', () => {
  test('loses no saved answer, though localStorage has none of them on the disk', async () => {
    expect(await survivors()).toEqual([25, 25]);
  });

  test('loses all when the twin is skipped (sabotage: skip-twin)', async () => {
    expect(await survivors('skip-twin')).toEqual([25, 0]);
  });

  test('loses no saved answer when the browser throws its databases away', async () => {
    expect(await survivors(undefined, (at) => at.wipe())).toEqual([25, 25]);
  });

  test('would lose all of them without a spare copy (sabotage: skip-spare)', async () => {
    expect(await survivors('skip-spare', (at) => at.wipe())).toEqual([25, 0]);
  });

  test('shows them at once, not only after the full reading', async () => {
    const at = browser();
    await study(await at.open(), 7);
    at.crash();
    at.wipe();
    const { tail } = await at.open();
    expect(tail).toHaveLength(7);
  });

  test('loses nothing at any of many moments, with two tabs writing in turn', async () => {
    const at = browser();
    const saved: AnyEvent[] = [];
    for (let round = 0; round < 8; round += 1) {
      const tabs = [await at.open(), await at.open()];
      for (const tab of tabs) saved.push(...(await study(tab, 3 + round, 100 * round)));
      if (round % 3 === 0) await tabs[0]?.journal.idle();
      if (round % 2 === 0) at.keyValue.flush();
      at.crash();
    }
    expect(keysOf(await recovered(at))).toEqual(keysOf(saved));
  });
});

/** What is left when tabs answer in turn, into localStorage alone. */
const conserved = async (count: number, sabotage?: Sabotage) => {
  const at = browser();
  const ports = { indexedDB: null, ...(sabotage === undefined ? {} : { sabotage }) };
  const tabs = await Promise.all(Array.from({ length: count }, () => at.open(ports)));
  for (let i = 0; i < 20; i += 1) {
    for (const { journal } of tabs) journal.append(answer(i), clockAt(i));
  }
  at.quit();
  const { journal } = await at.open();
  const { events, expected } = await journal.idle();
  return { events, isConserved: events === expected, given: count * 20 };
};

describe('tabs that write at the same time', () => {
  test.each([2, 5])('%i of them lose nothing: counts and vectors agree', async (count) => {
    expect(await conserved(count)).toEqual({
      events: 20 * count,
      isConserved: true,
      given: 20 * count,
    });
  });

  test('lose answers when they share a key (sabotage: shared-key)', async () => {
    const { events, given } = await conserved(2, 'shared-key');
    expect(events).toBeLessThan(given);
  });
});

/** Events after one answer was changed on the disk, where localStorage has no other copy beside it. */
const damaged = async (sabotage?: Sabotage) => {
  const at = browser();
  const alone = { indexedDB: null, buckets: null };
  const events = await study(await at.open(alone), 3);
  at.quit();
  for (const key of at.keyValue.keys()) {
    at.keyValue.set(key, at.keyValue.get(key)?.replace('"chosen":"b"', '"chosen":"c"') ?? '');
  }
  const { journal } = await at.open(sabotage === undefined ? alone : { ...alone, sabotage });
  const texts = events.map((event) => JSON.stringify(event));
  const found = (await journal.all()).map((event) => JSON.stringify(event));
  return { madeUp: found.filter((text) => !texts.includes(text)).length, kept: found.length };
};

describe('a wrong character', () => {
  test('costs its record and makes nothing up', async () => {
    expect(await damaged()).toEqual({ madeUp: 0, kept: 2 });
  });

  test('goes unseen without checksums (sabotage: skip-checksum)', async () => {
    expect((await damaged('skip-checksum')).madeUp).toBe(1);
  });

  test('at any place of localStorage costs nothing while the twin stands, and is put aside', async () => {
    const at = browser();
    const events = await study(await at.open(), 8);
    at.quit();
    const [key = ''] = at.keyValue.keys();
    const text = at.keyValue.get(key) ?? '';
    for (let place = 0; place < text.length; place += 97) {
      const copy = browser({
        keyValue: memoryKeyValue([[key, `${text.slice(0, place)}~${text.slice(place + 1)}`]]),
        indexedDB: at.indexedDB,
      });
      const opened = await copy.open();
      const { repaired } = await opened.journal.idle();
      expect(keysOf(await opened.journal.all())).toEqual(keysOf(events));
      expect(repaired.unreadable).toBe(1);
      const aside = copy.keyValue.keys().filter((name) => name.includes('/aside/'));
      expect(aside).toHaveLength(1);
      copy.quit();
      expect((await (await copy.open()).journal.idle()).repaired).toEqual({
        local: 0,
        twin: 0,
        unreadable: 0,
      });
      copy.quit();
    }
  });
});

describe('one copy lost alone', () => {
  test('localStorage cleared: the twin fills it again', async () => {
    const at = browser();
    const events = await study(await at.open(), 100);
    at.quit();
    for (const key of at.keyValue.keys()) at.keyValue.remove(key);
    expect((await at.open()).tail).toEqual(events);
    at.quit();
    expect(await recovered(at)).toEqual(events);
    const local = await browser({ keyValue: at.keyValue }).open({ indexedDB: null });
    expect(local.tail).toEqual(events);
  });

  test('IndexedDB deleted: localStorage fills it again', async () => {
    const at = browser();
    const events = await study(await at.open(), 100);
    at.quit();
    const indexedDB = new IDBFactory();
    expect(await recovered(browser({ keyValue: at.keyValue, indexedDB }))).toEqual(events);
    const twin = await browser({ indexedDB }).open();
    expect(twin.tail).toEqual(events);
  });

  test('a segment cut in half: the twin has the rest', async () => {
    const at = browser();
    const events = await study(await at.open(), 9);
    at.quit();
    const [key = ''] = at.keyValue.keys();
    const text = at.keyValue.get(key) ?? '';
    at.keyValue.set(key, text.slice(0, text.length / 2));
    expect(keysOf((await at.open()).tail)).toEqual(keysOf(events));
  });

  test('IndexedDB that will not open: answers stand in localStorage, and the learner is told', async () => {
    const broken = new IDBFactory();
    broken.open = () => {
      throw new DOMException('no', 'InvalidStateError');
    };
    const at = browser();
    const { journal, troubles } = await at.open({ indexedDB: broken });
    expect(codes(troubles)).toEqual(['twin-unavailable']);
    expect(await journal.append(answer(1), clockAt(0)).saved).toBe('local');
  });

  test('IndexedDB that opens late: what it alone holds comes in, and what it missed is written', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const at = browser();
    const events = await study(await at.open(), 5);
    at.crash();
    const slow = new IDBFactory();
    let open = () => undefined as void;
    const asked = new Promise<void>((resolve) => {
      slow.open = () => {
        const request = new EventTarget();
        open = () => {
          const real = at.indexedDB.open('mondo-me', 1);
          real.addEventListener('success', () => {
            Object.assign(request, { result: real.result });
            request.dispatchEvent(new Event('success'));
          });
        };
        resolve();
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a request as is used
        return request as IDBOpenDBRequest;
      };
    });
    const opening = at.open({ indexedDB: slow });
    await asked;
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    const { journal, tail, troubles } = await opening;
    expect([tail, codes(troubles)]).toEqual([[], ['twin-unavailable']]);
    const { event, saved } = journal.append(answer(9), clockAt(9000));
    expect(await saved).toBe('local');
    const relief = new Promise((resolve) => journal.onRelief(resolve));
    open();
    expect(await relief).toEqual({ code: 'twin-unavailable' });
    expect(keysOf(await journal.all())).toEqual(keysOf([...events, event]));
    at.crash();
    expect(keysOf((await at.open()).tail)).toEqual(keysOf([...events, event]));
  });

  test('IndexedDB deleted under an open tab: the next answer is saved in a new one', async () => {
    const at = browser();
    const { journal } = await at.open();
    await journal.append(answer(1), clockAt(0)).saved;
    await new Promise((resolve) => {
      at.indexedDB.deleteDatabase('mondo-me').addEventListener('success', resolve);
    });
    expect(await journal.append(answer(2), clockAt(1)).saved).toBe('both');
    at.quit();
    expect(await recovered(at)).toHaveLength(2);
  });
});

describe('a localStorage that refuses', () => {
  test('full: the twin saves the answer, and it is written later when there is room', async () => {
    const at = browser();
    const { journal } = await at.open();
    at.keyValue.misbehave({ capacity: 0 });
    const { local, saved } = journal.append(answer(1), clockAt(0));
    expect([local, await saved]).toEqual(['full', 'twin']);
    at.keyValue.misbehave({});
    expect(await journal.append(answer(2), clockAt(1)).saved).toBe('both');
    at.quit();
    expect((await at.open({ indexedDB: null })).tail).toHaveLength(2);
  });

  test('at every write in turn: no answer is lost, and none twice', async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      const at = browser();
      const opened = await at.open();
      at.keyValue.misbehave({ fullAt: nth });
      const events = await study(opened, 10);
      await opened.journal.saveSnapshot(opened.journal.vector(), 'state');
      at.quit();
      expect(await recovered(at)).toEqual(events);
    }
  });

  test('forbidden, and no IndexedDB: answers stay in memory, in the backup, and the learner is told', async () => {
    const at = browser();
    at.keyValue.misbehave({ isForbidden: true });
    const { journal, troubles } = await at.open({ indexedDB: null });
    const told: Trouble[] = [...troubles];
    journal.onTrouble((trouble) => told.push(trouble));
    expect(await journal.append(answer(1), clockAt(0)).saved).toBe('memory');
    expect(codes(told)).toEqual(['twin-unavailable', 'local-unavailable', 'not-saved']);
    expect(await journal.all()).toHaveLength(1);
    expect(await journal.backup()).toContain('concept-1');
    at.keyValue.misbehave({});
    expect(await journal.append(answer(2), clockAt(1)).saved).toBe('local');
    at.quit();
    expect((await at.open({ indexedDB: null })).tail).toHaveLength(2);
  });
});
