import type { Response } from '#core/answer/response.ts';
import type { Event, Fact } from '#core/journal/event.ts';
import { instant } from '#core/time.ts';
import type { FormQuestion } from './draw.ts';
import { formJson, type Form } from './form.ts';

/** What the tests of exams are made of; nothing of it is in the app. */

const MINUTE = 60_000;
/** When the sample exam starts. */
export const START = Date.UTC(2026, 10, 26, 9);

interface Size {
  readonly questions?: number;
  readonly unscored?: number;
  readonly minutes?: number;
}

/** A form of questions `c0/s0`, `c1/s0` … in two domains in turn; the last ones do not count. */
export function sampleForm({ questions = 4, unscored = 0, minutes = 10 }: Size = {}): Form {
  return {
    blueprint: {
      id: 'pack',
      title: { en: 'Mock exam', ja: '模擬試験' },
      questions,
      unscored,
      minutes,
      pass: 70,
      scale: null,
      kinds: ['single'],
      domains: [
        { id: 'd0', title: { en: 'First' }, weight: 50 },
        { id: 'd1', title: { en: 'Second' }, weight: 50 },
      ],
    },
    packs: [{ uid: 'pack', version: '1.0.0' }],
    seed: 1,
    isShared: false,
    extraMinutes: 0,
    questions: Array.from({ length: questions }, (_, place) => ({
      pack: 'pack',
      concept: `c${place}`,
      scenario: 's0',
      domain: `d${place % 2}`,
      isScored: place < questions - unscored,
    })),
  };
}

let seq = 0;

/** A fact as an event of a writer, so many minutes after the start. */
export function after(minutes: number, fact: Fact, writer = 'writer0001'): Event {
  seq += 1;
  return { ...fact, writer, seq, at: instant(START + minutes * MINUTE), offset: 540, epoch: 0 };
}

export const started = (form: Form = sampleForm(), exam = 'exam'): Event =>
  after(0, { type: 'exam-started', exam, form: formJson(form) });

export const chose = (option: string | null): Response | null =>
  option === null ? null : { kind: 'single', chosen: option };

/** An answer to the question `c<place>/s0` that took half a minute. */
export const answerFact = (
  place: number,
  option: string | null = 'a',
  change: Partial<Fact<'exam-answered'>> = {},
): Fact<'exam-answered'> => ({
  type: 'exam-answered',
  exam: 'exam',
  pack: 'pack',
  concept: `c${place}`,
  scenario: 's0',
  textRev: 't1',
  keyRev: 'k1',
  shown: ['a', 'b', 'c', 'd'],
  response: chose(option),
  confidence: null,
  latency: MINUTE / 2,
  language: 'en',
  ...change,
});

/** What a question is to its form. */
export const questionAt = (form: Form, place: number): FormQuestion => {
  const question = form.questions[place];
  if (question === undefined) throw new Error(`no question ${place}`);
  return question;
};
