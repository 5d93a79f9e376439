import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#core/random.ts';
import type { Form } from './form.ts';
import { questionKey } from './pool.ts';
import { sampleForm } from './sample.ts';
import { scoreOf, type Outcome } from './score.ts';

const outcomesOf = (form: Form, outcomes: readonly Outcome[]) =>
  new Map(
    form.questions.map((question, place) => [
      questionKey(question),
      outcomes[place] ?? ('unanswered' as const),
    ]),
  );

const score = (form: Form, ...outcomes: readonly Outcome[]) =>
  scoreOf(form, outcomesOf(form, outcomes));

const rated = (form: Form, pass: number, scale: Form['blueprint']['scale'] = null): Form => ({
  ...form,
  blueprint: { ...form.blueprint, pass, scale },
});

const scale = { min: 100, max: 1000, pass: 720 };
const anyOutcomes = fc.array(fc.constantFrom<Outcome>('right', 'wrong', 'unanswered', 'void'), {
  minLength: 1,
  maxLength: 75,
});
const anySitting = fc.record({
  outcomes: anyOutcomes,
  unscored: fc.nat({ max: 20 }),
  pass: fc.integer({ min: 1, max: 100 }),
});
type Sitting = typeof anySitting extends fc.Arbitrary<infer T> ? T : never;

const sat = ({ outcomes, unscored, pass }: Sitting) => {
  const questions = outcomes.length;
  const form = rated(
    sampleForm({ questions, unscored: Math.min(unscored, questions - 1) }),
    pass,
    scale,
  );
  return { form, result: score(form, ...outcomes) };
};

describe('a score', () => {
  test('counts what is right of what counts; nothing chosen is wrong', () => {
    const form = sampleForm({ questions: 6, unscored: 2 });
    expect(score(form, 'right', 'right', 'right', 'unanswered', 'wrong', 'wrong')).toMatchObject({
      right: 3,
      total: 4,
      needed: 3,
      isPassed: true,
      voided: 0,
    });
    expect(score(form, 'right', 'right', 'wrong', 'unanswered', 'right', 'right')).toMatchObject({
      right: 2,
      total: 4,
      isPassed: false,
    });
  });

  test('leaves out what nobody can judge', () => {
    const form = sampleForm({ questions: 4 });
    expect(score(form, 'right', 'right', 'void', 'void')).toMatchObject({
      right: 2,
      total: 2,
      needed: 2,
      voided: 2,
      isPassed: true,
    });
    expect(score(form, 'void', 'void', 'void', 'void')).toMatchObject({
      total: 0,
      isPassed: false,
    });
  });

  test.each([
    [70, 10, 7],
    [72, 50, 36],
    [68.9, 50, 35],
    [100, 65, 65],
    [55, 20, 11],
    [7, 100, 7],
  ])('at %d %% of %d needs %d right', (pass, questions, needed) => {
    const form = rated(sampleForm({ questions }), pass);
    expect(score(form).needed).toBe(needed);
  });

  test('never depends on questions that do not count', () => {
    fc.assert(
      fc.property(anySitting, anyOutcomes, (sitting, others) => {
        const { form, result } = sat(sitting);
        const changed = sitting.outcomes.map((outcome, place) =>
          form.questions[place]?.isScored === false ? (others[place] ?? 'right') : outcome,
        );
        expect(score(form, ...changed)).toEqual(result);
      }),
    );
  });

  test('is never lowered by a right answer, nor raised by a wrong one', () => {
    fc.assert(
      fc.property(anySitting, fc.nat(), (sitting, where) => {
        const place = where % sitting.outcomes.length;
        const instead = (outcome: Outcome) =>
          sat({ ...sitting, outcomes: sitting.outcomes.with(place, outcome) }).result;
        const [wrong, right, unanswered] = [
          instead('wrong'),
          instead('right'),
          instead('unanswered'),
        ];
        expect(unanswered).toEqual(wrong);
        expect(right.right).toBeGreaterThanOrEqual(wrong.right);
        expect(right.points?.value ?? 0).toBeGreaterThanOrEqual(wrong.points?.value ?? 0);
        expect(right.points?.low ?? 0).toBeGreaterThanOrEqual(wrong.points?.low ?? 0);
        expect(right.isPassed || !wrong.isPassed).toBe(true);
      }),
    );
  });

  test('adds up over the domains', () => {
    fc.assert(
      fc.property(anySitting, (sitting) => {
        const { result } = sat(sitting);
        const sum = (pick: (tally: { right: number; total: number }) => number) =>
          result.domains.reduce((total, domain) => total + pick(domain), 0);
        expect(sum(({ right }) => right)).toBe(result.right);
        expect(sum(({ total }) => total)).toBe(result.total);
      }),
    );
  });

  test('lies in its band, within the scale, and points never contradict the verdict', () => {
    fc.assert(
      fc.property(anySitting, (sitting) => {
        const { result } = sat(sitting);
        const { share, points } = result;
        if (points === null) throw new Error('no points');
        for (const { value, low, high } of [share, points]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        expect(points.low).toBeGreaterThanOrEqual(scale.min);
        expect(points.high).toBeLessThanOrEqual(scale.max);
        expect(result.total > 0 && points.value >= scale.pass - 1e-6).toBe(result.isPassed);
      }),
    );
  });
});

test('the band is the narrower the more questions there are', () => {
  const width = (questions: number) => {
    const outcomes = Array.from({ length: questions }, (_, i): Outcome =>
      i % 4 === 0 ? 'wrong' : 'right',
    );
    const { share } = score(sampleForm({ questions }), ...outcomes);
    return share.high - share.low;
  };
  expect(width(20)).toBeGreaterThan(width(60));
  // Three quarters of 60 right: 67 to 82 %.
  expect(width(60)).toBeCloseTo(0.142, 2);
});

test('with a mark where a line would put it, the scale is that line', () => {
  const form = rated(sampleForm({ questions: 100 }), ((720 - 100) / 900) * 100, scale);
  const outcomes = Array.from({ length: 100 }, (_, i): Outcome => (i < 80 ? 'right' : 'wrong'));
  expect(score(form, ...outcomes).points?.value).toBeCloseTo(100 + 900 * 0.8, 6);
});

test('the band holds the true share about 8 times in 10, but not so often what another form gives', () => {
  const random = seeded(20);
  const questions = 65;
  const form = sampleForm({ questions });
  const sit = (share: number) =>
    score(form, ...form.questions.map(() => (random() < share ? ('right' as const) : 'wrong')))
      .share;
  for (const truth of [0.55, 0.7, 0.85]) {
    const bands = Array.from({ length: 400 }, () => sit(truth));
    const heldBy = (value: () => number) =>
      bands.filter(({ low, high }) => {
        const at = value();
        return low <= at && at <= high;
      }).length / bands.length;
    expect(heldBy(() => truth)).toBeGreaterThan(0.75);
    expect(heldBy(() => truth)).toBeLessThan(0.87);
    expect(heldBy(() => sit(truth).value)).toBeLessThan(0.72);
  }
});
