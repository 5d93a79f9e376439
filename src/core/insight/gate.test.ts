import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDay } from '#core/time.ts';
import type { DomainFigures, Figures } from './exam-figures.ts';
import { canOpen, gate, isOpen, wantedAnswers } from './gate.ts';

interface Part {
  readonly weight: number;
  readonly concepts: number;
  readonly met: number;
  /** Answers beside the first one to each concept. */
  readonly repeats: number;
  readonly evidence: number;
}

function figures(parts: readonly Part[]): Figures {
  const domains = parts.map(({ weight, concepts, met, repeats, evidence }, i): DomainFigures => ({
    domain: `d${i}`,
    weight,
    concepts,
    met: Math.min(met, concepts),
    answers: Math.min(met, concepts) + repeats,
    evidence: Math.min(met, concepts) + evidence,
    recall: null,
    unmet: 0.5,
    share: 0.5,
  }));
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = (of: (domain: DomainFigures) => number): number =>
    domains.reduce((total, domain) => total + of(domain), 0);
  return {
    domains,
    answers: sum(({ answers }) => answers),
    evidence: sum(({ evidence }) => evidence),
    met:
      sum(({ weight, met, concepts }) => (concepts === 0 ? 0 : (weight * met) / concepts)) /
      weights,
    bias: 0,
    day: studyDay(0),
    share: 0.5,
    scored: 50,
    pass: 0.7,
    passSpread: 0,
    tau: 0.2,
  };
}

const anyParts = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 60 }),
    concepts: fc.integer({ min: 0, max: 60 }),
    met: fc.integer({ min: 0, max: 60 }),
    repeats: fc.integer({ min: 0, max: 80 }),
    evidence: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The figures after the answers that were asked for: to new concepts while there are any. */
function after(parts: readonly Part[]): Figures {
  const wanted = new Map(wantedAnswers(figures(parts)).map((each) => [each.domain, each.answers]));
  return figures(
    parts.map((part, i) => {
      const more = wanted.get(`d${i}`) ?? 0;
      const met = Math.min(part.met, part.concepts);
      const fresh = Math.min(more, part.concepts - met);
      const rest = more - fresh;
      return {
        ...part,
        met: met + fresh,
        repeats: part.repeats + rest,
        evidence: part.evidence + rest,
      };
    }),
  );
}

describe('the gate', () => {
  test('opens by the answers that it asks for, where the pack has them', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const before = figures(parts);
        fc.pre(!isOpen(before) && canOpen(before, Infinity));
        expect(isOpen(after(parts))).toBe(true);
      }),
    );
  });

  test('asks for nothing once it is open, and for no more than is missing', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const before = figures(parts);
        const asked = wantedAnswers(before).reduce((sum, { answers }) => sum + answers, 0);
        expect(asked === 0).toBe(isOpen(before) || (asked === 0 && !canOpen(before, Infinity)));
        const concepts = before.domains.reduce((sum, each) => sum + each.concepts - each.met, 0);
        const most = Math.max(concepts, gate.answers - before.answers, gate.evidence);
        expect(asked).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('never opens on less', () => {
    const enough = { weight: 100, concepts: 50, met: 30, repeats: 70, evidence: 0 };
    expect(isOpen(figures([enough]))).toBe(true);
    expect(isOpen(figures([{ ...enough, met: 29, repeats: 71, evidence: 1 }]))).toBe(false);
    expect(isOpen(figures([{ ...enough, repeats: 69 }]))).toBe(false);
    expect(isOpen(figures([{ ...enough, concepts: 20, met: 20, repeats: 80, evidence: 9 }]))).toBe(
      false,
    );
  });

  test('asks first where a concept counts most', () => {
    const parts = [
      { weight: 80, concepts: 100, met: 0, repeats: 200, evidence: 50 },
      { weight: 20, concepts: 4, met: 0, repeats: 0, evidence: 0 },
    ];
    expect(wantedAnswers(figures(parts))).toEqual([
      { domain: 'd0', answers: 50 },
      { domain: 'd1', answers: 4 },
    ]);
  });

  test('cannot open where the pack has too little of the exam, or too few questions', () => {
    const half = { concepts: 50, met: 0, repeats: 0, evidence: 0 };
    const figuresOfHalf = figures([
      { ...half, weight: 50 },
      { ...half, weight: 50, concepts: 0 },
    ]);
    expect(canOpen(figuresOfHalf, 500)).toBe(false);
    const whole = figures([{ ...half, weight: 100 }]);
    expect([canOpen(whole, 29), canOpen(whole, 30)]).toEqual([false, true]);
  });
});
