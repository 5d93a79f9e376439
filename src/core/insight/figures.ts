import type { Slug } from '#core/ids.ts';
import { ENOUGH_FOR_PACE, type Learner } from '#core/journal/learner-state.ts';
import { packsOn } from '#core/journal/settings.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { activity, type Activity } from './activity.ts';
import { answerTimes, type AnswerTimes } from './answer-times.ts';
import { calibration, type CalibrationLevel } from './calibration.ts';
import { confusing, type ConfusionRate } from './confusion-rates.ts';
import type { Evidence } from './evidence.ts';
import { expectedRecall, type RecallReport } from './expected-recall.ts';
import { exposures, type Exposures } from './exposures.ts';
import { reviewsAhead } from './forecast.ts';
import { languageShares, type LanguageShares } from './languages.ts';
import { retention, type Retention } from './retention.ts';
import { firstDay, scopedPacks, scoping, type Scope, type ScopedAnswer } from './scope.ts';

/** How long the answers of one group took; `times` is `null` of nothing. */
export interface TimedGroup {
  readonly group: 'all' | 'right' | 'wrong' | { readonly pack: string; readonly domain: Slug };
  readonly times: AnswerTimes | null;
}

/** Reviews to come, if nothing is studied before. */
export interface ReviewLoad {
  /** Concepts that come due on each day, today's with everything overdue first. */
  readonly due: readonly number[];
  readonly total: number;
  /** How long answers of study have taken lately, feedback included; `null` while there are fewer than a plan needs. */
  readonly pace: AnswerTimes | null;
  /** Answers that there are to tell the pace by, 100 at most. */
  readonly timed: number;
}

/** Everything that the page of progress shows. */
export interface Figures {
  readonly scope: Scope;
  readonly today: StudyDay;
  /** Answers that figures of knowledge count. */
  readonly answers: number;
  readonly outdated: number;
  readonly gone: number;
  readonly recall: RecallReport;
  readonly retention: Retention;
  readonly calibration: readonly CalibrationLevel[];
  readonly confusions: readonly ConfusionRate[];
  readonly exposures: Exposures;
  readonly languages: LanguageShares;
  readonly times: readonly TimedGroup[];
  readonly activity: Activity;
  readonly load: ReviewLoad;
}

/** What figures are made of. */
export interface Ground {
  readonly evidence: Evidence;
  readonly learner: Learner;
  readonly packs: readonly PackIndex[];
  readonly keys: readonly PackKeys[];
  readonly today: StudyDay;
}

const DAYS_AHEAD = 28;

const timesOf = (answers: readonly ScopedAnswer[]): AnswerTimes | null =>
  answerTimes(answers.map(({ latency }) => latency));

function* timing(
  answers: readonly ScopedAnswer[],
  packs: readonly PackIndex[],
): Slices<TimedGroup[]> {
  const groups: TimedGroup[] = [{ group: 'all', times: timesOf(answers) }];
  yield;
  groups.push({ group: 'right', times: timesOf(answers.filter(({ right }) => right)) });
  yield;
  groups.push({ group: 'wrong', times: timesOf(answers.filter(({ right }) => !right)) });
  yield;
  const byDomain = new Map<string, ScopedAnswer[]>();
  for (const answer of answers) {
    const key = `${answer.pack}/${answer.domain}`;
    const those = byDomain.get(key);
    if (those === undefined) byDomain.set(key, [answer]);
    else those.push(answer);
  }
  for (const { uid: pack, domains } of packs) {
    for (const { id: domain } of domains) {
      yield;
      const those = byDomain.get(`${pack}/${domain}`);
      if (those !== undefined) groups.push({ group: { pack, domain }, times: timesOf(those) });
    }
  }
  return groups;
}

function loadOf({ learner, today }: Ground, packs: readonly PackIndex[]): ReviewLoad {
  const due = reviewsAhead(learner, packs, today, DAYS_AHEAD);
  const timed = learner.pace.length;
  return {
    due,
    total: due.reduce((sum, count) => sum + count, 0),
    pace: timed < ENOUGH_FOR_PACE ? null : answerTimes(learner.pace),
    timed,
  };
}

/** Works out all figures of a scope, bit by bit. A pack that is off is in those of the future only if it is asked for. */
export function* figuring(ground: Ground, scope: Scope): Slices<Figures> {
  const { evidence, learner, packs, keys, today } = ground;
  const { answers, given, outdated, gone } = yield* scoping(evidence.answers, packs, scope, today);
  const wanted = scopedPacks(packs, scope);
  const studied = scope.pack === null ? packsOn(wanted, learner.settings) : wanted;
  const recall = expectedRecall(learner, studied, today);
  yield;
  const kept = retention(answers);
  yield;
  const levels = calibration(answers);
  yield;
  const mixed = yield* confusing(answers, wanted, keys);
  yield;
  const met = exposures(answers);
  yield;
  const languages = languageShares(answers);
  yield;
  const times = yield* timing(answers, wanted);
  const spells = activity(given, firstDay(scope, today), today);
  yield;
  return {
    scope,
    today,
    answers: answers.length,
    outdated,
    gone,
    recall,
    retention: kept,
    calibration: levels,
    confusions: mixed,
    exposures: met,
    languages,
    times,
    activity: spells,
    load: loadOf(ground, studied),
  };
}
