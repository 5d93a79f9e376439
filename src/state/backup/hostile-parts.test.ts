import { beforeEach, describe, expect, test } from 'vitest';
import { encodeBase64 } from '#formats/base64.ts';
import { planImport, undoable } from '#state/data.ts';
import type { ImportPlan } from '#state/import-plan.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { filesDigest, unpackDraft } from './draft-entry.ts';
import {
  never,
  png,
  addPack,
  addDraft,
  files,
  partsOf,
  imported,
  textOf,
  relations,
  goings,
  faults,
  fullDevice,
} from './parts-for-tests.ts';

beforeEach(() => undoable.setState({ deletion: null, lastImport: null }));

interface Shape {
  packs: Record<string, unknown>[];
  drafts: Record<string, unknown>[];
  events: unknown[];
}

/** A backup with two packs and two drafts, of which the first of each is spoiled. */
async function spoiled(spoil: (backup: Shape) => void): Promise<ImportPlan> {
  const one = await fullDevice();
  await addPack(one, { uid: 'otherother12', title: { en: 'Whole', ja: '無傷' } });
  await addDraft(one, files('title: Whole'), 'draftdraft00', 'Whole');
  const backup: Shape = JSON.parse(await textOf(one));
  // In the order of their names, so that the spoiled ones are known.
  backup.drafts.sort((a, b) => (String(a['id']) > String(b['id']) ? -1 : 1));
  backup.packs.sort((a) => (JSON.stringify(a).includes('Whole') ? 1 : -1));
  spoil(backup);
  const other = await memoryStores(newDevice(2));
  const plan = await imported(other, JSON.stringify(backup));
  const { packs, drafts } = await partsOf(other);
  expect(packs.map(({ index }) => index.title['en'])).toContain('Whole');
  expect(drafts.map((draft) => typeof draft === 'object' && draft.title)).toContain('Whole');
  expect(Object.prototype).not.toHaveProperty('spoiled');
  return plan;
}

const first = (kind: 'packs' | 'drafts', change: object) => (backup: Shape) => {
  Object.assign(backup[kind][0] ?? {}, change);
};
const documentOf = (change: object) => (backup: Shape) => {
  const [pack] = backup.packs;
  if (pack) pack['document'] = { ...(pack['document'] as object), ...change };
};
const deep = (): unknown => {
  let value: unknown = [];
  for (let depth = 0; depth < 3000; depth += 1) value = [value];
  return value;
};
const picture = (name: string, base64: string) => ({ pictures: [{ name, base64 }] });
const file = (content: object) => ({ files: [{ path: 'pack.yaml', text: 'x' }, content] });

