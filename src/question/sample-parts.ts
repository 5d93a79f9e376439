// What the samples are made of: for the tests of the views.

import type { Document, Inline } from '#core/pack/document.ts';
import type { OptionText, Scenario, ScenarioBase, ScenarioText } from '#core/pack/model.ts';

export const says = (...children: readonly Inline[]): Document => [{ type: 'paragraph', children }];

export const base: Omit<ScenarioBase, 'text' | 'id'> = {
  was: [],
  reserve: false,
  checked: { on: '2026-11-20', how: 'stored-copy' },
  references: [
    {
      id: 'offload',
      url: 'https://docs.example.org/offload',
      title: { en: 'TLS offload', ja: 'TLS オフロード' },
    },
  ],
  aged: [],
  textRev: 't1',
  keyRev: 'k1',
};

export const option = (id: string, text: string, why?: string, rightWhen?: string): OptionText => ({
  id,
  text: [text],
  ...(why !== undefined && { why: says(why) }),
  ...(rightWhen !== undefined && { rightWhen: [rightWhen] }),
});

export const words = (
  situation: Document,
  question: string,
  options: readonly OptionText[],
  decides: string,
): ScenarioText => ({ situation, question: [question], options, decides: says(decides) });

/** The words of a sample in a language that it has. */
export function textOf(scenario: Scenario, language: 'en' | 'ja'): ScenarioText {
  const text = scenario.text[language];
  if (text === undefined) throw new Error(`the sample has no ${language}`);
  return text;
}
