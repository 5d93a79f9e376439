import { minutesFor, secondsUntil, type Budget } from './budget.ts';
import { meetsAll, outlookAt, secondsToMeetAll, type Outlook } from './plan.ts';

/** What some minutes a day come to. */
export interface Pace {
  /** Share of the concepts that will have been met, each counted once, 0 to 1. */
  readonly met: number;
  /** Expected share that is recalled on the day of the exam, by weight, 0 to 1. */
  readonly recall: number;
  /** Every concept will have been met. */
  readonly meetsAll: boolean;
}

/** @param outlooks of a plan, not empty */
export function paceAt(outlooks: readonly Outlook[], budget: Budget, minutes: number): Pace {
  const outlook = outlookAt(outlooks, secondsUntil(budget, minutes * 60));
  return { met: outlook.met, recall: outlook.recall, meetsAll: meetsAll(outlook) };
}

/** The whole minutes a day that meet every concept; `null` when no number of them does. */
export function minutesForAll(outlooks: readonly Outlook[], budget: Budget): number | null {
  const seconds = secondsToMeetAll(outlooks);
  const minutes = seconds === null ? null : minutesFor(budget, seconds);
  return minutes === null || minutes > MOST_MINUTES ? null : minutes;
}

/** Nobody studies longer on a day. */
const MOST_MINUTES = 600;