describe('a hostile part is named, and the rest comes in', () => {
  test.each<[string, (backup: Shape) => void, string, string]>([
    ['a pack that is null', ({ packs }) => packs.splice(0, 1, null as never), '', 'damaged'],
    ['a pack that is a list', ({ packs }) => packs.splice(0, 1, [] as never), '', 'damaged'],
    ['a pack without a document', first('packs', { document: 7 }), '', 'errors'],
    ['a changed word', documentOf({ licence: 'CC-BY-4.0' }), 'Sample', 'damaged'],
    ['another version', first('packs', { version: '9.0.0' }), 'Sample', 'damaged'],
    ['another digest', first('packs', { digest: 'x' }), 'Sample', 'damaged'],
    ['an error of the doctor', documentOf({ licence: '' }), 'Sample', 'errors'],
    ['wrong types', documentOf({ concepts: 'many' }), 'Sample', 'errors'],
    ['a newer format', documentOf({ format: 2 }), 'Sample', 'newer'],
    ['a document that is too deep', documentOf({ 'x-own': deep() }), 'Sample', 'errors'],
    ['a huge text', documentOf({ 'x-own': 'x'.repeat(20_000_001) }), 'Sample', 'too-large'],
    ['base64 that is none', first('packs', picture('a.png', '%%%')), 'Sample', 'damaged'],
    ['no picture', first('packs', picture('a.png', btoa('<svg>'))), 'Sample', 'errors'],
    [
      'a picture that leads out',
      first('packs', picture('../a.png', encodeBase64(png()))),
      'Sample',
      'errors',
    ],
    [
      'another picture',
      first('packs', picture('lamp.png', encodeBase64(png(9)))),
      'Sample',
      'damaged',
    ],
    ['a pack twice', ({ packs }) => packs.push(packs[0] ?? {}), 'Sample', 'twice'],
    ['a draft that is a number', ({ drafts }) => drafts.splice(0, 1, 7 as never), '', 'damaged'],
    ['a name that is a path', first('drafts', { id: 'a/b/c/d/e/f/' }), 'Night duties', 'damaged'],
    ['a changed text', first('drafts', file({ path: 'a', text: 'x' })), 'Night duties', 'damaged'],
    ['a file of no kind', first('drafts', file({ path: 'a' })), 'Night duties', 'damaged'],
    [
      'a file twice',
      first('drafts', file({ path: 'pack.yaml', text: 'x' })),
      'Night duties',
      'damaged',
    ],
    [
      'a path that leads out',
      first('drafts', file({ path: 'a\\..\\..\\x', text: '' })),
      'Night duties',
      'damaged',
    ],
    [
      'base64 in a draft',
      first('drafts', file({ path: 'a', base64: '?' })),
      'Night duties',
      'damaged',
    ],
    [
      'a day that is none',
      first('drafts', { changedAt: '2026-13-45T99:99:99Z' }),
      'Night duties',
      'damaged',
    ],
    [
      'a huge draft',
      first('drafts', file({ path: 'a', text: 'x'.repeat(60_000_001) })),
      'Night duties',
      'too-large',
    ],
    ['a draft twice', ({ drafts }) => drafts.push(drafts[0] ?? {}), 'Night duties', 'twice'],
  ])('%s', async (_what, spoil, name, why) => {
    expect(faults(await spoiled(spoil))).toEqual([[name, why]]);
  });

  test('keys of prototypes are words like any other', async () => {
    const own = JSON.parse('{"__proto__":{"spoiled":1},"constructor":{"prototype":{"spoiled":1}}}');
    const plan = await spoiled((backup) => {
      backup.packs.unshift(own);
      backup.drafts.unshift(own);
    });
    expect(faults(plan)).toEqual([
      ['', 'damaged'],
      ['', 'damaged'],
    ]);
  });

  test('an address that nothing may be fetched from is not kept', async () => {
    const plan = await spoiled(first('packs', { from: 'javascript:alert(1)' }));
    expect(plan.parts.packs[0]).toMatchObject({ from: null, relation: 'new' });
  });

  test('more parts than are looked at', async () => {
    const plan = await spoiled(({ drafts }) => {
      for (let i = 0; i < 600; i += 1) drafts.push({ title: `d${i}` });
    });
    expect(faults(plan)).toHaveLength(600);
    expect(faults(plan).at(-1)).toEqual(['d599', 'too-many']);
  });

  test.each<[string, readonly (readonly [path: string, text: string])[], string | null]>([
    ['a draft as it should be', [['pack.yaml', 'x']], null],
    ['a path that leads out', [['../x', 'x']], 'damaged'],
    ['a path that leads out backwards', [['a\\..\\x', 'x']], 'damaged'],
    ['a path from the root', [['/etc/x', 'x']], 'damaged'],
    ['no path', [['', 'x']], 'damaged'],
    ['a path without end', [['x'.repeat(301), 'x']], 'damaged'],
    [
      'a path twice',
      [
        ['pack.yaml', 'a'],
        ['pack.yaml', 'x'],
      ],
      'damaged',
    ],
    [
      'more files than a pack has',
      Array.from({ length: 20_001 }, (_, i) => [`${i}`, '']),
      'too-large',
    ],
  ])('%s, though its digest is right', async (_what, list, fault) => {
    const entry = {
      id: 'draftdraft01',
      title: 'x',
      changedAt: '2026-11-24T03:00:00.000Z',
      digest: await filesDigest(new Map(list)),
      files: list.map(([path, text]) => ({ path, text })),
    };
    const read = await unpackDraft(entry, never);
    expect(read.ok ? null : read.error).toBe(fault);
  });

  test('a reading that was stopped unpacks no draft any more', async () => {
    const text = await textOf(await fullDevice());
    const plan = await planImport(await memoryStores(newDevice(2)), text, AbortSignal.abort());
    expect(plan).toMatchObject({
      ok: true,
      value: {
        parts: { packs: [], drafts: [], broken: [{ why: 'too-long' }, { why: 'too-long' }] },
      },
    });
  });

  test('parts that are too deep to be handed on', async () => {
    const text = await textOf(await fullDevice());
    const deepest = '['.repeat(100_000) + ']'.repeat(100_000);
    const hostile = text
      .replace('"packs":[', `"packs":[${deepest},`)
      .replace('"drafts":[', `"drafts":[{"files":${deepest}},`);
    const plan = await imported(await memoryStores(newDevice(2)), hostile);
    expect([faults(plan), relations(plan), goings(plan)]).toEqual([
      [
        ['', 'damaged'],
        ['', 'damaged'],
      ],
      ['new'],
      ['new'],
    ]);
  });

  test('a broken event changes nothing, packs and drafts included', async () => {
    const backup: Shape = JSON.parse(await textOf(await fullDevice()));
    backup.events.push({ type: 'answered' });
    const device = newDevice(2);
    const other = await memoryStores(device);
    const refused = await planImport(other, JSON.stringify(backup));
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-event' } });
    expect((await device.indexedDB.databases()).map(({ name }) => name)).toEqual(['mondo-me']);
  });
});
