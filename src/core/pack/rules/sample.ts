import type { Document } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type {
  Concept,
  Note,
  Option,
  OptionText,
  Pack,
  Reference,
  Scenario,
  ScenarioText,
} from '#core/pack/model.ts';
import type { Rule } from './rule.ts';

/** A small pack in which the doctor finds nothing, for tests to spoil. */

export const paragraph = (text: string): Document => [{ type: 'paragraph', children: [text] }];

const reference: Reference = {
  id: 'page',
  url: 'https://example.org/page',
  title: { en: 'A page' },
};

const checked = { on: '2026-11-20', how: 'stored-copy' } as const;

const situations = [
  `A bakery on the harbour sends its orders by radio at night. The baker wants each order to arrive
  before the ovens are lit, and the radio is shared with the fishing boats, which talk in the early
  morning. Nobody may be woken, and no order may be lost on the way.`,
  `Two schools share one telescope in the hills. A teacher books hours for her class, and the weather
  turns the plan round every week. She needs a list that both schools can read without asking each
  other, even when the line to the valley is down for some days.`,
  `The owner of a small cinema keeps films on reels in a cold cellar. A restorer asks for the third
  reel of a film that nobody has seen for decades. The reels carry numbers in chalk, some of them
  rubbed off, and the cellar must stay closed most of the day.`,
];

const japanese = [
  '港のパン屋が、夜のうちに無線で注文を送ります。',
  '丘の上の望遠鏡を、学校どうしで共有しています。',
  '小さな映画館が、地下の冷蔵室にフィルムを保管しています。',
];

const things = ['lamp', 'rope', 'bell', 'drum'] as const;
const inJapanese = ['ランプを使う', 'ロープを使う', 'ベルを鳴らす', '太鼓を打つ'];

const optionText = (language: 'en' | 'ja', index: number, isRight: boolean): OptionText => ({
  id: things[index] ?? '',
  text: [language === 'en' ? `Use the ${things[index]}` : (inJapanese[index] ?? '')],
  why: paragraph(language === 'en' ? 'Because it is so.' : 'そうだからです。'),
  ...(isRight
    ? {}
    : { rightWhen: [language === 'en' ? 'nothing else is there' : 'ほかにないとき'] }),
});

const texts = (index: number): { en: ScenarioText; ja: ScenarioText } => {
  const text = (language: 'en' | 'ja'): ScenarioText => ({
    situation: paragraph((language === 'en' ? situations : japanese)[index] ?? ''),
    question: [language === 'en' ? 'What should be done?' : 'どうすればよいですか。'],
    options: things.map((_, place) => optionText(language, place, place === index)),
    decides: paragraph(language === 'en' ? 'The night decides.' : '決め手は夜です。'),
  });
  return { en: text('en'), ja: text('ja') };
};

/** A scenario in which the option at `index` is right: `harbour`, `hills` or `cellar`. */
export function sampleScenario(
  id: Slug,
  index: number,
  changed: Partial<Scenario<'single'>> = {},
): Scenario<'single'> {
  return {
    kind: 'single',
    id,
    was: [],
    reserve: false,
    checked,
    references: [reference],
    aged: [],
    textRev: '',
    keyRev: '',
    options: things.map((thing, place): Option => ({
      id: thing,
      right: place === index,
      standsFor: thing,
    })),
    pin: [],
    text: texts(index),
    ...changed,
  };
}

const note: Note = {
  id: 'manual',
  checked,
  references: [reference],
  claims: [{ id: '1', verdict: 'holds', references: ['page'] }],
  text: {
    en: { title: 'Manual', body: [{ type: 'claim', id: '1', says: ['Night is dark.'] }] },
    ja: { title: '手引き', body: [{ type: 'claim', id: '1', says: ['夜は暗い。'] }] },
  },
};

export const sampleConcept = (changed: Partial<Concept> = {}): Concept => ({
  id: 'night-work',
  domain: 'nights',
  note: 'manual',
  claims: ['manual#1'],
  confusable: [],
  was: [],
  text: {
    en: { title: 'Night work', rule: paragraph('At night, be quiet.') },
    ja: { title: '夜の仕事', rule: paragraph('夜は静かに。') },
  },
  scenarios: [
    sampleScenario('harbour', 0),
    sampleScenario('hills', 1),
    sampleScenario('cellar', 2),
  ],
  ...changed,
});

export const samplePack = (changed: Partial<Pack> = {}): Pack => ({
  format: 1,
  uid: 'abcdefgh1234',
  version: '1.0.0',
  released: '2026-11-20',
  languages: ['en', 'ja'],
  title: { en: 'Sample', ja: '見本' },
  summary: { en: 'A sample.', ja: '見本です。' },
  authors: [{ name: 'Somebody' }],
  contact: {},
  licence: 'CC0-1.0',
  domains: [{ id: 'nights', title: { en: 'Nights', ja: '夜' }, weight: 100 }],
  terms: things.map((id) => ({ id, title: { en: id, ja: id } })),
  retired: [],
  notes: [note],
  cases: [],
  concepts: [sampleConcept()],
  ...changed,
});

/** The sample with other scenarios. */
export const packOf = (...scenarios: readonly Scenario[]): Pack =>
  samplePack({ concepts: [sampleConcept({ scenarios })] });

/** The sample with its first scenario changed. */
export const packWith = (changed: Partial<Scenario<'single'>>): Pack =>
  packOf(
    sampleScenario('harbour', 0, changed),
    sampleScenario('hills', 1),
    sampleScenario('cellar', 2),
  );

/** The codes of what a rule finds. */
export const codesOf = (rule: Rule, pack: Pack): readonly string[] =>
  rule(pack).map(({ code }) => code);

/** A text with one thing changed. */
export const inText = (
  scenario: Scenario,
  language: 'en' | 'ja',
  changed: Partial<ScenarioText>,
): { readonly text: Scenario['text'] } => {
  const text = scenario.text[language];
  if (!text) throw new Error(`no text in ${language}`);
  return { text: { ...scenario.text, [language]: { ...text, ...changed } } };
};

/** The texts of a scenario with one option changed in one language. */
export const inOption = (
  scenario: Scenario,
  language: 'en' | 'ja',
  id: Slug,
  change: (option: OptionText) => OptionText,
): { readonly text: Scenario['text'] } =>
  inText(scenario, language, {
    options: (scenario.text[language]?.options ?? []).map((option) =>
      option.id === id ? change(option) : option,
    ),
  });
