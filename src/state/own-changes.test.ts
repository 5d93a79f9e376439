import * as fake from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '#core/journal/event.ts';
import { conceptKey, scenarioKey } from '#core/ids.ts';
import type { Pack } from '#core/pack/model.ts';
import { samplePack, sampleConcept, sampleScenario } from '#core/pack/rules/sample.ts';
import { today } from '#core/study/queue.ts';
import { writeArchive, writeDocument } from '#formats/archive.ts';
import { memoryChannels } from '#storage/two-copies.ts';
import { hasAdded } from './hint.ts';
import { answerTo, memoryStores, newDevice, type Device } from './memory-stores.ts';
import { comingBack, readOffer, type Offer } from './offer.ts';
import { acceptOffer, formerPacks, removePack, sharedPack, undoChange } from './own-changes.ts';
import { findLost } from './own-packs.ts';
import { hearPacksChanged } from './pack-news.ts';
import { rememberReport } from './reports.ts';
import type { Stores } from './stores.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

const never = new AbortController().signal;
const unrevised = (pack: Pack): Pack => ({
  ...pack,
  concepts: pack.concepts.map((concept) => ({
    ...concept,
    scenarios: concept.scenarios.map((one) => ({
      ...one,
      textRev: '00000000',
      keyRev: '00000000',
    })),
  })),
});
const fileOf = (pack: Pack) => ({
  bytes: new TextEncoder().encode(writeDocument(unrevised(pack))),
  name: 'sample.mondo.json',
  from: null,
});

async function offered(stores: Stores, pack: Pack): Promise<Offer> {
  const offer = await readOffer(stores, fileOf(pack), never);
  if (!offer.ok) throw new Error(JSON.stringify(offer.error));
  return offer.value;
}
const add = async (stores: Stores, pack: Pack) => acceptOffer(stores, await offered(stores, pack));

const first = samplePack();
const { uid } = first;
const flipped = sampleScenario('harbour', 0).options.map((option) => ({
  ...option,
  right: option.id === 'bell',
}));
const withScenarios = (version: string, harbour = sampleScenario('harbour', 0)): Pack =>
  samplePack({
    version,
    concepts: [
      sampleConcept({
        scenarios: [harbour, sampleScenario('hills', 1), sampleScenario('cellar', 2)],
      }),
    ],
  });
const second = withScenarios('1.1.0', sampleScenario('harbour', 0, { options: flipped }));

let device: Device;
let stores: Stores;
beforeEach(async () => {
  device = newDevice();
  stores = await memoryStores(device);
});

const concepts = (of: Stores) => of.library.getState().packs.map(({ version }) => version);

async function answerHarbour() {
  const read = await stores.library.getState().concept(uid, 'night-work', 'en');
  const harbour = read.ok ? read.value.scenarios.find(({ id }) => id === 'harbour') : undefined;
  const fact: Fact = {
    type: 'answered',
    pack: uid,
    concept: 'night-work',
    scenario: 'harbour',
    textRev: harbour?.textRev ?? '',
    keyRev: harbour?.keyRev ?? '',
    shown: ['lamp', 'rope', 'bell', 'drum'],
    response: { kind: 'single', chosen: 'lamp' },
    right: true,
    confidence: 'certain',
    latency: 9000,
    language: 'en',
    session: 'session',
    mode: 'study',
  };
  stores.learner.getState().record([fact], stores.clock());
}

