import { dayCount, type Learner } from '#core/journal/learner-state.ts';
import type { Fact } from '#core/journal/event.ts';
import { settingFact } from '#core/journal/settings.ts';
import { isSame, type Personal } from '#core/memory/model.ts';
import type { StudyDay } from '#core/time.ts';

/** With fewer new answers than this another fit would say the same. */
const NEW_ANSWERS = 60;
/** The more is known, the more it takes to change it; and a change folds everything anew. */
const NEW_SHARE = 0.05;

/**
 * Whether the learner's numbers are to be worked out again. Only answers of earlier days count as new, so that it
 * happens once a day at most; and never with a session open, whose order goes by them.
 */
export function isFitDue(learner: Learner, today: StudyDay): boolean {
  const { fittedAfter } = learner.settings;
  const fresh = learner.answers - dayCount(learner, today).answers - fittedAfter;
  return learner.session === null && fresh >= Math.max(NEW_ANSWERS, NEW_SHARE * fittedAfter);
}

/** Differences that change no prediction by a percent are none: a change means that everything is folded anew. */
const LEAST_CHANGE = 0.02;

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** What is to be written down of a fit. */
export function fitFacts(learner: Learner, fitted: Personal): readonly Fact<'setting'>[] {
  const { personal: before } = learner.settings;
  const kept = (name: keyof Personal): number =>
    Math.abs(fitted[name] - before[name]) < LEAST_CHANGE
      ? before[name]
      : toThousandths(fitted[name]);
  const personal: Personal = {
    first: kept('first'),
    decay: kept('decay'),
    growth: kept('growth'),
    lapse: kept('lapse'),
  };
  const after = settingFact('fittedAfter', learner.answers);
  return isSame(personal, before) ? [after] : [settingFact('personal', personal), after];
}
