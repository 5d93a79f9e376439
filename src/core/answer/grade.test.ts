import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { sampleScenario, sampleSingle } from '#core/study/sample.ts';
import { chance, grade, isComplete, missingFrom, optionStates, shownOrder } from './grade.ts';
import type { Response } from './response.ts';

const single = sampleSingle();
const multiple = sampleScenario('multiple', {
  choose: 2,
  options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, right: id === 'a' || id === 'b' })),
  pin: ['e'],
});
const ordering = sampleScenario('ordering', { steps: ['x', 'y', 'z'], spare: ['w'] });
const matching = sampleScenario('matching', {
  prompts: [
    { id: 'p', choice: 'one' },
    { id: 'q', choice: 'two' },
  ],
  choices: ['one', 'two', 'three'],
});
const answers = [
  { id: 'number', right: true, texts: [':set number', ':set  Nu'] },
  { id: 'nu', right: true, texts: [':set nu'] },
  { id: 'list', right: false, texts: [':set list'] },
];
const exact = sampleScenario('short', { compare: 'exact', answers });
const prose = sampleScenario('short', { compare: 'prose', answers });
const all: readonly Scenario[] = [single, multiple, ordering, matching, exact];

const typed = (text: string): Response<'short'> => ({ kind: 'short', typed: text });
const chosen = (...ids: string[]): Response<'multiple'> => ({ kind: 'multiple', chosen: ids });
const laid = (...ids: string[]): Response<'ordering'> => ({ kind: 'ordering', order: ids });
const paired = (...pairs: [string, string][]): Response<'matching'> => ({
  kind: 'matching',
  pairs,
});

describe('grade', () => {
  test.each<[Scenario, Response, { right: boolean; earned: number; total: number }]>([
    [single, { kind: 'single', chosen: 'a' }, { right: true, earned: 1, total: 1 }],
    [single, { kind: 'single', chosen: 'b' }, { right: false, earned: 0, total: 1 }],
    [multiple, chosen('b', 'a'), { right: true, earned: 2, total: 2 }],
    [multiple, chosen('a', 'c'), { right: false, earned: 1, total: 2 }],
    [multiple, chosen('a', 'b', 'c'), { right: false, earned: 2, total: 2 }],
    [multiple, chosen('a', 'a'), { right: false, earned: 1, total: 2 }],
    [ordering, laid('x', 'y', 'z'), { right: true, earned: 3, total: 3 }],
    [ordering, laid('x', 'z', 'y'), { right: false, earned: 1, total: 3 }],
    [ordering, laid('x', 'y', 'z', 'w'), { right: false, earned: 3, total: 3 }],
    [matching, paired(['q', 'two'], ['p', 'one']), { right: true, earned: 2, total: 2 }],
    [matching, paired(['p', 'one'], ['q', 'one']), { right: false, earned: 1, total: 2 }],
    [exact, typed(':set nu'), { right: true, earned: 1, total: 1 }],
    [exact, typed(':set list'), { right: false, earned: 0, total: 1 }],
  ])('%#: all or nothing, with the parts that are right counted', (scenario, response, verdict) => {
    expect(grade(scenario, response)).toEqual(verdict);
  });

  test('"I don\'t know" gets nothing right, and says of how many parts', () => {
    expect(all.map((scenario) => grade(scenario, null))).toEqual(
      [1, 2, 3, 2, 1].map((total) => ({ right: false, earned: 0, total })),
    );
  });

  test('a response of another kind is a mistake of ours', () => {
    const scenario: Scenario = single;
    const response: Response = typed('a');
    expect(() => grade(scenario, response)).toThrow('a short response to a single scenario');
    expect(() => isComplete(scenario, response)).toThrow('response to');
    expect(() => optionStates(scenario, response)).toThrow('response to');
  });
});

describe('typed answers', () => {
  test.each([
    [' :set nu\u3000', true],
    ['：ｓｅｔ　ｎｕ', true],
    [':SET NU', false],
    [':set  nu', false],
    [':setnu', false],
  ])('a command %j is right: %s', (text, right) => {
    expect(grade(exact, typed(text)).right).toBe(right);
  });

  test.each([
    ['：ＳＥＴ　ｎｕ', true],
    [':set   NUMBER ', true],
    [':set numbers', false],
    ['', false],
  ])('prose %j is right: %s', (text, right) => {
    expect(grade(prose, typed(text)).right).toBe(right);
  });

  test('prose forgives half-width kana, ligatures and final sigma', () => {
    const words = ['ガード', 'file', 'ΣΟΦΟΣ', 'straße'];
    const scenario = sampleScenario('short', {
      compare: 'prose',
      answers: words.map((word) => ({ id: 'w', right: true, texts: [word] })),
    });
    expect(
      ['ｶﾞｰﾄﾞ', 'ﬁle', 'σοφος', 'STRASSE'].map((text) => grade(scenario, typed(text)).right),
    ).toEqual([true, true, true, true]);
  });
});

