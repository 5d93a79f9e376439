import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, effects } from './change.ts';
import { relationTo } from './version.ts';
import type { Scenario } from './model.ts';
import {
  inOption,
  inText,
  packOf,
  paragraph,
  sampleConcept,
  samplePack,
  sampleScenario,
} from './rules/sample.ts';
import { isNewer } from './version.ts';

const harbour = sampleScenario('harbour', 0);
const kindsBetween = (was: Scenario, now: Scenario): readonly string[] =>
  changesBetween(packOf(was), packOf(now)).scenarios.map(({ kind }) => kind);
const asking = (question: string): Scenario => ({
  ...harbour,
  ...inText(harbour, 'en', { question: [question] }),
});
const explaining = (why: string): Scenario => ({
  ...harbour,
  ...inOption(harbour, 'en', 'rope', (option) => ({ ...option, why: paragraph(why) })),
});
const coded = (code: string): Scenario => ({
  ...harbour,
  ...inText(harbour, 'en', { question: ['Run ', { type: 'code', text: code }] }),
});
const short = (texts: readonly string[]): Scenario => {
  const { options: _options, pin: _pin, kind: _kind, ...base } = harbour;
  return { ...base, kind: 'short', compare: 'prose', answers: [{ id: 'a', right: true, texts }] };
};
const flipped = harbour.options.map((option) => ({ ...option, right: option.id === 'bell' }));
const multiple = (choose: number): Scenario => ({ ...harbour, kind: 'multiple', choose });

describe('a scenario', () => {
  test.each<[string, string, Scenario, Scenario]>([
    ['another right option', 'answer', harbour, { ...harbour, options: flipped }],
    ['another number to choose', 'answer', multiple(1), multiple(2)],
    ['one more accepted answer', 'answer', short(['ls']), short(['ls', 'dir'])],
    ['another kind', 'answer', harbour, multiple(1)],
    ['other words in the question', 'clarify', asking('What now?'), asking('What then?')],
    ['other words in a reason', 'clarify', explaining('So it is.'), explaining('So it was.')],
    ['another number', 'clarify', asking('Within 1.5 hours?'), asking('Within 15 hours?')],
    ['another unit', 'clarify', asking('In 5 GB?'), asking('In 5 TB?')],
    ['another sign in code', 'clarify', coded('ls -l'), coded('ls l')],
    ['another reference', 'clarify', harbour, { ...harbour, references: [] }],
    [
      'words that are marked',
      'clarify',
      asking('What now?'),
      {
        ...harbour,
        ...inText(harbour, 'en', { question: [{ type: 'mark', children: ['What now?'] }] }),
      },
    ],
    ['a comma', 'typo', asking('What, then?'), asking('What then?')],
    ['a blank', 'typo', asking('What then?'), asking('What  then?')],
    ['a full-width sign', 'typo', asking('What then?'), asking('What then？')],
  ])('with %s is a change of kind %s', (_what, kind, was, now) => {
    expect(kindsBetween(was, now)).toEqual([kind]);
  });

  test('that stays, or differs in what nobody reads, is no change', () => {
    expect(kindsBetween(harbour, { ...harbour })).toEqual([]);
    expect(kindsBetween(harbour, { ...harbour, pin: ['bell'], textRev: 'x', keyRev: 'y' })).toEqual(
      [],
    );
    expect(kindsBetween(harbour, { ...harbour, options: harbour.options.toReversed() })).toEqual(
      [],
    );
  });

  test('is clarified when the situation that it shares is', () => {
    const shared = { ...harbour, case: 'port' };
    const pack = (words: string) => ({
      ...packOf(shared),
      cases: [{ id: 'port', text: { en: { title: 'Port', situation: paragraph(words) } } }],
    });
    expect(changesBetween(pack('Rain.'), pack('Snow.')).scenarios).toMatchObject([
      { kind: 'clarify' },
    ]);
  });

  test('that is renamed is the same one; what is not there any more is retired', () => {
    const renamed = { ...harbour, id: 'quay', was: ['harbour'] };
    expect(kindsBetween(harbour, renamed)).toEqual([]);
    expect(kindsBetween(harbour, { ...harbour, id: 'quay' })).toEqual(['new', 'retire']);
  });

  test('whose answer changed says what it was and what it is, in the words of the author if there are any', () => {
    const now = { ...harbour, options: flipped };
    const change = { was: { en: 'a lamp' }, now: { en: 'a bell' } };
    expect(changesBetween(packOf(harbour), packOf(now)).scenarios[0]).toMatchObject({
      was: { en: 'Use the lamp', ja: 'ランプを使う' },
      now: { en: 'Use the bell', ja: 'ベルを鳴らす' },
    });
    expect(changesBetween(packOf(harbour), packOf({ ...now, change })).scenarios[0]).toMatchObject(
      change,
    );
  });
});

