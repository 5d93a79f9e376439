import { describe, expect, test } from 'vitest';
import type { Concept, Option, Pack, Scenario } from '#core/pack/model.ts';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import { audit, leaks, type Row } from './audit.ts';

const things = ['lamp', 'rope', 'bell', 'drum'];
const plain = ['Take the one', 'Give the two', 'Lift the big', 'Drop the old'];

interface Shape {
  /** The place of the right option. */
  readonly right: number;
  readonly texts?: readonly string[];
  readonly standsFor?: readonly string[];
}

function scenario(id: string, { right, texts = plain, standsFor = things }: Shape): Scenario {
  const base = sampleScenario(id, 0);
  const options = things.map((thing, place): Option => ({
    id: thing,
    right: place === right,
    standsFor: standsFor[place] ?? '',
  }));
  const words = {
    situation: [],
    question: ['Which?'],
    decides: [],
    options: things.map((thing, place) => ({ id: thing, text: [texts[place] ?? ''] })),
  };
  return { ...base, options, text: { en: words, ja: words } };
}

/** Four concepts of four scenarios. */
const packFrom = (shape: (concept: number, place: number) => Shape): Pack =>
  samplePack({
    concepts: [0, 1, 2, 3].map((concept): Concept =>
      sampleConcept({
        id: `c${concept}`,
        text: { en: { title: 'Night', rule: [] }, ja: { title: '夜', rule: [] } },
        scenarios: [0, 1, 2, 3].map((place) => scenario(`s${place}`, shape(concept, place))),
      }),
    ),
  });

/** In each concept one answer comes back, so that neither what was right nor what was wrong tells the next. */
const again = [0, 0, 1, 2];
const fair = packFrom((concept, place) => ({
  right: (concept + (again[place] ?? 0)) % 4,
  standsFor: things.map((thing) => `${concept}-${thing}`),
}));
const wandering = packFrom((_, place) => ({ right: place }));
const row = (pack: Pack, strategy: string): Row => {
  const found = audit(pack).rows.find((each) => each.strategy === strategy);
  if (!found) throw new Error(`no row for ${strategy}`);
  return found;
};
const at = (place: number, text: string): string[] =>
  plain.map((other, index) => (index === place ? text : other));

