import * as fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Document, Line } from '#core/pack/document.ts';
import type { OptionText, Pack, Scenario, ScenarioText } from '#core/pack/model.ts';
import { arbitraryDocument } from '#formats/arbitrary-documents.ts';
import type { Imported, ImportedQuestion } from '#formats/imported.ts';
import { lossesOfQti } from './losses.ts';
import { readQti } from './read-qti.ts';
import { writeQti } from './write-qti.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const jpg = new Uint8Array([0xff, 0xd8, 0xff, 1]);
const webp = new Uint8Array([...strToU8('RIFF....WEBP'), 1]);
const media = new Map([
  ['map.png', png],
  ['a-b_2.jpg', jpg],
  ['x.webp', webp],
]);

const base = {
  was: [],
  reserve: false,
  references: [],
  aged: [],
  textRev: 'aaaaaaaa',
  keyRev: 'aaaaaaaa',
};

const packOf = (scenarios: readonly Scenario[], more: Partial<Pack> = {}): Pack => ({
  format: 1,
  uid: 'abcdefgh1234',
  version: '1.0.0',
  released: '2026-11-20',
  languages: ['en'],
  title: { en: 'Night & day' },
  summary: { en: 'Small.' },
  authors: [],
  contact: {},
  licence: 'CC0-1.0',
  domains: [{ id: 'nights', title: { en: 'Nights' }, weight: 100 }],
  terms: [],
  retired: [],
  notes: [],
  cases: [],
  concepts: [
    {
      id: 'lamps',
      domain: 'nights',
      claims: [],
      confusable: [],
      was: [],
      text: { en: { title: 'Lamps at night', rule: [] } },
      scenarios,
    },
  ],
  ...more,
});

const readBack = (bytes: Uint8Array<ArrayBuffer>): Imported =>
  readQti({ name: 'pack.zip', bytes, language: 'ja' });

const roundTrip = (scenario: Scenario): Imported => readBack(writeQti(packOf([scenario]), media));

const plain = (text: string): Document => [{ type: 'paragraph', children: [text] }];

const single: Scenario<'single'> = {
  ...base,
  kind: 'single',
  id: 'harbour',
  options: [
    { id: '1', right: false },
    { id: 'lamp', right: true },
    { id: 'none', right: false },
  ],
  pin: ['none'],
  text: {
    en: {
      situation: plain('It is dark.'),
      question: ['What helps?'],
      options: [
        { id: '1', text: ['A rope'], why: plain('It does not shine.') },
        { id: 'lamp', text: ['A lamp'] },
        { id: 'none', text: ['Nothing'] },
      ],
      decides: plain('Dark.'),
    },
  },
};

/** Without ids, which an import gives anew. */
const wordsOf = ({ text }: Pick<Scenario | ImportedQuestion, 'text'>) => {
  const words = text['en'];
  if (!words) throw new Error('no words');
  return {
    situation: words.situation,
    question: words.question,
    decides: words.decides,
    options: words.options.map(({ text: line, why }) => ({ line, why })),
  };
};

function keyOf(scenario: Scenario | ImportedQuestion): unknown {
  const at = (id: string) => scenario.text['en']?.options.findIndex((option) => option.id === id);
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return [scenario.options.map(({ right }) => right), scenario.pin.map(at)];
    case 'ordering':
      return [scenario.steps.map(at), scenario.spare.length];
    case 'matching':
      return [
        scenario.prompts.map(({ id, choice }) => [at(id), at(choice)]),
        scenario.choices.map(at),
      ];
    case 'short':
      return [scenario.compare, scenario.answers.flatMap(({ texts }) => texts)];
  }
}

describe('a package', () => {
  test('has a manifest, a test, an item for each scenario, and the pictures in use', () => {
    const text = {
      ...single.text['en'],
      situation: [
        { type: 'paragraph', children: [{ type: 'image', source: 'map.png', alt: 'A map' }] },
      ],
    };
    const scenario = { ...single, text: { en: text as ScenarioText } };
    const files = unzipSync(writeQti(packOf([scenario]), media));
    expect(Object.keys(files)).toEqual([
      'imsmanifest.xml',
      'test.xml',
      'items/q_lamps.harbour.xml',
      'media/map.png',
    ]);
    expect(new TextDecoder().decode(files['imsmanifest.xml'])).toContain(
      '<file href="items/q_lamps.harbour.xml"/><file href="media/map.png"/>',
    );
  });

  test('is the same to the byte for the same pack', () => {
    expect(writeQti(packOf([single]), media)).toEqual(writeQti(packOf([single]), media));
  });

  test('stands in sections of domain and concept when it is read again', () => {
    const back = roundTrip(single);
    expect(back.title).toBe('Night & day');
    expect(back.remarks).toEqual([]);
    expect(back.items[0]).toMatchObject({
      file: 'items/q_lamps.harbour.xml',
      remarks: [],
      question: { path: ['Night & day', 'Nights', 'Lamps at night'], title: 'Lamps at night' },
    });
  });

  test('puts back what an import has put aside', () => {
    const kept = {
      MAXSCORE: '2.5',
      toolName: 'Éditeur "X"',
      weight: '3',
      'feedback-incorrect': '<p>No.<script>alert(1)</script></p>',
      cc_profile: 'cc.multiple_choice.v0p1',
      __proto__x: '<&>',
    };
    const back = roundTrip({ ...single, origin: { format: 'qti', name: 'x', kept } });
    expect(back.items[0]?.question?.origin.kept).toEqual({
      ...kept,
      'feedback-incorrect': '<div><p>No.</p></div>',
    });
  });

  test('a case is written before the situation of each of its scenarios', () => {
    const cases = [{ id: 'bank', text: { en: { title: 'Bank', situation: plain('A bank.') } } }];
    const bytes = writeQti(packOf([{ ...single, case: 'bank' }], { cases }), media);
    expect(readBack(bytes).items[0]?.question?.text['en']?.situation).toEqual([
      ...plain('A bank.'),
      ...plain('It is dark.'),
    ]);
  });
});

