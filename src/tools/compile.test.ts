import { describe, expect, test } from 'vitest';
import { chance } from '#core/answer/grade.ts';
import type { ConceptChunk, LibraryIndex, NoteChunk, PackKeys } from '#core/pack/library.ts';
import type { Pack } from '#core/pack/model.ts';
import { packOf, paragraph, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import { readPackFile } from '#formats/archive.ts';
import { compileLibrary, type CompiledLibrary } from './compile.ts';

const noMedia = new Map();

const parsed = ({ assets }: CompiledLibrary, file: string | undefined): unknown => {
  const content = assets.get(file ?? '');
  if (typeof content !== 'string') throw new Error(`no text at ${file}`);
  return JSON.parse(content);
};
const indexOf = (library: CompiledLibrary) => parsed(library, library.libraryFile) as LibraryIndex;

const [manual] = samplePack().notes;
const pack: Pack = {
  ...packOf(
    sampleScenario('harbour', 0, { case: 'pier', aged: ['manual#1'] }),
    sampleScenario('hills', 1, { aged: ['manual#1'] }),
    { ...sampleScenario('cellar', 2), kind: 'multiple', choose: 1 },
  ),
  notes: manual
    ? [
        {
          ...manual,
          claims: [{ id: '1', verdict: 'outdated', since: '2020-01-01', references: ['page'] }],
          text: {
            ...manual.text,
            en: {
              title: 'Manual',
              body: [{ type: 'claim', id: '1', says: ['Dark.'], today: paragraph('Not so.') }],
            },
          },
        },
      ]
    : [],
  cases: ['pier', 'hill'].map((id) => ({
    id,
    text: {
      en: { title: id, situation: paragraph('Long.') },
      ja: { title: id, situation: paragraph('長い。') },
    },
  })),
};

describe('a compiled library', () => {
  test('has an index with what the first screen needs', async () => {
    const library = await compileLibrary([{ pack, media: noMedia }]);
    expect(indexOf(library)).toMatchObject({
      format: 1,
      packs: [
        {
          uid: pack.uid,
          notes: [{ id: 'manual', title: { en: 'Manual', ja: '手引き' } }],
          concepts: [
            {
              id: 'night-work',
              title: { en: 'Night work', ja: '夜の仕事' },
              scenarios: [
                { id: 'harbour', kind: 'single', chance: 1 / 4, case: 'pier' },
                { id: 'hills', kind: 'single' },
                { id: 'cellar', kind: 'multiple' },
              ],
            },
          ],
        },
      ],
    });
  });

  test('brings each pack in one file too, which any Mondo opens', async () => {
    const library = await compileLibrary([{ pack, media: noMedia }]);
    const [{ wholeFile } = { wholeFile: '' }] = indexOf(library).packs;
    const whole = library.assets.get(wholeFile ?? '');
    if (!(whole instanceof Uint8Array)) throw new Error(`nothing at ${wholeFile}`);
    const read = readPackFile(whole, 'pack.mondo');
    expect(read.problems).toEqual([]);
    expect(read.pack?.concepts.map(({ id }) => id)).toEqual(['night-work']);
  });

  test('has the exam of a pack in its index, where there is one', async () => {
    const exam = {
      title: { en: 'Exam', ja: '試験' },
      questions: 2,
      minutes: 4,
      pass: 70,
      kinds: ['single'],
    } as const;
    const library = await compileLibrary([
      { pack: { ...pack, exam }, media: noMedia },
      { pack, media: noMedia },
    ]);
    expect(indexOf(library).packs.map((each) => each.exam)).toEqual([exam, undefined]);
  });

  test('tells the chance of guessing as grading does, and both revisions', async () => {
    const [scenario] =
      indexOf(await compileLibrary([{ pack, media: noMedia }])).packs[0]?.concepts[0]?.scenarios ??
      [];
    const [source] = pack.concepts[0]?.scenarios ?? [];
    expect(scenario?.chance).toBe(source && chance(source));
    expect([scenario?.textRev, scenario?.keyRev].join(' ')).toMatch(/^[\w-]{8} [\w-]{8}$/);
  });

  test('has a chunk for each concept that holds one language alone', async () => {
    const library = await compileLibrary([{ pack, media: noMedia }]);
    const files = indexOf(library).packs[0]?.concepts[0]?.files;
    const chunk = parsed(library, files?.['en']) as ConceptChunk;
    expect(chunk.scenarios.map(({ text }) => Object.keys(text))).toEqual([['en'], ['en'], ['en']]);
    expect(chunk).toMatchObject({
      language: 'en',
      title: 'Night work',
      cases: [{ id: 'pier', situation: paragraph('Long.') }],
      aged: [
        {
          ref: 'manual#1',
          verdict: 'outdated',
          since: '2020-01-01',
          says: paragraph('Dark.'),
          today: paragraph('Not so.'),
          references: [{ id: 'page' }],
        },
      ],
    });
    expect(chunk.cases).toHaveLength(1);
    expect(chunk.aged).toHaveLength(1);
  });

  test('has a chunk for each note, and the keys of the whole pack', async () => {
    const library = await compileLibrary([{ pack, media: noMedia }]);
    const [entry] = indexOf(library).packs;
    const note = parsed(library, entry?.notes[0]?.files['ja']) as NoteChunk;
    expect(note).toMatchObject({ id: 'manual', language: 'ja', text: { ja: { title: '手引き' } } });
    expect(Object.keys(note.text)).toEqual(['ja']);
    const keys = parsed(library, entry?.keysFile) as PackKeys;
    expect(keys.scenarios.map(({ id, options }) => [id, options.length])).toEqual([
      ['harbour', 4],
      ['hills', 4],
      ['cellar', 4],
    ]);
  });

  test('names files by what they hold: the same content, the same name', async () => {
    const [one, same, other] = await Promise.all([
      compileLibrary([{ pack, media: noMedia }]),
      compileLibrary([{ pack, media: noMedia }]),
      compileLibrary([
        { pack: { ...pack, summary: { en: 'Other.', ja: '別。' } }, media: noMedia },
      ]),
    ]);
    expect([...same.assets.keys()]).toEqual([...one.assets.keys()]);
    expect(other.libraryFile).not.toBe(one.libraryFile);
    for (const file of one.assets.keys())
      expect(file).toMatch(/^packs\/[\w.-]+-[\w-]{8}\.(?:json|mondo)$/);
  });

  test('gives pictures the address where they lie', async () => {
    const image = { type: 'image', source: 'pier.png', alt: 'A pier' } as const;
    const cases = [
      {
        id: 'pier',
        text: {
          en: { title: 'pier', situation: [{ type: 'paragraph', children: [image] } as const] },
        },
      },
    ];
    const media = new Map([['pier.png', new Uint8Array([1, 2, 3])]]);
    const library = await compileLibrary([{ pack: { ...pack, cases }, media }]);
    const files = indexOf(library).packs[0]?.concepts[0]?.files;
    const {
      cases: [shown],
    } = parsed(library, files?.['en']) as ConceptChunk;
    const [block] = shown?.situation ?? [];
    const node = block?.type === 'paragraph' ? block.children[0] : undefined;
    const source = typeof node === 'object' && node.type === 'image' ? node.source : '';
    expect(source).toMatch(/^packs\/pier-[\w-]{8}\.png$/);
    expect(library.assets.get(source)).toEqual(new Uint8Array([1, 2, 3]));
  });
});
