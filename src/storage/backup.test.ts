import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvents } from '#core/journal/arbitrary-events.ts';
import { effective } from '#core/journal/effective.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { union } from '#core/journal/order.ts';
import { realisticJournal } from '#core/journal/realistic-journal.ts';
import { formatBackup, parseBackup, previewImport } from './backup.ts';
import { browser, clockAt, study } from './two-copies.ts';

const { at: made } = clockAt(0);
const file = (events: readonly AnyEvent[]) => formatBackup({ made, events, asides: ['\ud800 報'] });

/** What counts, without the note that an import makes of itself. */
const counting = (events: readonly AnyEvent[]) =>
  effective(events).filter(({ type }) => type !== 'imported');

/** What counts after the files were imported one after the other. */
async function merge(...files: (readonly AnyEvent[])[]) {
  const { journal } = await browser().open({ indexedDB: null });
  for (const [i, events] of files.entries()) {
    await journal.importEvents(events.filter(isPlain), clockAt(i));
  }
  return counting(await journal.all());
}

describe('a backup', () => {
  test('gives back every event of any kind', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const sorted = union(events);
        const parsed = parseBackup(file(sorted));
        expect(parsed).toEqual({
          ok: true,
          value: { made, events: sorted, asides: ['\ud800 報'], packs: [], drafts: [] },
        });
      }),
    );
  });

  test('holds packs and drafts beside the journal, whatever they are, and is read without them too', () => {
    const events = realisticJournal(3);
    const [packs, drafts] = [['{"document":{}}', 'null'], ['{"id":"a"}']];
    const text = formatBackup({ made, events, asides: [], packs, drafts });
    expect(parseBackup(text)).toMatchObject({
      ok: true,
      value: { packs: [{ document: {} }, null], drafts: [{ id: 'a' }] },
    });
    const {
      packs: _packs,
      drafts: _drafts,
      ...before
    }: object & { [key: string]: unknown } = JSON.parse(text);
    expect(parseBackup(JSON.stringify(before))).toMatchObject({
      ok: true,
      value: { events, packs: [], drafts: [] },
    });
  });

  test('exported, everything wiped, and imported gives the same state', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const parsed = parseBackup(file(union(events)));
        if (!parsed.ok) throw new Error(parsed.error.code);
        const fresh = await browser().open();
        await fresh.journal.importEvents(parsed.value.events, clockAt(0));
        expect(counting(await fresh.journal.all())).toEqual(counting(events));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('imported twice is imported once, to the byte', async () => {
    const at = browser();
    const { journal } = await at.open();
    const events = realisticJournal(100);
    expect(await journal.importEvents(events, clockAt(0))).not.toEqual([]);
    const once = await journal.all();
    expect(await journal.importEvents(events, clockAt(1))).toEqual([]);
    expect(await journal.all()).toEqual(once);
  });

  test('merged with another gives the same whichever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, anyEvents, async (one, two) => {
        const renamed = two.map((event) => ({ ...event, writer: event.writer.replace('w', 'x') }));
        expect(await merge(one, renamed)).toEqual(await merge(renamed, one));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('shows before the import what will be', async () => {
    const { journal } = await browser().open();
    await study({ journal, snapshot: null, isArchived: false, tail: [], troubles: [] }, 3);
    const events = realisticJournal(40);
    const preview = previewImport(await journal.all(), events, clockAt(9000));
    await journal.importEvents(events, clockAt(9000));
    expect(counting(preview)).toEqual(counting(await journal.all()));
  });

  test('of deleted times comes back by hand, and what was studied since stays', async () => {
    const opened = await browser().open();
    await study(opened, 3);
    const before = await opened.journal.all();
    opened.journal.append({ type: 'epoch-started' }, clockAt(5000));
    await study(opened, 2, 10);
    expect(counting(await opened.journal.all()).filter(isAnswer)).toHaveLength(2);
    await opened.journal.importEvents(before, clockAt(20_000));
    expect(counting(await opened.journal.all()).filter(isAnswer)).toHaveLength(5);
  });

  test('of a device that has deleted everything hides nothing here', async () => {
    const [here, there] = [await browser().open(), await browser().open()];
    await study(here, 3);
    there.journal.append({ type: 'epoch-started' }, clockAt(0));
    await study(there, 2, 10);
    const ranges = await here.journal.importEvents(await there.journal.all(), clockAt(20_000));
    expect(counting(await here.journal.all()).filter(isAnswer)).toHaveLength(5);
    await here.journal.append({ type: 'import-revoked', ranges }, clockAt(20_001)).saved;
    expect(counting(await here.journal.all()).filter(isAnswer)).toHaveLength(3);
  });
});

/** Whole journals commute always; facts about imports and epochs say what somebody wanted at a time. */
const isPlain = ({ type }: AnyEvent): boolean =>
  !['imported', 'import-revoked', 'epoch-started', 'undone'].includes(type);

const isAnswer = ({ type }: { readonly type: string }): boolean => type === 'answered';

describe('a file that is no backup', () => {
  const good = file(realisticJournal(20));

  test.each([
    ['cut', good.slice(0, good.length / 2), 'not-json'],
    ['of another program', '{"cards":[]}', 'not-a-backup'],
    ['of a newer Mondo', good.replace('"format":1', '"format":2'), 'newer'],
    ['with a broken event', good.replace('"seq":2', '"seq":-2'), 'bad-event'],
    ['with an event twice', good.replace('"seq":2', '"seq":1'), 'event-twice'],
    ['with another answer in it', good.replace(/"latency":\d+/, '"latency":1'), 'damaged'],
    ['whose packs are no list', good.replace('"packs":[]', '"packs":{}'), 'not-a-backup'],
    ['with too deep a value', `{"mondo":${'['.repeat(99_999)}`, 'not-json'],
  ])('%s is refused by name', (_, text, code) => {
    expect(text).not.toBe(good);
    expect(parseBackup(text)).toMatchObject({ ok: false, error: { code } });
  });

  test('is refused, never a crash, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(parseBackup(text).ok).toBe(false);
      }),
    );
  });
});