const line = arbitraryDocument.map(
  (document): Line =>
    document.flatMap((block) => (block.type === 'paragraph' ? [block.children] : []))[0] ?? ['?'],
);
const hasGap = (document: Document): boolean => JSON.stringify(document).includes('____');
const documents = arbitraryDocument.filter((document) => !hasGap(document));

function arbitraryWords(count: number): fc.Arbitrary<ScenarioText> {
  const option = fc
    .tuple(line, arbitraryDocument)
    .map(([text, why]) => (why.length === 0 ? { text } : { text, why }));
  return fc
    .record({
      situation: documents,
      question: line.filter((words) => !hasGap([{ type: 'paragraph', children: words }])),
      options: fc.array(option, { minLength: count, maxLength: count }),
      decides: arbitraryDocument,
    })
    .map(({ options, ...words }) => ({
      ...words,
      options: options.map((each, index): OptionText => ({ ...each, id: `${index}` })),
    }));
}

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_each, index) => String(from + index));

const arbitraryScenario: fc.Arbitrary<Scenario> = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc
    .tuple(arbitraryWords(count), fc.nat(4), fc.nat(count - 1))
    .map(([words, kind, at]): Scenario => {
      const text = { en: words };
      const right = (index: number) => (kind === 0 ? index === at : index <= Math.max(at, 1));
      const options = ids(0, count).map((id, index) => ({ id, right: right(index) }));
      const pin = at === 1 ? ids(count - 1, count) : [];
      if (kind === 0) return { ...base, id: 's', kind: 'single', options, pin, text };
      if (kind === 1)
        return {
          ...base,
          id: 's',
          kind: 'multiple',
          choose: Math.max(at, 1) + 1,
          options,
          pin,
          text,
        };
      const cut = Math.max(at, 1);
      if (kind === 2 && cut >= 2)
        return { ...base, id: 's', kind: 'ordering', steps: ids(0, count), spare: [], text };
      if (kind === 3)
        return {
          ...base,
          id: 's',
          kind: 'matching',
          prompts: ids(0, cut).map((id, index) => ({
            id,
            choice: String(cut + (index % (count - cut))),
          })),
          choices: ids(cut, count),
          text,
        };
      const answers = [
        { id: '0', right: true, texts: ['b & "c"'] },
        { id: '1', right: true, texts: ['<d>'] },
      ];
      const typed = answers.map(({ id, texts }) => ({ id, text: texts }));
      const short = { en: { ...words, options: typed } };
      return {
        ...base,
        id: 's',
        kind: 'short',
        compare: at === 0 ? 'exact' : 'prose',
        answers,
        text: short,
      };
    }),
);

test('what a package can hold is read again as it was', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const back = roundTrip(scenario);
      const [item] = back.items;
      expect([back.remarks, item?.remarks]).toEqual([[], []]);
      const question = item?.question;
      if (!question) throw new Error('not taken');
      expect(question.kind).toBe(scenario.kind);
      expect(wordsOf(question)).toEqual(wordsOf(scenario));
      expect(keyOf(question)).toEqual(keyOf(scenario));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('spare steps are offered, and not in the order', () => {
  const scenario: Scenario<'ordering'> = {
    ...base,
    kind: 'ordering',
    id: 's',
    steps: ['z', 'a'],
    spare: ['m'],
    text: {
      en: {
        situation: [],
        question: ['In which order?'],
        options: ['z', 'a', 'm'].map((id) => ({ id, text: [id] })),
        decides: [],
      },
    },
  };
  const question = roundTrip(scenario).items[0]?.question;
  expect(question).toMatchObject({ kind: 'ordering', steps: ['a', 'b'], spare: ['c'] });
  expect(question?.text['en']?.options.map(({ text }) => text[0])).toEqual(['z', 'a', 'm']);
});

describe('what would be lost', () => {
  test('nothing is said of a pack that fits', () => {
    expect(lossesOfQti(packOf([single]))).toEqual([]);
  });

  test('each thing without a place is counted', () => {
    const rich: Scenario<'single'> = {
      ...single,
      case: 'bank',
      reserve: true,
      checked: { on: '2026-11-20', how: 'live' },
      references: [{ id: 'p', url: 'https://example.org/', title: { en: 'P' } }],
      options: single.options.map((option) => ({ ...option, standsFor: 'lamp' })),
      text: {
        en: {
          ...(single.text['en'] as ScenarioText),
          options: [{ id: '1', text: ['x'], rightWhen: ['it shines'] }],
        },
      },
    };
    const untranslated: Scenario = { ...single, id: 'other', text: {} };
    const short: Scenario<'short'> = {
      ...base,
      kind: 'short',
      id: 'short',
      compare: 'prose',
      answers: [{ id: 'a', right: false, texts: ['x'] }],
      text: single.text,
    };
    const pack = packOf([rich, untranslated, short], { languages: ['en', 'ja', 'fr'] });
    expect(
      lossesOfQti(pack).map(({ code, params }) => [code, Object.values(params ?? {})[0]]),
    ).toEqual([
      ['qti-loses-languages', 'ja, fr'],
      ['qti-loses-untranslated', 1],
      ['qti-loses-references', 1],
      ['qti-loses-checked', 1],
      ['qti-loses-right-when', 1],
      ['qti-loses-stands-for', 1],
      ['qti-loses-cases', 1],
      ['qti-loses-reserve', 1],
      ['qti-loses-answers', 1],
    ]);
  });
});