describe('a pack that is added', () => {
  test('is there at once and after a restart, in pieces as the bundled ones are', async () => {
    expect(hasAdded(stores.ports)).toBe(false);
    const offer = await offered(stores, first);
    expect(offer).toMatchObject({ relation: 'new', here: null, change: null, warningCount: 0 });
    expect(concepts(stores)).toEqual([]);
    const added = await acceptOffer(stores, offer);
    expect(added).toEqual({ ok: true, value: { at: expect.any(Number) } });
    const later = await memoryStores(device);
    for (const each of [stores, later]) {
      expect(concepts(each)).toEqual(['1.0.0']);
      const { concept, note, keys } = each.library.getState();
      expect(await concept(uid, 'night-work', 'ja')).toMatchObject({
        ok: true,
        value: { language: 'ja', title: '夜の仕事', scenarios: [{ id: 'harbour' }, {}, {}] },
      });
      expect(await note(uid, 'manual', 'en')).toMatchObject({
        ok: true,
        value: { language: 'en' },
      });
      expect(await keys(uid)).toMatchObject({ ok: true, value: { uid } });
      expect(await concept(uid, 'nothing', 'en')).toEqual({ ok: false, error: 'gone' });
    }
  });

  test('is studied: today asks it, and a session goes through it', async () => {
    await add(stores, first);
    const { packs } = stores.library.getState();
    const { items } = today(stores.learner.getState().learner, packs, stores.clock(), { seed: 1 });
    expect(items).toMatchObject([{ pack: uid, concept: 'night-work', reason: 'new' }]);
    await stores.session.getState().start({ mode: 'study', filter: {} });
    await expect.poll(() => stores.session.getState().content.status).toBe('ready');
  });

  test('is recorded with its version, and no list of what nobody has answered', async () => {
    await add(stores, first);
    const events = await stores.journal.all();
    expect(events).toMatchObject([{ type: 'pack-applied', pack: uid, version: '1.0.0', revs: {} }]);
  });

  test('is not trusted as to its revisions', async () => {
    await add(stores, first);
    const [pack] = stores.library.getState().packs;
    const revs = pack?.concepts.flatMap(({ scenarios }) => scenarios.map(({ keyRev }) => keyRev));
    expect(revs).not.toContain('00000000');
    expect(new Set(revs).size).toBe(3);
  });

  test('shows its pictures, and the words of one that is not there', async () => {
    const harbour = sampleScenario('harbour', 0);
    const picture = (source: string) => ({ type: 'image' as const, source, alt: source });
    const english = harbour.text['en'];
    if (!english) throw new Error('no words');
    const text = {
      en: {
        ...english,
        decides: [{ type: 'paragraph' as const, children: [picture('a.png'), picture('b.png')] }],
      },
      ja: harbour.text['ja'],
    };
    const pack = unrevised(withScenarios('1.0.0', { ...harbour, text }));
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const bytes = writeArchive(pack, new Map([['a.png', png]]));
    const offer = await readOffer(stores, { bytes, name: 'p.mondo', from: null }, never);
    if (!offer.ok) throw new Error('refused');
    expect(offer.value.warnings).toMatchObject([{ code: 'media_missing' }]);
    await acceptOffer(stores, offer.value);
    const read = await stores.library.getState().concept(uid, 'night-work', 'en');
    const shown = read.ok ? read.value.scenarios[0]?.text['en']?.decides[0] : undefined;
    expect(shown).toMatchObject({
      children: [{ source: expect.stringMatching(/^blob:/) }, 'b.png'],
    });
  });

  test('that is broken is refused with its problems, and changes nothing', async () => {
    const { bytes } = fileOf({ ...first, licence: '' });
    const refused = await readOffer(stores, { bytes, name: 'x', from: null }, never);
    expect(refused).toMatchObject({
      ok: false,
      error: { why: 'problems', outcome: { errors: 1, problems: [{ code: 'empty_text' }] } },
    });
    expect(await stores.journal.all()).toEqual([]);
    expect(concepts(stores)).toEqual([]);
  });
});

