import { confidences } from '#core/answer/response.ts';
import type { Response } from '#core/answer/response.ts';
import type { Random } from '#core/random.ts';
import { hashText, seeded, shuffled } from '#core/random.ts';
import { instant } from '#core/time.ts';
import type { AnyEvent, Fact, Stamp } from './event.ts';

/** A learner's years, made up but alike: for measures of size and speed, and for tests that need a lot. */

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = 1_767_225_600_000;

const kinds = ['single', 'single', 'single', 'multiple', 'ordering', 'matching', 'short'] as const;
const words = Array.from({ length: 120 }, (_, i) => `option-${i}`);
const topics = ['queue', 'storage', 'database', 'network', 'identity', 'cache', 'backup', 'event'];

interface Question {
  readonly kind: (typeof kinds)[number];
  readonly pack: string;
  readonly concept: string;
  readonly scenario: string;
  readonly options: readonly string[];
}

const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const letters = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('');

const rev = (text: string): string => hashText(text).toString(16).padStart(8, '0');

/** Three scenarios a concept, in two packs. */
function questions(concepts: number, random: Random): Question[] {
  return Array.from({ length: concepts * 3 }, (_, i) => {
    const number = Math.floor(i / 3);
    const topic = topics[number % topics.length] ?? '';
    return {
      kind: pick(kinds, random),
      pack: number % 2 === 0 ? 'k3v9x1q7m2pd' : 'w8c4n6t0y5rb',
      concept: `${topic}-that-decides-${number}`,
      scenario: ['shop', 'clinic', 'archive'][i % 3] ?? '',
      options: shuffled(words, random).slice(0, 4 + (i % 2)),
    };
  });
}

function respond(kind: Question['kind'], shown: readonly string[], random: Random): Response {
  const [first = '', second = ''] = shuffled(shown, random);
  switch (kind) {
    case 'single':
      return { kind, chosen: first };
    case 'multiple':
      return { kind, chosen: [first, second] };
    case 'ordering':
      return { kind, order: shuffled(shown, random).slice(0, 4) };
    case 'matching':
      return { kind, pairs: ['first', 'second', 'third'].map((id) => [id, pick(shown, random)]) };
    case 'short':
      return { kind, typed: `${pick(topics, random)} ${Math.floor(random() * 20)}` };
  }
}

function answerTo(question: Question, session: string, random: Random): Fact<'answered'> {
  const { kind, options, ...ids } = question;
  const shown = kind === 'short' ? [] : shuffled(options, random);
  const isKnown = random() > 0.05;
  return {
    type: 'answered',
    ...ids,
    textRev: rev(`${ids.concept}/${ids.scenario}/text`),
    keyRev: rev(`${ids.concept}/${ids.scenario}/key`),
    shown,
    response: isKnown ? respond(kind, shown.length > 0 ? shown : options, random) : null,
    right: isKnown && random() > 0.3,
    confidence: isKnown ? pick(confidences, random) : null,
    latency: Math.floor(5000 + random() * random() * 90_000),
    language: 'ja',
    session,
    mode: 'study',
  };
}

/** One sitting of twenty answers, by one writer, with the other facts that occur. */
function sitting(day: number, asked: readonly Question[], random: Random): AnyEvent[] {
  const writer = letters(random, 10);
  const session = letters(random, 10);
  let at = START + day * DAY + Math.floor(random() * 600) * MINUTE;
  const events: AnyEvent[] = [];
  const add = (fact: Fact) => {
    at += 2000 + Math.floor(random() * 20_000);
    const stamp: Stamp = { writer, seq: events.length + 1, at: instant(at), offset: 540, epoch: 0 };
    events.push({ ...stamp, ...fact });
  };
  const seed = Math.floor(random() * 2 ** 32);
  add({ type: 'session-started', session, seed, mode: 'study', filter: {} });
  for (let i = 0; i < 20; i += 1) {
    const answer = answerTo(pick(asked, random), session, random);
    at += answer.latency;
    add(answer);
    if (random() < 0.02) add({ type: 'undone', ref: { writer, seq: events.length } });
    if (random() < 0.02) {
      add({ type: 'flagged', target: { pack: answer.pack, concept: answer.concept }, on: true });
    }
  }
  add({ type: 'session-ended', session });
  return events;
}

/** @param answers how many; twenty a sitting, two sittings a day */
export function realisticJournal(answers: number, seed = 1, concepts = 300): AnyEvent[] {
  const random = seeded(seed);
  const asked = questions(concepts, random);
  return Array.from({ length: Math.ceil(answers / 20) }, (_, i) =>
    sitting(Math.floor(i / 2), asked, random),
  ).flat();
}
