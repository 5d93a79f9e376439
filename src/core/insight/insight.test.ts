import { describe, expect, test } from 'vitest';
import { fold, replay } from '#core/journal/learner.ts';
import { emptyLearner } from '#core/journal/learner-state.ts';
import { review, retrievability } from '#core/memory/schedule.ts';
import { answered, happened, noon, samplePack, studied, withConcept } from '#core/study/sample.ts';
import type { Turn } from '#core/study/session-state.ts';
import { studyDay } from '#core/time.ts';
import { forecast } from './forecast.ts';
import { recallField } from './recall.ts';
import { domainSummary, sessionSummary } from './summary.ts';

const library = [samplePack({ concepts: 4 })];
const day = studyDay(100);
const learner = replay([
  answered(1, noon(90), { concept: 'c0' }),
  answered(2, noon(99), { concept: 'c1', right: false, confidence: 'certain' }),
  answered(3, noon(99, 1), { concept: 'c2' }),
]);

describe('forecast', () => {
  test('counts what comes due on each day, all that is overdue on the first', () => {
    // Good is due after 2.3 days, Again after .2; c0 was due long ago.
    expect(forecast(learner, library, day, 4)).toEqual([2, 0, 1, 0]);
    expect(forecast(learner, library, day)).toHaveLength(14);
    expect(forecast(learner, library, day, 2)).toEqual([2, 0]);
  });

  test('leaves out what is suspended, off, or gone from the pack', () => {
    const target = { pack: 'pack', concept: 'c0' };
    const suspended = fold(learner, [
      happened(4, noon(99, 2), { type: 'suspended', target, on: true }),
    ]);
    const off = fold(learner, [
      happened(4, noon(99, 2), { type: 'setting', key: 'packsOff', value: ['pack'] }),
    ]);
    expect(forecast(suspended, library, day, 3)).toEqual([1, 0, 1]);
    expect(forecast(off, library, day, 3)).toEqual([0, 0, 0]);
    expect(forecast(learner, [samplePack({ concepts: 1 })], day, 3)).toEqual([1, 0, 0]);
  });
});

describe('recallField', () => {
  test('has a cell for each concept by domain, as full as it will be recalled', () => {
    const [d0, d1] = recallField(learner, library, day);
    const good = review(null, 'good', studyDay(90));
    expect(d0?.cells.map(({ concept }) => concept)).toEqual(['c0', 'c2']);
    expect(d0?.cells[0]).toEqual({
      key: 'pack/c0',
      concept: 'c0',
      recall: retrievability(good, studyDay(130)),
      quarters: 3,
      due: true,
    });
    expect(d1?.cells).toMatchObject([
      { concept: 'c1', quarters: 2, due: true },
      { concept: 'c3', recall: null, quarters: 0, due: false },
    ]);
  });

  test('of today shows more than that of a month ahead', () => {
    const [now] = recallField(learner, library, studyDay(99), 0);
    expect(now?.cells[1]).toMatchObject({ concept: 'c2', recall: 1, quarters: 4, due: false });
  });

  test('never empties the cell of what was met', () => {
    const [, d1] = recallField(learner, library, day, 30_000);
    expect(d1?.cells[0]).toMatchObject({ concept: 'c1', quarters: 1 });
  });
});

describe('domainSummary', () => {
  test('counts concepts, first tries and misconceptions of each domain', () => {
    const [d0, d1] = domainSummary(learner, library, day);
    expect(d0).toMatchObject({ domain: 'd0', concepts: 2, met: 2, due: 1, misconceptions: 0 });
    expect([d0?.firstTries, d0?.firstRight]).toEqual([2, 2]);
    expect(d1).toMatchObject({ concepts: 2, met: 1, due: 1, misconceptions: 1 });
    expect([d1?.firstTries, d1?.firstRight]).toEqual([1, 0]);
    const recalls = [90, 99].map((met) => retrievability(review(null, 'good', studyDay(met)), day));
    expect(d0?.recall).toBeCloseTo(recalls.reduce((sum, recall) => sum + recall, 0) / 2, 10);
  });

  test('knows no recall where nothing was met', () => {
    expect(domainSummary(emptyLearner, library, day)).toMatchObject([
      { met: 0, recall: null },
      { met: 0, recall: null },
    ]);
  });

  test('drops answers whose key has changed since', () => {
    const [pack = samplePack()] = library;
    const scenarios = pack.concepts[0]?.scenarios.map((each) => ({ ...each, keyRev: 'k2' })) ?? [];
    const changed = withConcept(pack, 'c0', { scenarios });
    expect(domainSummary(learner, [changed], day)[0]).toMatchObject({ met: 2, firstTries: 1 });
  });
});

const turn = (concept: string, domain: string, right: boolean, certain = false): Turn => ({
  item: {
    pack: 'pack',
    domain,
    concept,
    scenario: studied('s0'),
    kind: 'single',
    chance: 0.25,
    reason: 'new',
    others: [],
  },
  line: { items: [], returned: [] },
  right,
  confidence: certain ? 'certain' : 'guessing',
  ref: null,
});

describe('sessionSummary', () => {
  test('tells right answers by domain, what was missed, and what was believed wrongly', () => {
    const turns = [
      turn('c0', 'd0', true, true),
      turn('c1', 'd1', false),
      turn('c3', 'd1', false, true),
      turn('c1', 'd1', false, true),
      turn('c3', 'd1', true),
    ];
    const summary = sessionSummary(turns);
    expect(summary).toMatchObject({ answers: 5, right: 2 });
    expect(summary.domains).toEqual([
      { pack: 'pack', domain: 'd0', answers: 1, right: 1 },
      { pack: 'pack', domain: 'd1', answers: 4, right: 1 },
    ]);
    expect(summary.missed.map(({ concept }) => concept)).toEqual(['c1', 'c3']);
    expect(summary.misconceptions.map(({ concept }) => concept)).toEqual(['c3', 'c1']);
  });

  test('of nothing is empty', () => {
    expect(sessionSummary([])).toEqual({
      answers: 0,
      right: 0,
      domains: [],
      missed: [],
      misconceptions: [],
    });
  });
});
