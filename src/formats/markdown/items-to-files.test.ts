import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedQuestion } from '#formats/imported.ts';
import { readGift } from '#formats/gift/read.ts';
import { itemsToFiles } from './items-to-files.ts';
import { newPackFiles } from './new-files.ts';
import { pictures } from './pack-arbitrary.ts';
import { readPack } from './read-pack.ts';
import { scenarioIn } from './scenario-arbitrary.ts';
import { settledScenario } from './settle-pack.ts';

const languages = ['en', 'ja'];

const head = newPackFiles({
  uid: 'abcdefgh1234',
  title: 'Old questions',
  languages,
  author: 'Hanako',
  licence: 'CC0-1.0',
  domain: 'Main',
  released: '2026-11-20',
});

function draft(gift: string, language = 'en', taken: readonly string[] = []) {
  const imported = readGift({ name: 'a', bytes: new TextEncoder().encode(gift), language });
  const files = itemsToFiles(imported, {
    languages,
    taken: new Set(taken),
    domainOf: ([first]) => (first === 'Nights' ? 'nights' : 'main'),
  });
  return { files, ...readPack(new Map([...head, ...files])) };
}

test('each question that was taken is a concept with one scenario, and can be read', () => {
  const { pack, problems } = draft(
    '::Night:: What shines? {=lamp#It does. ~rope ~bell ~drum}\n\n::Order:: Pair {=a -> 1 =b -> 2}\n\n::Type:: Say it {=lamp =light}\n',
  );
  expect(problems).toEqual([]);
  expect(pack?.concepts.map(({ id, scenarios }) => [id, scenarios[0]?.kind])).toEqual([
    ['night', 'single'],
    ['order', 'matching'],
    ['type', 'short'],
  ]);
});

test('two questions of one name, and one that is taken, have ids of their own', () => {
  const { pack } = draft('::Night:: A? {=a ~b}\n\n::Night:: B? {=a ~b}\n', 'en', ['night']);
  expect(pack?.concepts.map(({ id }) => id)).toEqual(['night-2', 'night-3']);
});

test('words in a language that the pack has not stand in for its source', () => {
  const { pack } = draft('::Night:: A? {=a ~b}\n', 'fr');
  expect(Object.keys(pack?.concepts[0]?.text ?? {})).toEqual(['en']);
});

test('a Japanese title leaves no id, and a number does', () => {
  const { pack } = draft('::夜:: 何が光りますか。 {=灯り ~縄}\n');
  expect(pack?.concepts[0]).toMatchObject({ id: 'question-1', text: { en: { title: '夜' } } });
});

test('a question has the domain of its category', () => {
  const { pack } = draft('$CATEGORY: Nights\n\n::Night:: A? {=a ~b}\n');
  expect(pack?.concepts[0]?.domain).toBe('nights');
});

/** A scenario of any kind as a question that was read elsewhere. */
const question = scenarioIn(['en']).map(({ text, ...scenario }): ImportedQuestion => {
  const origin = scenario.origin ?? { format: 'gift' };
  const words = Object.fromEntries(
    Object.entries(text).flatMap(([language, one]) => (one ? [[language, one]] : [])),
  );
  return { ...scenario, title: scenario.id, path: [], tags: [], origin, text: words };
});

test('every question is written so that it can be read, and asks the same', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 3 }), (questions) => {
      const items = questions.map((one, index) => ({
        name: `${index}`,
        file: '',
        line: 1,
        remarks: [],
        question: one,
      }));
      const imported = { format: 'gift' as const, items, remarks: [], media: new Map() };
      const files = itemsToFiles(imported, { languages, taken: new Set(), domainOf: () => 'main' });
      const shown = [...pictures].map(([name, bytes]) => [`media/${name}`, bytes] as const);
      const { pack, problems } = readPack(new Map([...head, ...files, ...shown]));
      expect(problems).toEqual([]);
      const kinds = pack?.concepts.map(({ scenarios }) => scenarios[0]?.kind);
      expect(kinds?.toSorted()).toEqual(questions.map(({ kind }) => kind).toSorted());
      const asked = pack?.concepts.map(({ scenarios }) => JSON.stringify(scenarios[0]?.text['en']));
      const wanted = questions.map((one) => {
        return JSON.stringify(settledScenario(['en'], { ...blank, ...one }).text['en']);
      });
      expect(asked?.toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 60 },
  );
}, 60_000);

const blank = {
  id: 'a',
  was: [],
  reserve: false,
  references: [],
  aged: [],
  textRev: '',
  keyRev: '',
};

test('5,000 questions become files within two seconds', () => {
  const gift = Array.from(
    { length: 5000 },
    (_, index) =>
      `::Question ${index}:: Which **lamp** & which rope number ${index}? {=the lamp#It shines. ~a rope#It does not. ~a bell ~a drum}`,
  ).join('\n\n');
  const bytes = new TextEncoder().encode(gift);
  const imported = readGift({ name: 'a', bytes, language: 'en' });
  const place = { languages, taken: new Set<string>(), domainOf: () => 'main' };
  const before = process.cpuUsage();
  const files = itemsToFiles(imported, place);
  const { user } = process.cpuUsage(before);
  expect(files.size).toBe(10_000);
  expect(user / 1000).toBeLessThan(2000);
}, 60_000);
