import { describe, expect, test } from 'vitest';
import { answerFact } from '#core/exam/sample.ts';
import { scenarioKey } from '#core/ids.ts';
import { seeded } from '#core/random.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import type { Event, Fact } from './event.ts';
import { emptyLearner, type Learner } from './learner-state.ts';
import { readLearner, writeLearner } from './learner-text.ts';
import { replay } from './learner.ts';

const event = (seq: number, fact: Fact): Event => happened(seq, noon(100, seq), fact);

const target = { pack: 'pack', concept: 'c0' };
const eventful = replay([
  answered(1, noon(90), { right: false, confidence: 'certain' }),
  answered(2, noon(95), { concept: 'c1', keyRev: 'a~,;|.>é\u{d800}' }),
  answered(3, noon(96), { pack: 'other', response: null, right: false, confidence: null }),
  event(4, { type: 'flagged', target, on: true }),
  event(5, { type: 'noted', target: { ...target, scenario: 's0' }, text: '覚える;|' }),
  event(6, { type: 'setting', key: 'daysOff', value: [0, 6] }),
  event(7, {
    type: 'session-started',
    session: 'one',
    seed: 9,
    mode: 'drill',
    filter: { only: 'contrast', pair: ['a', 'b'], size: 3 },
  }),
  answered(8, noon(100, 8), { confidence: 'guessing' }),
  answered(9, noon(100, 9), { concept: 'c2' }),
  event(10, { type: 'buried', target, on: true }),
  event(11, answerFact(0)),
]);

describe('a written learner', () => {
  test.each<[string, Learner]>([
    ['new', emptyLearner],
    ['eventful', eventful],
  ])('comes back the same: %s', (_, learner) => {
    expect(readLearner(writeLearner(learner))).toEqual(learner);
  });

  test('keeps the marks of the open session apart from those of now', () => {
    const session = readLearner(writeLearner(eventful))?.session;
    expect(session?.before.marks.buried.size).toBe(0);
  });

  test('is none when anything is amiss', () => {
    const text = writeLearner(eventful);
    for (const broken of [
      '',
      'null',
      '{}',
      text.slice(0, -1),
      text.replace('"version":6', '"version":5'),
      text.replace('"numbers":"', '"numbers":"!'),
      text.replace(/("numbers":"[^"]*)[^"]"/, '$1"'),
      text.replace('"names":"0:pack,', '"names":"0:pack'),
      text.replace('"names":"0:pack,', '"names":"0:pack,c0,'),
      text.replace(/("revs":"[^"]*)[^"]"/, '$1"'),
      text.replace(/"options":"[^"]*"/, '"options":"0:"'),
      text.replace('session-started', 'session-ended'),
    ]) {
      expect(broken).not.toBe(text);
      expect(readLearner(broken)).toBeNull();
    }
  });

  test.each<[number, readonly (keyof Learner)[], Partial<Learner>]>([
    [5, ['mocks'], { mocks: new Set() }],
    [4, ['mocks', 'rules'], { mocks: new Set(), rules: new Map() }],
  ])('of version %i is read where nothing else knows what it holds', (version, without, empty) => {
    const former = { ...JSON.parse(writeLearner(eventful)), version };
    for (const key of without) delete former[key];
    const text = JSON.stringify(former);
    expect(readLearner(text)).toBeNull();
    expect(readLearner(text, true)).toEqual({ ...eventful, ...empty });
    expect(readLearner(JSON.stringify({ ...former, version: 3 }), true)).toBeNull();
  });

  test('of 10,000 concepts and 30,000 scenarios is little more than a megabyte, and ASCII', () => {
    const random = seeded(1);
    const events: Event[] = [];
    for (let i = 0; i < 30_000; i += 1) {
      const concept = `concept-number-${i % 10_000}`;
      const keyRev = Math.floor(random() * 36 ** 8).toString(36);
      const clock = noon(20_000 + Math.floor(i / 40), i % 40);
      const right = random() < 0.8;
      const scenario = `scene-${Math.floor(i / 10_000)}`;
      events.push(answered(i + 1, clock, { concept, scenario, keyRev, right }));
    }
    const learner = replay(events);
    const text = writeLearner(learner);
    expect(learner.scenarios.size).toBe(30_000);
    expect(text.length).toBeLessThan(1_400_000);
    expect(/^[ -~]*$/.test(text)).toBe(true);
    expect(
      readLearner(text)?.scenarios.get(scenarioKey('pack', 'concept-number-7', 'scene-2')),
    ).toEqual(learner.scenarios.get(scenarioKey('pack', 'concept-number-7', 'scene-2')));
  });
});

