import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, type Document } from '#core/pack/document.ts';
import type { Scenario } from '#core/pack/model.ts';
import { arbitraryScenario, packOfScenarios } from '#formats/arbitrary-packs.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { lossesOfAnkiText } from './losses.ts';
import { readAnkiText } from './read-text.ts';
import { writeAnkiText } from './write-text.ts';

const write = (scenarios: readonly Scenario[]) => writeAnkiText(packOfScenarios(scenarios), 'en');
const readAgain = (text: string) =>
  readAnkiText({ name: 'a.txt', bytes: new TextEncoder().encode(text), language: 'en' }).items;

const none: Document = [];

/** What a front and a back hold of a choice; "right when" goes into the reason. */
function held(question: Scenario | ImportedQuestion | undefined, isRead: boolean) {
  const text = question?.text['en'];
  if (!question || !text || !('options' in question)) return null;
  const reasons = text.options.map(({ why = none, rightWhen = [] }): Document =>
    isRead || rightWhen.length === 0
      ? why
      : [...why, { type: 'paragraph', children: [`→ ${lineText(rightWhen)}`] }],
  );
  return {
    kind: question.kind,
    right: question.options.map(({ right }) => right),
    question: text.question,
    situation: text.situation,
    options: text.options.map((option) => option.text),
    decides: text.decides,
    reasons,
  };
}

test('choices come back with their reasons', () => {
  const scenario = arbitraryScenario(['single', 'multiple']).filter(
    (each) => each.kind !== 'multiple' || each.choose > 1,
  );
  fc.assert(
    fc.property(fc.array(scenario, { minLength: 1, maxLength: 3 }), (scenarios) => {
      const items = readAgain(write(scenarios));
      expect(items.map(({ question }) => held(question, true))).toEqual(
        scenarios.map((each) => held(each, false)),
      );
      expect(items.map(({ name }) => name)).toEqual(
        scenarios.map((_each, index) => `k7w2m9qd4x8r/c${index}/s`),
      );
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('a typed answer comes back with what decides', () => {
  const [scenario] = fc.sample(arbitraryScenario(['short']), { numRuns: 1, seed: 1 });
  if (scenario?.kind !== 'short') throw new Error('no scenario');
  const short: Scenario = {
    ...scenario,
    answers: [
      { id: 'a', right: true, texts: [] },
      { id: 'b', right: true, texts: [] },
      { id: 'c', right: false, texts: [] },
    ],
    text: {
      en: {
        situation: [],
        question: ['Which port?'],
        options: ['53', 'fifty-three', '80'].map((text, place) => ({
          id: 'abc'[place] ?? '',
          text: [text],
        })),
        decides: [{ type: 'paragraph', children: ['DNS has it.'] }],
      },
    },
  };
  expect(readAgain(write([short]))[0]?.question).toMatchObject({
    kind: 'short',
    answers: [{ texts: ['53'] }, { texts: ['fifty-three'] }],
    tags: ['keys::c0'],
    path: ['A pack'],
    text: { en: { question: ['Which port?'], decides: [{ children: ['DNS has it.'] }] } },
  });
  expect(lossesOfAnkiText(packOfScenarios([short]), 'en').map(({ code }) => code)).toEqual([
    'anki-loses-languages',
    'anki-loses-answers',
    'anki-loses-rules',
  ]);
});

test('other kinds become fronts and backs, and that is said before', () => {
  const scenarios = fc.sample(arbitraryScenario(['ordering', 'matching']), { numRuns: 5, seed: 1 });
  const items = readAgain(write(scenarios));
  expect(items).toHaveLength(5);
  const losses = lossesOfAnkiText(packOfScenarios(scenarios), 'en');
  expect(losses).toContainEqual({ code: 'anki-loses-kinds', params: { count: 5 } });
});

test('a note that came from Anki keeps its guid', () => {
  const [scenario] = fc.sample(arbitraryScenario(['single']), { numRuns: 1, seed: 1 });
  if (!scenario) throw new Error('no scenario');
  const origin = { format: 'anki-package', name: '"x#' };
  expect(readAgain(write([{ ...scenario, origin }]))[0]?.name).toBe('"x#');
  const twice = readAgain(
    write([
      { ...scenario, origin },
      { ...scenario, origin },
    ]),
  );
  expect(new Set(twice.map(({ name }) => name)).size).toBe(2);
});
