import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { arbitraryScenario, packOfScenarios } from '#formats/arbitrary-packs.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { guessMapping } from './guess-mapping.ts';
import { readGrid } from './looks-like.ts';
import { lossesOfCsv } from './losses.ts';
import { readTable } from './read-table.ts';
import { writeCsv } from './write-csv.ts';

const readAgain = (scenarios: readonly Scenario[]) => {
  const grid = readGrid(new TextEncoder().encode(writeCsv(packOfScenarios(scenarios))));
  return readTable(grid, guessMapping(grid), 'en').items;
};

/** What a table holds of a question. */
function held(question: Scenario | ImportedQuestion | undefined) {
  if (!question) return null;
  const { kind, text } = question;
  const key = {
    options: 'options' in question ? question.options.map(({ right }) => right) : [],
    choose: question.kind === 'multiple' ? question.choose : 0,
    steps: question.kind === 'ordering' ? [question.steps, question.spare] : [],
    pairs: question.kind === 'matching' ? [question.prompts, question.choices] : [],
    compare: question.kind === 'short' ? question.compare : '',
    answers: question.kind === 'short' ? question.answers.map(({ right }) => right) : [],
  };
  return { kind, key, text: Object.entries(text).filter(([, words]) => words !== undefined) };
}

const all = ['single', 'multiple', 'ordering', 'matching', 'short'] as const;

test('all kinds in both languages come back as they were', () => {
  fc.assert(
    fc.property(fc.array(arbitraryScenario(all), { minLength: 1, maxLength: 4 }), (scenarios) => {
      const items = readAgain(scenarios);
      expect(items.map(({ question }) => held(question))).toEqual(scenarios.map(held));
      expect(items.flatMap(({ remarks }) => remarks)).toEqual([]);
      expect(items.map(({ question }) => question?.path)).toEqual(
        scenarios.map((_scenario, index) => ['Keys', `Concept ${index}`]),
      );
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('Excel can open it: the mark of UTF-8, line ends, and no formula', () => {
  const [scenario] = fc.sample(arbitraryScenario(['single']), { numRuns: 1, seed: 1 });
  const words = scenario?.text['en'];
  if (!scenario || !words) throw new Error('no scenario');
  const bad = { ...scenario, text: { en: { ...words, question: ['=HYPERLINK("x")'] } } };
  const csv = writeCsv(packOfScenarios([bad]));
  expect(csv.startsWith('\uFEFFid,kind,domain,concept,')).toBe(true);
  expect(csv).toContain('\r\n');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(readAgain([bad])[0]?.question?.text['en']?.question).toEqual(['=HYPERLINK("x")']);
});

test('what a table cannot hold is said before', () => {
  const [scenario] = fc.sample(arbitraryScenario(['single']), { numRuns: 1, seed: 1 });
  const words = scenario?.text['en'];
  if (scenario?.kind !== 'single' || !words) throw new Error('no scenario');
  const rich: Scenario = {
    ...scenario,
    reserve: true,
    pin: ['a'],
    references: [{ id: 'r', url: 'https://a.org/', title: {} }],
    checked: { on: '2026-11-20', how: 'live' },
    text: { en: { ...words, question: [{ type: 'strong', children: ['x'] }] } },
  };
  expect(lossesOfCsv(packOfScenarios([rich])).map(({ code }) => code)).toEqual([
    'csv-loses-markup',
    'csv-loses-options',
    'csv-loses-references',
    'csv-loses-checked',
    'csv-loses-reserve',
    'csv-loses-titles',
  ]);
});