describe('missingFrom', () => {
  test.each<[Scenario, Response, ReturnType<typeof missingFrom>]>([
    [single, { kind: 'single', chosen: '' }, { need: 'choose', done: 0, total: 1 }],
    [single, { kind: 'single', chosen: 'd' }, null],
    [multiple, chosen('a'), { need: 'choose', done: 1, total: 2 }],
    [multiple, chosen('a', 'c'), null],
    [multiple, chosen('a', 'b', 'c'), { need: 'choose', done: 3, total: 2 }],
    [multiple, chosen('a', 'elsewhere'), { need: 'choose', done: 2, total: 2 }],
    [ordering, laid('z', 'w'), { need: 'order', done: 2, total: 3 }],
    [ordering, laid('z', 'w', 'x'), null],
    [ordering, laid('z', 'z', 'x'), { need: 'order', done: 3, total: 3 }],
    [matching, paired(['p', 'three']), { need: 'match', done: 1, total: 2 }],
    [matching, paired(['p', 'three'], ['q', '']), { need: 'match', done: 1, total: 2 }],
    [matching, paired(['p', 'three'], ['q', 'three']), null],
    [exact, typed(' \u3000'), { need: 'type', done: 0, total: 1 }],
    [exact, typed('x'), null],
  ])('%#: says what is still to be done, never what is right', (scenario, response, missing) => {
    expect(missingFrom(scenario, response)).toEqual(missing);
    expect(isComplete(scenario, response)).toBe(missing === null);
  });
});

const shareOfRight = (scenario: Scenario, responses: readonly Response[]): number =>
  responses.filter((response) => grade(scenario, response).right).length / responses.length;

describe('chance', () => {
  const subsets = (ids: readonly string[], size: number): string[][] =>
    size === 0
      ? [[]]
      : ids.flatMap((id, i) => subsets(ids.slice(i + 1), size - 1).map((rest) => [id, ...rest]));
  const rows = (ids: readonly string[], size: number): string[][] =>
    size === 0
      ? [[]]
      : ids.flatMap((id) =>
          rows(
            ids.filter((x) => x !== id),
            size - 1,
          ).map((rest) => [id, ...rest]),
        );

  test.each<[Scenario, Response[]]>([
    [single, ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'single', chosen: id }))],
    [multiple, subsets(['a', 'b', 'c', 'd', 'e'], 2).map((ids) => chosen(...ids))],
    [ordering, rows(['x', 'y', 'z', 'w'], 3).map((ids) => laid(...ids))],
    [
      matching,
      ['one', 'two', 'three'].flatMap((p) =>
        ['one', 'two', 'three'].map((q) => paired(['p', p], ['q', q])),
      ),
    ],
  ])('%#: is the share of all complete responses that are right', (scenario, responses) => {
    expect(responses.every((response) => isComplete(scenario, response))).toBe(true);
    expect(chance(scenario)).toBeCloseTo(shareOfRight(scenario, responses), 12);
  });

  test('nobody guesses a typed answer', () => {
    expect(chance(exact)).toBe(0);
  });
});

describe('shownOrder', () => {
  test('shows every id once, pinned ones last, and the same for the same seed', () => {
    const ids = [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd', 'e'],
      ['w', 'x', 'y', 'z'],
      ['one', 'three', 'two'],
      [],
    ];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const orders = all.map((scenario) => shownOrder(scenario, seed));
        expect(orders.map((order) => order.toSorted())).toEqual(ids);
        expect(orders[1]?.at(-1)).toBe('e');
        expect(all.map((scenario) => shownOrder(scenario, seed))).toEqual(orders);
      }),
    );
  });

  test('never shows the steps in the right order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 5 }), (seed, size) => {
        const steps = ['a', 'b', 'c', 'd', 'e'].slice(0, size);
        const scenario = sampleScenario('ordering', { steps, spare: ['y', 'z'] });
        const shown = shownOrder(scenario, seed).filter((id) => steps.includes(id));
        expect(shown).not.toEqual(steps);
      }),
    );
  });

  test('shuffles: every option is first for some seed', () => {
    const firsts = Array.from({ length: 60 }, (_, seed) => shownOrder(single, seed)[0]);
    expect(new Set(firsts)).toEqual(new Set(['a', 'b', 'c', 'd']));
  });
});

describe('optionStates', () => {
  test.each<[Scenario, Response | null, Record<string, string>]>([
    [
      multiple,
      chosen('a', 'c'),
      { a: 'chosen-right', b: 'missed', c: 'chosen-wrong', d: 'rightly-left', e: 'rightly-left' },
    ],
    [single, null, { a: 'missed', b: 'rightly-left', c: 'rightly-left', d: 'rightly-left' }],
    [
      ordering,
      laid('x', 'z', 'w'),
      { x: 'chosen-right', y: 'missed', z: 'chosen-wrong', w: 'chosen-wrong' },
    ],
    [ordering, null, { x: 'missed', y: 'missed', z: 'missed', w: 'rightly-left' }],
    [matching, paired(['p', 'one'], ['q', 'one']), { p: 'chosen-right', q: 'chosen-wrong' }],
    [matching, null, { p: 'missed', q: 'missed' }],
    [exact, typed(':set nu'), { number: 'rightly-left', nu: 'chosen-right', list: 'rightly-left' }],
    [exact, typed(':set list'), { number: 'missed', nu: 'missed', list: 'chosen-wrong' }],
    [exact, null, { number: 'missed', nu: 'missed', list: 'rightly-left' }],
  ])('%#: tells the four states apart', (scenario, response, states) => {
    expect(Object.fromEntries(optionStates(scenario, response))).toEqual(states);
  });
});
