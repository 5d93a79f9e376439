import type { Language } from '#core/language.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { counted } from '#formats/losses.ts';

/** Typed answers that are wrong, and reasons of typed answers, have no place. */
const losesAnswers = (scenario: Scenario, language: Language): boolean =>
  scenario.kind === 'short' &&
  (scenario.answers.some(({ right }) => !right) ||
    (scenario.text[language]?.options.some(({ why }) => why !== undefined) ?? false));

const standsForSomething = (scenario: Scenario): boolean =>
  (scenario.kind === 'single' || scenario.kind === 'multiple') &&
  scenario.options.some(({ standsFor, never }) => standsFor !== undefined || never === true);

/** What a QTI 2.1 package in one language cannot hold of a pack, before it is written. */
export function lossesOfQti(
  pack: Pack,
  language: Language = pack.languages[0] ?? 'en',
): readonly Remark[] {
  const all = pack.concepts.flatMap(({ scenarios }) => scenarios);
  const those = all.filter((scenario) => scenario.text[language]);
  const count = (passes: (scenario: Scenario) => boolean) => those.filter(passes).length;
  const others = pack.languages.filter((each) => each !== language);
  return [
    ...(others.length === 0
      ? []
      : [{ code: 'qti-loses-languages', params: { languages: others.join(', ') } }]),
    ...counted({ code: 'qti-loses-untranslated' }, all.length - those.length),
    ...counted(
      { code: 'qti-loses-rules' },
      pack.concepts.filter(({ text }) => (text[language]?.rule.length ?? 0) > 0).length,
    ),
    ...counted({ code: 'qti-loses-notes' }, pack.notes.length),
    ...counted(
      { code: 'qti-loses-references' },
      count(({ references }) => references.length > 0),
    ),
    ...counted(
      { code: 'qti-loses-checked' },
      count(({ checked }) => checked !== undefined),
    ),
    ...counted(
      { code: 'qti-loses-right-when' },
      count(
        ({ text }) =>
          text[language]?.options.some(({ rightWhen }) => rightWhen !== undefined) ?? false,
      ),
    ),
    ...counted({ code: 'qti-loses-stands-for' }, count(standsForSomething)),
    ...counted(
      { code: 'qti-loses-cases' },
      count((scenario) => scenario.case !== undefined),
    ),
    ...counted(
      { code: 'qti-loses-reserve' },
      count(({ reserve }) => reserve),
    ),
    ...counted(
      { code: 'qti-loses-answers' },
      count((scenario) => losesAnswers(scenario, language)),
    ),
  ];
}