describe('what a journal folds to', () => {
  /** One of each kind of event that the fold looks at. */
  const journal: readonly Event[] = [
    event(1, { type: 'setting', key: 'minutesPerDay', value: 20 }),
    event(2, { type: 'setting', key: 'exam', value: 'pack' }),
    event(3, { type: 'setting', key: 'examDate', value: '2026-12-20' }),
    answered(4, noon(100, 4), { right: false, confidence: 'certain' }),
    answered(5, noon(101, 5), { scenario: 's1', confidence: 'guessing' }),
    { ...happened(1, noon(102, 5), answerFact(1)), writer: 'writer0002' },
    answered(6, noon(102, 6), { concept: 'c1', mode: 'exam', session: 'mock', confidence: null }),
    happened(7, noon(103, 7), { type: 'suspended', target, on: true }),
    happened(8, noon(103, 8), { type: 'flagged', target: { ...target, scenario: 's0' }, on: true }),
    happened(9, noon(103, 9), { type: 'noted', target, text: 'note' }),
    happened(10, noon(104, 10), {
      type: 'session-started',
      session: 'open',
      seed: 9,
      mode: 'study',
      filter: { planned: true },
    }),
    answered(11, noon(104, 11), { concept: 'c2', session: 'open' }),
    happened(12, noon(104, 12), {
      type: 'overruled',
      ref: { writer: 'writer0001', seq: 11 },
      rating: 'easy',
    }),
    happened(13, noon(104, 13), {
      type: 'buried',
      target: { pack: 'pack', concept: 'c3' },
      on: true,
    }),
  ];

  /**
   * By the version of the text. A line that was published is never changed: whoever changes what the fold holds, or
   * how it is written, gives the text a new version and adds a line. Else learners would keep what the old fold made.
   */
  const texts: ReadonlyMap<number, string> = new Map([
    [
      5,
      '{"version":5,"rows":{"numbers":"#%a}kZ=wX`wp%c&\'#!!$$+!$##!#!#0#!$fwmhU#ydS_Q#e&%#!!##0#!%Sln]Q&S~a`8i&%#!!##0#!&","names":"0:pack,c0,s0,s1,c1,s0,c2,s0,","revs":"2:k1k1k1k1","options":"1:b"},"days":[100,1,0,1,20000,101,1,1,0,110000,102,1,1,1,0,104,1,1,1,20000],"marks":{"flagged":["pack/c0/s0"],"suspended":["pack/c0"],"buried":[["pack/c3",104]]},"notes":[["pack/c0","note"]],"settings":{"dayStart":240,"newPerDay":10,"minutesPerDay":20,"singleKeys":true,"language":null,"questionLanguage":null,"theme":"system","mapping":1,"packsOff":[],"personal":{"first":0,"decay":0,"growth":0,"lapse":0},"fittedAfter":0,"exam":"pack","examDate":"2026-12-20","planFrom":null,"examResult":null,"daysOff":[]},"rules":[[100,{"minutesPerDay":20,"daysOff":[]}]],"session":{"started":{"type":"session-started","session":"open","seed":9,"mode":"study","filter":{"planned":true}},"start":{"at":9029400000,"offset":0},"steps":[{"type":"answered","ref":{"writer":"writer0001","seq":11},"pack":"pack","concept":"c2","scenario":"s0","right":true,"confidence":"fairly-sure"},{"type":"dropped","key":"pack/c3"}],"before":{"rows":{"numbers":"!","names":"0:","revs":"0:","options":"0:"},"newConcepts":["pack/c2"],"newScenarios":["pack/c2/s0"],"today":[0,0,0,0],"pace":[20000,110000],"settings":{"dayStart":240,"newPerDay":10,"minutesPerDay":20,"singleKeys":true,"language":null,"questionLanguage":null,"theme":"system","mapping":1,"packsOff":[],"personal":{"first":0,"decay":0,"growth":0,"lapse":0},"fittedAfter":0,"exam":"pack","examDate":"2026-12-20","planFrom":null,"examResult":null,"daysOff":[]},"marks":{"flagged":["pack/c0/s0"],"suspended":["pack/c0"],"buried":[]}}},"answers":4,"pace":[20000,110000,20000],"recent":[["writer0001:4",{"concept":"pack/c0","memory":null,"lapses":0,"day":100}],["writer0001:5",{"concept":"pack/c0","memory":{"stability":0.212,"difficulty":6.4133,"day":100},"lapses":0,"day":101}],["writer0001:6",{"concept":"pack/c1","memory":null,"lapses":0,"day":102}],["writer0001:11",{"concept":"pack/c2","memory":null,"lapses":0,"day":104}]],"lastAnswer":{"session":"open","at":9029460000},"head":{"at":9029580000,"writer":"writer0001","seq":13}}',
    ],
    [
      6,
      '{"version":6,"rows":{"numbers":"#%a}kZ=wX`wp%c&\'#!!$$+!$##!#!#0#!$fwmhU#ydS_Q#e&%#!!##0#!%Sln]Q&S~a`8i&%#!!##0#!&","names":"0:pack,c0,s0,s1,c1,s0,c2,s0,","revs":"2:k1k1k1k1","options":"1:b"},"days":[100,1,0,1,20000,101,1,1,0,110000,102,1,1,1,0,104,1,1,1,20000],"marks":{"flagged":["pack/c0/s0"],"suspended":["pack/c0"],"buried":[["pack/c3",104]]},"notes":[["pack/c0","note"]],"settings":{"dayStart":240,"newPerDay":10,"minutesPerDay":20,"singleKeys":true,"language":null,"questionLanguage":null,"theme":"system","mapping":1,"packsOff":[],"personal":{"first":0,"decay":0,"growth":0,"lapse":0},"fittedAfter":0,"exam":"pack","examDate":"2026-12-20","planFrom":null,"examResult":null,"daysOff":[]},"rules":[[100,{"minutesPerDay":20,"daysOff":[]}]],"mocks":[102],"session":{"started":{"type":"session-started","session":"open","seed":9,"mode":"study","filter":{"planned":true}},"start":{"at":9029400000,"offset":0},"steps":[{"type":"answered","ref":{"writer":"writer0001","seq":11},"pack":"pack","concept":"c2","scenario":"s0","right":true,"confidence":"fairly-sure"},{"type":"dropped","key":"pack/c3"}],"before":{"rows":{"numbers":"!","names":"0:","revs":"0:","options":"0:"},"newConcepts":["pack/c2"],"newScenarios":["pack/c2/s0"],"today":[0,0,0,0],"pace":[20000,110000],"settings":{"dayStart":240,"newPerDay":10,"minutesPerDay":20,"singleKeys":true,"language":null,"questionLanguage":null,"theme":"system","mapping":1,"packsOff":[],"personal":{"first":0,"decay":0,"growth":0,"lapse":0},"fittedAfter":0,"exam":"pack","examDate":"2026-12-20","planFrom":null,"examResult":null,"daysOff":[]},"marks":{"flagged":["pack/c0/s0"],"suspended":["pack/c0"],"buried":[]}}},"answers":4,"pace":[20000,110000,20000],"recent":[["writer0001:4",{"concept":"pack/c0","memory":null,"lapses":0,"day":100}],["writer0001:5",{"concept":"pack/c0","memory":{"stability":0.212,"difficulty":6.4133,"day":100},"lapses":0,"day":101}],["writer0001:6",{"concept":"pack/c1","memory":null,"lapses":0,"day":102}],["writer0001:11",{"concept":"pack/c2","memory":null,"lapses":0,"day":104}]],"lastAnswer":{"session":"open","at":9029460000},"head":{"at":9029580000,"writer":"writer0001","seq":13}}',
    ],
  ]);

  test('is written the same as ever by this version', () => {
    const text = writeLearner(replay(journal));
    const { version } = JSON.parse(text);
    expect(text).toBe(texts.get(version));
    expect(readLearner(text)).toEqual(replay(journal));
  });

  test('is read as the version before has written it, without days of mocks', () => {
    const former = texts.get(5) ?? '';
    expect(readLearner(former, true)).toEqual({ ...replay(journal), mocks: new Set() });
  });
});
