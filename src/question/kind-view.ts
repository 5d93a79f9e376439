import type { Line } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { KindName, Scenario, ScenarioText } from '#core/pack/model.ts';
import type { MediaUrl } from '#ui/RichText.tsx';
import type { Draft } from './draft.ts';

/** What the view of each kind is given. All state of an answer lives outside, by option id. */
export interface KindViewProps<K extends KindName> {
  readonly scenario: Scenario<K>;
  readonly text: ScenarioText;
  /** Of the text. */
  readonly language: Language;
  readonly shown: readonly Slug[];
  readonly draft: Draft<K>;
  readonly onDraft: (draft: Draft<K>) => void;
  readonly struck: ReadonlySet<Slug>;
  readonly onStruck: (struck: ReadonlySet<Slug>) => void;
  /** The element that asks the question. */
  readonly labelledBy: string;
  readonly singleKeys: boolean;
  readonly mediaUrl?: MediaUrl | undefined;
  /** Enter in a text field: the answer is written. */
  readonly onDone: () => void;
}

/** The words of an option, step, prompt or choice; none if this language has not got it. */
export const lineOf = (text: ScenarioText, id: Slug): Line =>
  text.options.find((option) => option.id === id)?.text ?? [];

/** A, B, C … for the choices of matching. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
