import { grade, shownOrder } from '#core/answer/grade.ts';
import type { Response } from '#core/answer/response.ts';
import type { AgedClaim } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import { studyDay } from '#core/time.ts';
import type { FeedbackProps } from './FeedbackView.tsx';
import type { NextReview } from './NextRow.tsx';
import { says, textOf } from './sample-parts.ts';

export const aged: AgedClaim = {
  ref: 'kms#11',
  verdict: 'outdated',
  since: '2019-11-25',
  says: says('KMS holds symmetric keys only.'),
  today: says('It holds asymmetric keys too.'),
  references: [{ id: 'asymm', url: 'https://docs.example.org/asymm', title: { en: 'Asymmetric' } }],
};

export const soon: NextReview = {
  due: studyDay(11),
  today: studyDay(10),
  again: true,
  rating: 'again',
};

/** What the feedback is given for an answer; `null` is "I don't know". */
export function feedback(
  scenario: Scenario,
  response: Response | null,
  more: Partial<FeedbackProps> = {},
): FeedbackProps {
  return {
    scenario,
    text: textOf(scenario, 'en'),
    language: 'en',
    shown: 'options' in scenario ? scenario.options.map(({ id }) => id) : shownOrder(scenario, 1),
    response,
    confidence: response === null ? null : 'certain',
    verdict: response === null ? { right: false, earned: 0, total: 1 } : grade(scenario, response),
    aged: [],
    next: soon,
    singleKeys: true,
    takesFocus: false,
    ...more,
  };
}