describe('the audit', () => {
  test('finds no leak where the key wanders and the words are alike', () => {
    expect(leaks(audit(fair))).toEqual([]);
    expect(row(fair, 'first')).toMatchObject({ questions: 16, score: 0.25, chance: 0.25 });
    expect(audit(fair).learntByHeart).toEqual([]);
  });

  test('finds a pack that leaks both by its form and to memory', () => {
    const leaky = packFrom((concept) => ({
      right: 0,
      texts: at(0, 'The longest of all the texts here'),
      standsFor: [`answer-${concept}`, 'rope', 'bell', 'drum'],
    }));
    const codes = leaks(audit(leaky)).map(({ code, params }) => [code, params['strategy']]);
    expect(codes).toContainEqual(['guessed_by_form', 'longest (en)']);
    expect(codes).toContainEqual(['guessed_by_form', 'first']);
    expect(codes).toContainEqual(['learnt_by_heart', 'memoriser']);
    expect(audit(leaky).learntByHeart).toEqual(['c0', 'c1', 'c2', 'c3']);
  });

  test.each<[string, string, string]>([
    ['longest', 'the longest option', 'Take the one and go'],
    ['specific', 'numbers and names', 'Take NAT 80a'],
    ['stem', 'a word of the stem', 'Take a harbour'],
    ['title', "a word of the concept's title", 'Take a night'],
  ])('%s: %s gives the key away', (strategy, _what, text) => {
    const base = packFrom((_, place) => ({ right: place, texts: at(place, text) }));
    const pack = { ...base, concepts: base.concepts.map(withStem) };
    expect(row(pack, strategy)).toMatchObject({ score: 1, kept: false });
    expect(row(pack, strategy).worst).toHaveLength(16);
  });

  test('a word without exception helps to leave an option out, or tells the key by never being wrong', () => {
    const wrong = packFrom((_, place) => ({
      right: place,
      texts: at((place + 1) % 4, 'Always this'),
    }));
    expect(row(wrong, 'absolute').score).toBeCloseTo(1 / 3);
    const right = packFrom((_, place) => ({ right: place, texts: at(place, 'Always this') }));
    expect(row(right, 'absolute')).toMatchObject({ score: 0, kept: false });
  });

  test('what is never right is found as well: a score far below chance breaks the bound', () => {
    const never = packFrom((_, place) => ({ right: 1 + (place % 3) }));
    expect(row(never, 'first')).toMatchObject({ score: 0, kept: false });
  });

  test('a favourite of the pack is found although it is right but once in each concept', () => {
    const pack = packFrom((concept, place) => ({
      right: place,
      standsFor: things.map((_, index) =>
        index === place && place < 2 ? 'favourite' : `${concept}-${place}-${index}`,
      ),
    }));
    expect(row(pack, 'favourite')).toMatchObject({ score: 0.625, speaks: 8, kept: false });
  });

  test('memory misses where the answer never comes twice, and its reverse hits, which is a leak as well', () => {
    expect(row(wandering, 'memoriser')).toMatchObject({ score: 0, kept: true });
    expect(row(wandering, 'contrarian')).toMatchObject({ score: 1, kept: false });
    expect(leaks(audit(wandering))).toMatchObject([
      { code: 'learnt_by_heart', params: { strategy: 'contrarian', score: 100, chance: 25 } },
    ]);
  });

  test('memory and its reverse are both near chance where one answer of a concept comes back', () => {
    expect(row(fair, 'memoriser').score).toBeCloseTo(1 / 6);
    expect(row(fair, 'contrarian').score).toBeCloseTo(1 / 4);
  });

  test('ties are shared: where a strategy prefers nothing it has the score of chance', () => {
    const multiple = packFrom((_, place) => ({ right: place }));
    const two = {
      ...multiple,
      concepts: multiple.concepts.map((concept) => ({
        ...concept,
        scenarios: concept.scenarios.map((each) => asTwo(each)),
      })),
    };
    expect(row(two, 'title')).toMatchObject({ speaks: 0, kept: true });
    expect(row(two, 'title').score).toBeCloseTo(1 / 6);
    // The first two of the file are the key of one scenario in four.
    expect(row(two, 'first').score).toBe(0.25);
  });

  test('an ordering is never right as it is laid out, which is near chance for six orders and more', () => {
    const ordering = (id: string): Scenario => {
      const { options: _options, pin: _pin, ...rest } = sampleScenario(id, 0);
      return { ...rest, kind: 'ordering', steps: things, spare: [] };
    };
    const ids = Array.from({ length: 12 }, (_, index) => `o${index}`);
    const pack = samplePack({ concepts: [sampleConcept({ scenarios: ids.map(ordering) })] });
    expect(row(pack, 'ordering')).toMatchObject({ score: 0, chance: 1 / 24, kept: true });
  });

  test('a small pack is measured, and bound by nothing', () => {
    const small = { ...fair, concepts: fair.concepts.slice(0, 2) };
    expect(row(small, 'first').kept).toBeNull();
  });
});

/** Every stem says the one word that an option may borrow. */
function withStem(concept: Concept): Concept {
  return {
    ...concept,
    scenarios: concept.scenarios.map((each) => {
      const words = each.text['en'];
      if (!words) return each;
      const situation = [{ type: 'paragraph' as const, children: ['The harbour is closed.'] }];
      return { ...each, text: { ...each.text, en: { ...words, situation } } };
    }),
  };
}

/** The right option and its neighbour are both right. */
function asTwo(each: Scenario): Scenario {
  if (each.kind !== 'single') return each;
  const key = each.options.findIndex(({ right }) => right);
  const options = each.options.map((option, place) => ({
    ...option,
    right: place === key || place === (key + 1) % 4,
  }));
  return { ...each, kind: 'multiple', choose: 2, options };
}
