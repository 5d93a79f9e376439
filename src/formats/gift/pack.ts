import { localized, type Language } from '#core/language.ts';
import type { Concept, Origin, Pack, Scenario } from '#core/pack/model.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { writeGift } from './write.ts';

/** A whole pack as GIFT, in one of its languages: what `giftLosses` names is not in it. */
export const packAsGift = (pack: Pack, language: Language): string =>
  writeGift(
    placed(pack, language).map(({ question }) => question),
    language,
  );

/** A scenario on its way out, with its whole id; one without words in the language stays behind. */
export interface Placed {
  readonly id: string;
  readonly scenario: Scenario;
  readonly question: ImportedQuestion;
}

export const placed = (pack: Pack, language: Language): readonly Placed[] =>
  pack.concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario, index) => {
      const question = questionOf(pack, concept, scenario, index, language);
      return question === null ? [] : [{ id: `${concept.id}/${scenario.id}`, scenario, question }];
    }),
  );

function questionOf(
  pack: Pack,
  concept: Concept,
  scenario: Scenario,
  index: number,
  language: Language,
): ImportedQuestion | null {
  const text = scenario.text[language];
  if (text === undefined) return null;
  const source = pack.languages[0];
  const title = localized(concept.text, language, source)?.title ?? concept.id;
  const domain = pack.domains.find(({ id }) => id === concept.domain);
  const shared = pack.cases.find(({ id }) => id === scenario.case);
  const situation = (shared && localized(shared.text, language, source)?.situation) ?? [];
  return {
    ...scenario,
    title,
    path: [localized(domain?.title ?? {}, language, source) ?? concept.domain, title],
    tags: [],
    origin: originOf(scenario, `${concept.id}/${scenario.id}`, `${title} ${index + 1}`),
    text: { [language]: { ...text, situation: [...situation, ...text.situation] } },
  };
}

/** What GIFT called it, and our id where it had none. */
function originOf({ origin }: Scenario, id: string, name: string): Origin {
  const own = origin?.format === 'gift' ? origin : { format: 'gift' };
  return { ...own, name: own.name ?? name, kept: { id, ...own.kept } };
}