describe('a newer version', () => {
  beforeEach(async () => {
    await add(stores, first);
    await answerHarbour();
  });

  test('tells what changes and what comes back, before anything does', async () => {
    const offer = await offered(stores, second);
    expect(offer).toMatchObject({
      relation: 'newer',
      here: { version: '1.0.0' },
      change: { concepts: [], scenarios: [{ kind: 'answer', scenario: 'harbour' }] },
      mended: [],
    });
    expect(comingBack(stores, offer)).toBe(1);
    expect(concepts(stores)).toEqual(['1.0.0']);
  });

  test('leaves memory, notes and flags, and is undone whole', async () => {
    const target = { pack: uid, concept: 'night-work' };
    const { record } = stores.learner.getState();
    record(
      [
        { type: 'noted', target, text: 'mine' },
        { type: 'flagged', target: { ...target, scenario: 'hills' }, on: true },
      ],
      stores.clock(),
    );
    const before = stores.learner.getState().learner;
    await add(stores, second);
    expect(concepts(stores)).toEqual(['1.1.0']);
    const { learner } = stores.learner.getState();
    expect(learner.concepts).toEqual(before.concepts);
    expect(learner.notes.get(conceptKey(uid, 'night-work'))).toBe('mine');
    expect(learner.marks.flagged.has(scenarioKey(uid, 'night-work', 'hills'))).toBe(true);
    expect(await formerPacks(stores)).toMatchObject([{ uid, version: '1.0.0', isRemoval: false }]);
    await undoChange(stores, uid);
    expect(concepts(stores)).toEqual(['1.0.0']);
    const applied = (await stores.journal.all()).filter(({ type }) => type === 'pack-applied');
    expect(applied).toMatchObject([
      { version: '1.0.0', revs: {} },
      {
        version: '1.1.0',
        revs: { 'night-work/harbour': [expect.any(String), expect.any(String)] },
      },
      {
        version: '1.0.0',
        revs: { 'night-work/harbour': [expect.any(String), expect.any(String)] },
      },
    ]);
  });

  test('says that what the learner has reported was mended', async () => {
    const report = { pack: uid, concept: 'night-work', scenario: 'harbour' };
    await rememberReport(stores, report);
    await rememberReport(stores, { ...report, scenario: 'hills' });
    await rememberReport(stores, { ...report, pack: 'otherpack123' });
    expect((await offered(stores, second)).mended).toMatchObject([report]);
    await add(stores, second);
    const third = withScenarios('1.2.0', sampleScenario('harbour', 1));
    // A later change of the same question is another one.
    expect((await offered(stores, third)).mended).toEqual([]);
  });

  test('says that a concept which was reported as a whole was mended in its rule alone', async () => {
    await rememberReport(stores, { pack: uid, concept: 'night-work', scenario: null });
    await rememberReport(stores, { pack: uid, concept: 'night-work', scenario: 'harbour' });
    const reworded = first.concepts.map((concept) => ({
      ...concept,
      text: Object.fromEntries(
        Object.entries(concept.text).map(([language, text]) => [
          language,
          { title: `${text?.title}!`, rule: text?.rule ?? [] },
        ]),
      ),
    }));
    const { mended } = await offered(stores, { ...first, version: '1.1.0', concepts: reworded });
    expect(mended).toMatchObject([{ concept: 'night-work', scenario: null }]);
  });

  test.each([
    ['the same again', '1.0.0', 'CC0-1.0', 'same'],
    ['an older one', '0.9.0', 'CC0-1.0', 'older'],
    ['another under the same version', '1.0.0', 'CC-BY-4.0', 'differs'],
  ])('is told from %s', async (_what, version, licence, relation) => {
    const offer = await offered(stores, { ...first, version, licence });
    expect(offer.relation).toBe(relation);
  });
});

describe('another tab', () => {
  const twoTabs = async () => {
    const shared = newDevice(1, memoryChannels());
    stores = await memoryStores(shared);
    const other = await memoryStores(shared);
    hearPacksChanged(stores);
    hearPacksChanged(other);
    return other;
  };

  test('hears of a pack that is added or taken away', async () => {
    const other = await twoTabs();
    await add(stores, first);
    await expect.poll(() => concepts(other)).toEqual(['1.0.0']);
    await removePack(other, uid);
    await expect.poll(() => concepts(stores)).toEqual([]);
  });

  test('goes on with its session before it shows it', async () => {
    const other = await twoTabs();
    other.session.setState({ isRunning: true });
    await add(stores, first);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(concepts(other)).toEqual([]);
    other.session.setState({ isRunning: false });
    await expect.poll(() => concepts(other)).toEqual(['1.0.0']);
  });

  test('makes its session of the packs that it has begun to make it of', async () => {
    const other = await twoTabs();
    other.session.setState({ isOpening: true });
    await add(stores, first);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(concepts(other)).toEqual([]);
    other.session.setState({ isOpening: false });
    await expect.poll(() => concepts(other)).toEqual(['1.0.0']);
  });

  test('sits its exam with the questions that it has', async () => {
    const other = await twoTabs();
    await add(other, first);
    await expect.poll(() => concepts(stores)).toEqual(['1.0.0']);
    const deadline = other.clock().at + 3_600_000;
    other.ports.keyValue.set('mondo/me/exam', `1 ${JSON.stringify({ exam: 'x', deadline })}`);
    const question = () => other.library.getState().concept(uid, 'night-work', 'en');
    expect(await question()).toMatchObject({ ok: true });
    await removePack(stores, uid);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(concepts(other)).toEqual(['1.0.0']);
    expect(await question()).toMatchObject({ ok: true });
    // Handed in: what it was is told to the journal, and then the mark is taken away.
    other.learner.getState().record([answerTo('night-work')], other.clock());
    other.ports.keyValue.set('mondo/me/exam', '1 null');
    await expect.poll(() => concepts(other)).toEqual([]);
  });
});

test('a removed pack takes nothing of what is known of it along, and can be put back', async () => {
  await add(stores, first);
  await answerHarbour();
  await removePack(stores, uid);
  expect(concepts(stores)).toEqual([]);
  expect(stores.learner.getState().learner.concepts.size).toBe(1);
  expect(await formerPacks(stores)).toMatchObject([{ uid, isRemoval: true }]);
  await undoChange(stores, uid);
  expect(concepts(stores)).toEqual(['1.0.0']);
});