describe('a concept', () => {
  const night = sampleConcept();
  const day = sampleConcept({ id: 'day-work' });

  test.each([
    ['is new', [night], [night, day], ['new day-work']],
    ['is retired', [night, day], [night], ['retire day-work']],
    ['is renamed', [night], [{ ...day, was: ['night-work'] }], ['rename day-work']],
    [
      'has another rule',
      [night],
      [{ ...night, text: { en: { title: 'Night work', rule: [] } } }],
      ['reword night-work'],
    ],
    [
      'takes an id that another still has',
      [night],
      [night, { ...day, was: ['night-work'] }],
      ['new day-work'],
    ],
  ])('that %s is said so', (_what, was, now, said) => {
    const { concepts, scenarios } = changesBetween(
      samplePack({ concepts: was }),
      samplePack({ concepts: now }),
    );
    expect(concepts.map(({ kind, concept }) => `${kind} ${concept}`)).toEqual(said);
    expect(scenarios).toEqual([]);
  });
});

test('only a changed answer sends a concept back', () => {
  expect(Object.entries(effects).filter(([, effect]) => effect === 'comes-back')).toEqual([
    ['answer', 'comes-back'],
  ]);
});

const words = fc.string({
  unit: fc.constantFrom('a', 'b', '1', '2', ' ', '.', ',', '-', '、'),
  maxLength: 12,
});

test('a typo is never one whose letters or digits differ, and the order of versions does not matter', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const kinds = kindsBetween(asking(`q${one}`), asking(`q${other}`));
      expect(kindsBetween(asking(`q${other}`), asking(`q${one}`))).toEqual(kinds);
      const letters = (text: string) => text.replaceAll(/[^ab12]/g, '');
      const hasOtherLetters = letters(one) !== letters(other);
      expect(kinds).toHaveLength(one === other ? 0 : 1);
      expect(hasOtherLetters && kinds[0] !== 'clarify').toBe(false);
    }),
  );
});

test.each([
  [null, '1.0.0', 'a', 'new'],
  [{ version: '1.0.0', digest: 'a' }, '1.0.0', 'a', 'same'],
  [{ version: '1.0.0', digest: 'a' }, '1.0.1', 'b', 'newer'],
  [{ version: '1.10.0', digest: 'a' }, '1.9.0', 'b', 'older'],
  [{ version: '1.0.0', digest: 'a' }, '1.0.0', 'b', 'differs'],
  [{ version: '1.0.0', digest: null }, '1.0.0', 'b', 'differs'],
] as const)('to %o, version %s with digest %s is %s', (here, version, digest, relation) => {
  expect(relationTo(here, { version, digest })).toBe(relation);
});

test('versions have one order', () => {
  const version = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)).map((parts) => parts.join('.'));
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(isNewer(a, b) && isNewer(b, a)).toBe(false);
      expect(isNewer(a, b) || isNewer(b, a) || a === b).toBe(true);
      expect(isNewer(a, b) && isNewer(b, c) && !isNewer(a, c)).toBe(false);
    }),
  );
});

test('every scenario of both versions is accounted for once', () => {
  const ids = fc.uniqueArray(fc.constantFrom('s1', 's2', 's3', 's4'), { minLength: 1 });
  fc.assert(
    fc.property(ids, ids, (was, now) => {
      const of = (names: readonly string[]) => packOf(...names.map((id) => ({ ...harbour, id })));
      const said = changesBetween(of(was), of(now)).scenarios.map(({ scenario }) => scenario);
      const either = [...was, ...now].filter((id) => !was.includes(id) || !now.includes(id));
      expect(said.toSorted()).toEqual(either.toSorted());
    }),
  );
});
