import type { Response } from '#core/answer/response.ts';
import type { OptionState } from '#core/answer/rules.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { KindName, OptionText, Scenario, ScenarioText } from '#core/pack/model.ts';
import type { IconName } from '#ui/Icon.tsx';
import type { MediaUrl } from '#ui/RichText.tsx';

/** What the review of each kind is given: what was asked, what was answered. */
export interface ReviewProps<K extends KindName> {
  readonly scenario: Scenario<K>;
  readonly text: ScenarioText;
  /** Of the text. */
  readonly language: Language;
  readonly shown: readonly Slug[];
  /** `null` is "I don't know". */
  readonly response: Response<K> | null;
  readonly mediaUrl?: MediaUrl | undefined;
}

/** `answer` is what was right where nothing could be forgotten. */
export type ReviewState = OptionState | 'answer';

/** Each state has a picture as well as a word and a colour. */
export const stateIcons: { readonly [S in ReviewState]: IconName } = {
  answer: 'check',
  'chosen-right': 'check',
  'chosen-wrong': 'cross',
  missed: 'missed',
  'rightly-left': 'left',
};

export const optionText = (text: ScenarioText, id: Slug): OptionText | undefined =>
  text.options.find((option) => option.id === id);
