import { expect, test } from 'vitest';
import type { Case, Scenario, ScenarioBase } from './model.ts';
import { textRevOf, withRevisions } from './revisions.ts';
import { inOption, packOf, paragraph, sampleScenario } from './rules/sample.ts';

/** A digest that differs wherever the text differs. */
const seen = new Map<string, string>();
const digest = async (text: string): Promise<string> => {
  const known = seen.get(text) ?? String(10_000_000 + seen.size);
  seen.set(text, known);
  return Promise.resolve(`${known}…`);
};

async function revisionsOf(scenario: Scenario) {
  const pack = await withRevisions(packOf(scenario), digest);
  const revised = pack.concepts[0]?.scenarios[0];
  if (!revised) throw new Error('the scenario was lost');
  return [revised.textRev, revised.keyRev] as const;
}

/** What changes from one scenario to another: words, what is right, both or nothing. */
async function difference(one: Scenario, other: Scenario) {
  const [before, after] = [await revisionsOf(one), await revisionsOf(other)];
  return { text: before[0] !== after[0], key: before[1] !== after[1] };
}

const single = sampleScenario('harbour', 0);
const { kind: _kind, options, pin: _pin, ...rest } = single;
const base: ScenarioBase = rest;
const flipped = options.map((option) => ({ ...option, right: !option.right }));
const multiple = (choose: number): Scenario => ({ ...single, kind: 'multiple', choose });
const ordering = (steps: readonly string[], spare: readonly string[] = []): Scenario => ({
  ...base,
  kind: 'ordering',
  steps,
  spare,
});
const matching = (choice: string): Scenario => ({
  ...base,
  kind: 'matching',
  prompts: [
    { id: 'p', choice },
    { id: 'q', choice: 'a' },
  ],
  choices: ['a', 'b'],
});
const short = (texts: readonly string[], compare: 'exact' | 'prose' = 'exact'): Scenario => ({
  ...base,
  kind: 'short',
  compare,
  answers: [
    { id: 'a', right: true, texts },
    { id: 'b', right: false, texts: [`not ${texts.length}`] },
  ],
});

test('a revision has eight characters', async () => {
  expect((await revisionsOf(single)).map(({ length }) => length)).toEqual([8, 8]);
});

test('other words change the revision of the text alone', async () => {
  const changed = inOption(single, 'ja', 'rope', (option) => ({ ...option, why: paragraph('別') }));
  const none = { text: false, key: false };
  expect(await difference(single, { ...single, ...changed })).toEqual({ ...none, text: true });
  expect(await difference(single, { ...single, references: [] })).toEqual({ ...none, text: true });
  expect(await difference(single, { ...single, aged: ['n#1'] })).toEqual({ ...none, text: true });
  expect(await difference(single, { ...single, reserve: true, was: ['x'] })).toEqual(none);
});

test.each<[string, Scenario, Scenario]>([
  ['another right option', single, { ...single, options: flipped }],
  ['another option', single, { ...single, options: options.slice(1) }],
  ['another number to choose', multiple(1), multiple(2)],
  ['another order', ordering(['a', 'b']), ordering(['b', 'a'])],
  ['another spare step', ordering(['a']), ordering(['a'], ['b'])],
  ['another pair', matching('a'), matching('b')],
  ['another accepted answer', short(['ls']), short(['ls', 'dir'])],
  ['another comparison', short(['ls']), short(['ls'], 'prose')],
  ['another kind', single, multiple(1)],
])('%s changes the revision of the key alone', async (_what, one, other) => {
  expect(await difference(one, other)).toEqual({ text: false, key: true });
});

test.each<[string, Scenario, Scenario]>([
  ['options', single, { ...single, options: options.toReversed() }],
  ['spare steps', ordering(['a'], ['b', 'c']), ordering(['a'], ['c', 'b'])],
  ['accepted answers', short(['ls', 'dir']), short(['dir', 'ls'])],
])('the order of %s in the file is no part of the key', async (_what, one, other) => {
  expect((await difference(one, other)).key).toBe(false);
});

test('the revision of one language changes with its own texts, and with no other', async () => {
  const changed = {
    ...single,
    ...inOption(single, 'ja', 'rope', (option) => ({ ...option, why: paragraph('別') })),
    references: [],
  };
  const revision = (scenario: Scenario, language: string) =>
    textRevOf(packOf(scenario), scenario, language, digest);
  expect(await revision(changed, 'en')).toBe(await revision(single, 'en'));
  expect(await revision(changed, 'ja')).not.toBe(await revision(single, 'ja'));
  expect(await revision(changed, 'ja')).toHaveLength(8);
});

test('the revision of one language changes with the text of its case, and with that of no other case', async () => {
  const under: Scenario = { ...single, case: 'pier' };
  const caseOf = (id: string, situation: string): Case => ({
    id,
    text: { en: { title: id, situation: paragraph(situation) } },
  });
  const revision = (scenario: Scenario, ...cases: readonly Case[]) =>
    textRevOf({ ...packOf(scenario), cases }, scenario, 'en', digest);
  const pier = caseOf('pier', 'Long.');
  expect(await revision(under, caseOf('pier', 'Short.'))).not.toBe(await revision(under, pier));
  expect(await revision(under, pier, caseOf('hill', 'High.'))).toBe(await revision(under, pier));
  expect(await revision(single, pier)).toBe(await revision(single));
});
