import type { Language } from '#core/language.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import {
  eachScenario,
  error,
  type Finding,
  optionPath,
  scenariosOf,
  sourceOf,
  textsOf,
} from './rule.ts';

/** Everything that has a text has it in every language of the pack. */
export function translations(pack: Pack): readonly Finding[] {
  const missing = (path: Path, texts: { readonly [language: Language]: unknown }): Finding[] =>
    pack.languages
      .filter((language) => texts[language] === undefined)
      .map((language) => error('translation_missing', path, { language }));
  return [
    ...missing(['title'], pack.title),
    ...missing(['summary'], pack.summary),
    ...pack.domains.flatMap(({ id, title }) => missing(['domains', id], title)),
    ...(pack.exam ? missing(['exam', 'title'], pack.exam.title) : []),
    ...pack.terms.flatMap(({ id, title }) => missing(['terms', id], title)),
    ...pack.notes.flatMap(({ id, text }) => missing(['notes', id], text)),
    ...pack.cases.flatMap(({ id, text }) => missing(['cases', id], text)),
    ...pack.concepts.flatMap(({ id, text }) => missing(['concepts', id], text)),
    ...scenariosOf(pack).flatMap(({ scenario: { text, change }, path }) => [
      ...missing(path, text),
      ...(change
        ? [...missing([...path, 'change'], change.was), ...missing([...path, 'change'], change.now)]
        : []),
    ]),
  ];
}

/** A translation has the options of the source, in the source's order. */
export const optionTranslations = eachScenario(({ scenario, path }, pack) => {
  const source = sourceOf(pack);
  const wanted = scenario.text[source]?.options.map(({ id }) => id) ?? [];
  return textsOf(pack, scenario.text).flatMap(([language, text]) => {
    const ids = text.options.map(({ id }) => id);
    const absent = wanted.filter((id) => !ids.includes(id));
    const extra = ids.filter((id) => !wanted.includes(id));
    const found = [
      ...absent.map((id) =>
        error('option_untranslated', [...path, 'text', language], { id, language }),
      ),
      ...extra.map((id) =>
        error('option_unknown', optionPath(path, language, id), { id, language }),
      ),
    ];
    const misplaced = ids.find((id, place) => id !== wanted[place]);
    if (found.length === 0 && misplaced !== undefined)
      found.push(
        error('option_order_differs', optionPath(path, language, misplaced), {
          id: misplaced,
          language,
        }),
      );
    return found;
  });
});
