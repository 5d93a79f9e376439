import { fitted, type Review } from '#core/memory/fit.ts';
import { averageMemory, memoryModel, type Personal } from '#core/memory/model.ts';
import { biasAfter, biased, chanceRight } from '#core/memory/predict.ts';
import { ratings } from '#core/memory/rating.ts';
import { strengthBy } from '#core/memory/strength.ts';
import { daysBetween, instant, studyDayOf, type StudyDay } from '#core/time.ts';

// Walks through the review log of one real learner, predicts each review from those before it, and adds up how
// surprising what came was.

/** Between two fits, and before the first. */
const REFIT = 250;

interface Row {
  readonly card: string;
  readonly at: number;
  readonly rating: Review['rating'];
}

/** Rows of `card_id,review_rating,review_time,…` with a rating from 1 to 4, in order of time. */
function rowsOf(text: string): Row[] {
  const [, ...lines] = text.trim().split(/\r?\n/);
  return lines
    .flatMap((line) => {
      const [card = '', number = '', time = ''] = line.split(',');
      const rating = ratings[Number(number) - 1];
      const at = Date.parse(time);
      return rating === undefined || Number.isNaN(at) ? [] : { card, at, rating };
    })
    .toSorted((a, b) => a.at - b.at);
}

interface Way {
  readonly name: string;
  readonly isPersonal: boolean;
  readonly hasBias: boolean;
}

export const ways: readonly Way[] = [
  { name: 'the average learner’s numbers', isPersonal: false, hasBias: false },
  { name: 'the average ones and a running bias', isPersonal: false, hasBias: true },
  { name: 'the learner’s own', isPersonal: true, hasBias: false },
  { name: 'the learner’s own and a running bias', isPersonal: true, hasBias: true },
];

export interface Outcome {
  readonly reviews: number;
  readonly cards: number;
  readonly predicted: number;
  readonly remembered: number;
  /** Mean log loss of always saying how often it was remembered. */
  readonly base: number;
  /** Mean log loss of each way. */
  readonly losses: readonly number[];
  readonly personal: Personal;
}

interface Card {
  readonly reviews: Review[];
  day: StudyDay;
}

const lossOf = (p: number, right: boolean): number => -Math.log(right ? p : 1 - p);

/** Nothing is guessed where nothing is offered to choose from. */
const GUESS = 0;

const bounded = (p: number): number => Math.min(0.9999, Math.max(0.0001, p));

/** @param text the log as CSV */
export function walk(text: string): Outcome {
  const rows = rowsOf(text);
  const cards = new Map<string, Card>();
  const biases = ways.map(() => 0);
  const sums = ways.map(() => 0);
  let personal = averageMemory;
  let seen = 0;
  let predicted = 0;
  let remembered = 0;
  for (const { card, at, rating } of rows) {
    const day = studyDayOf({ at: instant(at), offset: 0 });
    const known = cards.get(card);
    const gap = known === undefined ? 0 : daysBetween(known.day, day);
    const right = rating !== 'again';
    if (known !== undefined && gap > 0) {
      seen += 1;
      if (seen % REFIT === 0) personal = fitted([...cards.values()].map(({ reviews }) => reviews));
      if (seen > REFIT) {
        predicted += 1;
        remembered += Number(right);
        ways.forEach(({ isPersonal, hasBias }, i) => {
          const model = memoryModel(isPersonal ? personal : averageMemory);
          const strength = strengthBy(model, known.reviews);
          const recall = model.recall(gap, strength?.stability ?? 1);
          const bias = biases[i] ?? 0;
          const p = bounded(biased(chanceRight(recall, GUESS), hasBias ? bias : 0));
          biases[i] = biasAfter(bias, p, right);
          sums[i] = (sums[i] ?? 0) + lossOf(p, right);
        });
      }
    }
    const review = { gap, right, rating, chance: GUESS };
    if (known === undefined) cards.set(card, { reviews: [review], day });
    else {
      known.reviews.push(review);
      known.day = day;
    }
  }
  const share = remembered / predicted;
  return {
    reviews: rows.length,
    cards: cards.size,
    predicted,
    remembered: share,
    base: -(share * Math.log(share) + (1 - share) * Math.log(1 - share)),
    losses: sums.map((sum) => sum / predicted),
    personal,
  };
}
