import type { Language } from '#core/language.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { counted, hasImage, hasOptionFacts } from '#formats/losses.ts';

const losesAnswers = (scenario: Scenario): boolean =>
  scenario.kind === 'short' &&
  (scenario.answers.some(({ right }) => !right) ||
    scenario.answers.some(({ texts }) => texts.some((text) => text.includes('|'))));

/** What a text for Anki in one language cannot hold of a pack, before it is written. */
export function lossesOfAnkiText(pack: Pack, language: Language): readonly Remark[] {
  const all = pack.concepts.flatMap(({ scenarios }) => scenarios);
  const those = all.filter((scenario) => scenario.text[language]);
  const count = (passes: (scenario: Scenario) => boolean) => those.filter(passes).length;
  const others = pack.languages.filter((each) => each !== language);
  return [
    ...(others.length === 0
      ? []
      : [{ code: 'anki-loses-languages', params: { languages: others.join(', ') } }]),
    ...counted({ code: 'anki-loses-untranslated' }, all.length - those.length),
    ...counted(
      { code: 'anki-loses-kinds' },
      count(({ kind }) => kind === 'ordering' || kind === 'matching'),
    ),
    ...counted({ code: 'anki-loses-answers' }, count(losesAnswers)),
    ...counted({ code: 'anki-loses-images' }, count(hasImage)),
    ...counted(
      { code: 'anki-loses-cases' },
      count((scenario) => scenario.case !== undefined),
    ),
    ...counted({ code: 'anki-loses-options' }, count(hasOptionFacts)),
    ...counted(
      { code: 'anki-loses-references' },
      count(({ references }) => references.length > 0),
    ),
    ...counted(
      { code: 'anki-loses-reserve' },
      count(({ reserve }) => reserve),
    ),
    ...counted({ code: 'anki-loses-rules' }, pack.concepts.length),
    ...counted({ code: 'anki-loses-notes' }, pack.notes.length),
  ];
}
