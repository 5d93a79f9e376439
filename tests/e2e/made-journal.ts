import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { confidences, type Confidence } from '#core/answer/response.ts';
import type { AnyEvent, Fact } from '#core/journal/event.ts';
import type { Option } from '#core/pack/model.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { seeded, shuffled, type Random } from '#core/random.ts';
import { instant } from '#core/time.ts';
import { segmentTexts } from '#storage/repair.ts';
import { builtLibrary } from './answering.ts';

// Weeks of a learner over the packs of the build, made up by a fixed seed: better with time, better on what was
// seen, too sure now and then.

const DAY = 86_400_000;
const WRITER = 'madejourna';

interface Question {
  readonly pack: string;
  readonly concept: string;
  readonly scenario: string;
  readonly textRev: string;
  readonly keyRev: string;
  readonly options: readonly Option[];
}

function questions(): Question[] {
  return builtLibrary().packs.flatMap(({ uid, concepts, keysFile }) => {
    const keys: PackKeys = JSON.parse(readFileSync(join('dist', keysFile), 'utf8'));
    return concepts.flatMap((concept) =>
      concept.scenarios
        .filter(({ kind, reserve }) => kind === 'single' && !reserve)
        .map(({ id, textRev, keyRev }) => ({
          pack: uid,
          concept: concept.id,
          scenario: id,
          textRev,
          keyRev,
          options:
            keys.scenarios.find((each) => each.concept === concept.id && each.id === id)?.options ??
            [],
        })),
    );
  });
}

const sureness = (right: boolean, random: Random): Confidence =>
  confidences[Math.min(2, Math.floor(random() * 2 + (right ? 1 : 0.3)))] ?? 'certain';

function answer(question: Question, chance: number, random: Random): Fact<'answered'> {
  const { options, ...ids } = question;
  const right = random() < chance;
  const isKnown = right || random() > 0.1;
  const chosen = options.find((option) => option.right === right)?.id ?? 'a';
  return {
    type: 'answered',
    ...ids,
    shown: options.map(({ id }) => id),
    response: isKnown ? { kind: 'single', chosen } : null,
    right,
    confidence: isKnown ? sureness(right, random) : null,
    latency: Math.floor(8000 + random() * random() * 90_000),
    language: random() < 0.35 ? 'en' : 'ja',
    session: 'made',
    mode: 'study',
  };
}

/** @param days so many days of study until yesterday, twenty answers each, one day in four left out */
function madeEvents(days: number, now: number): AnyEvent[] {
  const random = seeded(7);
  const asked = questions();
  const met = new Map<string, number>();
  const events: AnyEvent[] = [];
  for (let ago = days; ago > 0; ago -= 1) {
    if (ago % 4 === 0) continue;
    let at = now - ago * DAY;
    for (const question of shuffled(asked, random).slice(0, 20)) {
      const times = met.get(question.concept) ?? 0;
      met.set(question.concept, times + 1);
      const fact = answer(question, Math.min(0.92, 0.5 + 0.08 * times), random);
      at += fact.latency + 8000;
      events.push({
        writer: WRITER,
        seq: events.length + 1,
        at: instant(at),
        offset: 540,
        epoch: 0,
        ...fact,
      });
    }
  }
  return events;
}

/** Has the page find the journal of a learner, as if it had been written by an earlier visit. */
export async function withJournal(page: Page, days = 40): Promise<void> {
  const texts = await segmentTexts(madeEvents(days, Date.now()));
  await page.addInitScript(
    ([writer, segments]) => {
      if (localStorage.length > 0) return;
      segments.forEach((text, place) =>
        localStorage.setItem(`mondo/me/j/${writer}/${place}`, text),
      );
    },
    [WRITER, texts] as const,
  );
}