describe('what was shown to be had back', () => {
  const shownFormer = async () => {
    const [former] = await formerPacks(stores);
    if (former === undefined) throw new Error('nothing to be had back');
    return former;
  };
  const tapTwice = async () => {
    const former = await shownFormer();
    await Promise.all([undoChange(stores, uid, former), undoChange(stores, uid, former)]);
  };

  test('is put back once, however often it is asked for', async () => {
    await add(stores, first);
    await removePack(stores, uid);
    await tapTwice();
    expect(concepts(stores)).toEqual(['1.0.0']);
  });

  test('is the version before once, and its pack stays', async () => {
    await add(stores, first);
    await add(stores, withScenarios('1.1.0'));
    await tapTwice();
    expect(concepts(stores)).toEqual(['1.0.0']);
    const applied = (await stores.journal.all()).filter(({ type }) => type === 'pack-applied');
    expect(applied).toMatchObject(['1.0.0', '1.1.0', '1.0.0'].map((version) => ({ version })));
  });

  test('takes nothing away that was added anew since', async () => {
    await add(stores, first);
    await removePack(stores, uid);
    const former = await shownFormer();
    await add(stores, withScenarios('1.1.0'));
    await undoChange(stores, uid, former);
    expect(concepts(stores)).toEqual(['1.1.0']);
  });

  test('is nothing that came later', async () => {
    await add(stores, first);
    await add(stores, withScenarios('1.1.0'));
    const former = await shownFormer();
    await removePack(stores, uid);
    await undoChange(stores, uid, former);
    expect(concepts(stores)).toEqual([]);
  });
});

describe('an adding that is undone', () => {
  const added = async (version: string) => {
    const made = await add(stores, withScenarios(version));
    if (!made.ok) throw new Error(made.error);
    return made.value;
  };

  test.each([
    ['', []],
    ['1.0.0', ['1.0.0']],
  ])('is undone once, however often it is tapped, and "%s" stands', async (before, left) => {
    if (before !== '') await added(before);
    const change = await added('1.1.0');
    await Promise.all([undoChange(stores, uid, change), undoChange(stores, uid, change)]);
    expect(concepts(stores)).toEqual(left);
  });

  test('takes a pack away that was added anew, once', async () => {
    await added('1.0.0');
    await removePack(stores, uid);
    const change = await added('1.1.0');
    await Promise.all([undoChange(stores, uid, change), undoChange(stores, uid, change)]);
    expect(concepts(stores)).toEqual([]);
    expect(await formerPacks(stores)).toMatchObject([{ version: '1.0.0', isRemoval: true }]);
  });

  test('is nothing that another tab has done since', async () => {
    const change = await added('1.0.0');
    const other = await memoryStores(device);
    // Its clock begins anew, and must not come to the same second.
    for (let seconds = 0; seconds < 9; seconds += 1) other.clock();
    await removePack(other, uid);
    await undoChange(stores, uid, change);
    await stores.library.getState().refresh();
    expect(concepts(stores)).toEqual([]);
  });
});

test('undoing the first adding takes the pack away again', async () => {
  await add(stores, first);
  await undoChange(stores, uid);
  expect(concepts(stores)).toEqual([]);
});

test('what is handed on is the pack as it came, and a link while it is short', async () => {
  await add(stores, first);
  const shared = await sharedPack(stores, uid);
  if (!shared.ok) throw new Error(shared.error);
  expect(shared.value.link).toMatch(/^[\w-]+$/);
  const again = await offered(stores, JSON.parse(shared.value.document) as Pack);
  expect(again.relation).toBe('same');
});

test('where the database cannot be had, the bundled packs are there and the trouble is said', async () => {
  await add(stores, first);
  const shut = {
    ...device,
    indexedDB: {
      open: () => {
        throw new Error('private window');
      },
    } as unknown as IDBFactory,
  };
  const later = await memoryStores(shut);
  expect(later.library.getState()).toMatchObject({
    status: 'ready',
    packs: [],
    shelfTrouble: 'unavailable',
  });
});

test('packs whose hint was lost are found again, and nobody else gets a database', async () => {
  await findLost(stores);
  expect((await device.indexedDB.databases()).map(({ name }) => name)).toEqual(['mondo-me']);
  await add(stores, first);
  stores.ports.keyValue.remove('mondo/me/packs');
  const later = await memoryStores(device);
  expect(concepts(later)).toEqual([]);
  await findLost(later);
  expect(concepts(later)).toEqual(['1.0.0']);
  expect(hasAdded(later.ports)).toBe(true);
});
