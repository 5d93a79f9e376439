import { describe, expect, test } from 'vitest';
import type { ExamProfile } from '#core/exam/profile.ts';
import { ownExam, realExam, type Subject } from '#core/exam/subject.ts';
import type { Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import { finish } from '#core/journal/slices.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { answered, happened, noon, samplePack } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { chanceToPass } from './chance.ts';
import { readiness as working, type Readiness, type ReadinessInput } from './readiness.ts';

const START = 20_000;

const sample = (concepts: number, scenarios: number): PackIndex => ({
  ...samplePack({ concepts, scenarios }),
  exam: { title: { en: 'Own' }, questions: 20, minutes: 40, pass: 70, kinds: ['single'] },
});

/** Answers to the first scenarios of each concept, one day after another; `right` says which. */
function study(
  concepts: number,
  scenarios: number,
  right: (turn: number) => boolean = (turn) => turn % 5 > 0,
): Event[] {
  const events: Event[] = [];
  for (let round = 0; round < scenarios; round += 1)
    for (let i = 0; i < concepts; i += 1) {
      const seq = events.length + 1;
      const where = { concept: `c${i}`, scenario: `s${round}` };
      events.push(answered(seq, noon(START + round * 4, i), { ...where, right: right(seq) }));
    }
  return events;
}

function input(pack: PackIndex, events: readonly Event[], today: number): ReadinessInput {
  const subject = ownExam(pack);
  if (subject === null) throw new Error('the sample has an exam');
  const learner = replay(events);
  return { events, learner, subject, packs: [pack], today: studyDay(today), exam: null };
}

const readiness = (of: ReadinessInput): Readiness => finish(working(of));

const known = (of: ReadinessInput) => {
  const { verdict } = readiness(of);
  if (verdict.state !== 'known') throw new Error(`it is ${verdict.state}`);
  return verdict.chance;
};

describe('readiness', () => {
  const pack = sample(40, 6);

  test('says how many answers are missing, and where, until there is enough', () => {
    const { verdict } = readiness(input(pack, study(10, 2), START + 5));
    expect(verdict).toEqual({
      state: 'not-enough',
      wanted: [
        { domain: 'd0', answers: 40 },
        { domain: 'd1', answers: 40 },
      ],
    });
  });

  test('gives a chance with a band once there is', () => {
    const { verdict, figures } = readiness(input(pack, study(40, 3), START + 9));
    expect(figures).toMatchObject({
      answers: 120,
      evidence: 120,
      met: 1,
      scored: 20,
      pass: 0.7,
      passSpread: 0,
    });
    expect(verdict).toEqual({ state: 'known', chance: chanceToPass(figures) });
  });

  test('is higher for who answers right, and lower the longer it is until the exam', () => {
    const at = START + 9;
    const good = input(
      pack,
      study(40, 3, () => true),
      at,
    );
    const poor = input(
      pack,
      study(40, 3, (turn) => turn % 3 === 0),
      at,
    );
    expect(known(good).chance).toBeGreaterThan(known(poor).chance);
    expect(known({ ...good, exam: studyDay(at + 200) }).chance).toBeLessThan(known(good).chance);
    expect(known({ ...good, exam: studyDay(at - 100) })).toEqual(known(good));
  });

  test('takes what was not met for what first answers in its domain were', () => {
    const events = study(30, 4, (turn) => turn > 30 || turn % 2 === 1);
    const { figures } = readiness(input(pack, events, START + 20));
    const [d0, d1] = figures.domains;
    // Even concepts are in d0: its first answers were right, those of d1 wrong.
    expect(d0).toMatchObject({ concepts: 20, met: 15 });
    expect(d0?.unmet).toBeGreaterThan(0.8);
    expect(d1?.unmet).toBeLessThan(0.2);
    const mid = (15 + 4 * 0.475) / 34;
    expect(d0?.unmet).toBeCloseTo((15 + 4 * mid) / 19, 10);
  });

  test('counts answers after thirty days of rest by half, and others again not at all', () => {
    const first = study(40, 3);
    const again = (seq: number, day: number): Event =>
      answered(seq, noon(START + day), { concept: 'c0', scenario: 's0' });
    const evidence = (...more: Event[]): number =>
      readiness(input(pack, [...first, ...more], START + 90)).figures.evidence;
    expect(evidence()).toBe(120);
    expect(evidence(again(900, 12))).toBe(120);
    expect(evidence(again(900, 30))).toBe(120.5);
    expect(evidence(again(900, 20), again(901, 49))).toBe(120);
  });

  test('takes no notice of answers to a question whose answer has changed', () => {
    const changed = {
      ...pack,
      concepts: pack.concepts.map((concept) => ({
        ...concept,
        scenarios: concept.scenarios.map((each) =>
          each.id === 's0' ? { ...each, keyRev: 'k2' } : each,
        ),
      })),
    };
    const { figures } = readiness(input(changed, study(40, 4), START + 20));
    expect(figures).toMatchObject({ answers: 120, evidence: 120 });
  });

  test('shows the last chance with its date when every scenario was met, until they have rested', () => {
    const small = sample(40, 3);
    const events = study(40, 3);
    const { verdict } = readiness(input(small, events, START + 20));
    const then = readiness(input(sample(40, 4), events, START + 8));
    expect(verdict).toMatchObject({ state: 'exhausted', last: { on: START + 8 } });
    expect(then.verdict).toMatchObject({ state: 'known' });
    expect(verdict).toMatchObject({ last: chanceToPass(then.figures) });
    expect(readiness(input(small, events, START + 38)).verdict.state).toBe('known');
  });

  test('goes by the bias for new situations, which repeats that went well do not lift', () => {
    const first = study(40, 3);
    const repeats = study(40, 3, () => true).map((event, i) => ({
      ...event,
      ...noon(START + 15, i),
      seq: first.length + i + 1,
    }));
    const { figures, record } = readiness(input(pack, [...first, ...repeats], START + 16));
    expect(record.bias - record.newBias).toBeGreaterThan(0.5);
    expect(figures.bias).toBe(record.newBias);
  });

  test('asks nothing more where only scenarios kept for mock exams are left', () => {
    const whole = sample(40, 4);
    const concepts = whole.concepts.map((concept) => ({
      ...concept,
      scenarios: concept.scenarios.map((one) => ({ ...one, reserve: one.id === 's3' })),
    }));
    const kept = input({ ...whole, concepts }, study(40, 3), START + 9);
    expect(readiness(kept).verdict.state).toBe('exhausted');
  });

  test('has no last chance where there never was enough', () => {
    const events = study(10, 3);
    expect(readiness(input(sample(10, 3), events, START + 9)).verdict).toEqual({
      state: 'exhausted',
      last: null,
    });
    expect(readiness(input(sample(9, 3), study(3, 1), START + 9)).verdict.state).toBe('too-small');
  });

  test('goes by the learner’s own memory and bias', () => {
    const value = { first: -1, decay: 0.4, growth: 0, lapse: 0 };
    const events = study(40, 3);
    const fit = happened(900, noon(START + 9), { type: 'setting', key: 'personal', value });
    const [average, forgetful] = [events, [...events, fit]].map((each) =>
      readiness(input(pack, each, START + 60)),
    );
    expect(forgetful?.figures.share).toBeLessThan(average?.figures.share ?? 0);
    expect(average?.figures.bias).toBe(average?.record.newBias);
  });
});

test('of a scaled exam the mark itself is uncertain', () => {
  const pack = sample(40, 6);
  const scaled = {
    ...pack,
    exam: {
      ...pack.exam,
      title: {},
      questions: 65,
      minutes: 90,
      pass: 72,
      kinds: [],
      unscored: 15,
    },
  };
  const withScale = {
    ...scaled,
    exam: { ...scaled.exam, scale: { min: 100, max: 1000, pass: 720 } },
  };
  const of = (each: PackIndex) => readiness(input(each, study(40, 3), START + 9)).figures;
  expect(of(withScale)).toMatchObject({ scored: 50, pass: 0.72, passSpread: 0.03 });
  expect(of(scaled).passSpread).toBe(0);
});

describe('a real exam', () => {
  const halves = [sample(40, 3), { ...sample(40, 3), uid: 'other' }];
  const own = input(sample(40, 3), study(40, 3), START + 9);
  const subject: Subject = {
    ...own.subject,
    packs: halves,
    blueprint: {
      ...own.subject.blueprint,
      domains: ['tides', 'signs', 'lights'].map((id, i) => ({
        id,
        title: {},
        weight: 50 - i * 20,
      })),
    },
    domainsOf: (pack, domain) =>
      pack === 'other' ? ['lights'] : domain === 'd0' ? ['tides', 'signs'] : [],
    covers: true,
  };

  test('goes by its own domains: what belongs to two is in both, and counts once', () => {
    const { figures } = readiness({ ...own, subject, packs: halves });
    expect(figures.domains).toMatchObject([
      { domain: 'tides', concepts: 20, met: 20, answers: 60 },
      { domain: 'signs', concepts: 20, met: 20, answers: 60 },
      { domain: 'lights', concepts: 40, met: 0, answers: 0 },
    ]);
    expect(figures).toMatchObject({ answers: 60, evidence: 60 });
    expect(figures.met).toBeCloseTo(0.8 / 0.9, 10);
  });
});

test('a concept of two domains of the exam counts for half in each, as in its forms', () => {
  const pack = sample(40, 6);
  const profile = (domains: readonly string[]): ExamProfile => ({
    id: 'real',
    title: {},
    questions: 20,
    minutes: 40,
    scale: { min: 0, max: 100, pass: 70 },
    kinds: ['single'],
    domains: domains.map((id) => ({
      id,
      title: {},
      weight: 100 / domains.length,
      tasks: [id],
    })),
    sources: [],
  });
  // The concepts of the first domain are met, those of the second are not.
  const events = study(40, 3).filter(
    (event) => event.type === 'answered' && Number(event.concept.slice(1)) % 2 === 0,
  );
  const sharesOf = (covers: NonNullable<PackIndex['covers']>[string]) => {
    const subject = realExam([{ ...pack, covers: { real: covers } }], profile(['tides', 'signs']));
    if (subject === null) throw new Error('it is covered');
    return readiness({ ...input(pack, events, START + 9), subject }).figures.domains;
  };
  const [met] = sharesOf({ d0: { tides: ['tides'] }, d1: { signs: ['signs'] } });
  const [both] = sharesOf({ d0: { tides: ['tides'] }, d1: { tides: [], signs: ['signs'] } });
  if (met === undefined || both === undefined) throw new Error('there are two');
  expect(both.unmet).toBe(met.unmet);
  expect(both.share).toBeCloseTo((20 * met.share + 10 * both.unmet) / 30);
});
