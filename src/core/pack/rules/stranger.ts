import { documentText, lineText } from '#core/pack/document.ts';
import type { Pack } from '#core/pack/model.ts';
import { type Finding, optionsOf, type Placed, scenariosOf, textsOf, warning } from './rule.ts';

interface Service {
  readonly id: string;
  readonly name: string;
}

/** A concept or term whose name is the same in every language is a proper name: of a service, a program, a setting. */
function servicesOf({ terms, concepts, languages }: Pack): readonly Service[] {
  const titled = [
    ...terms.map(({ id, title }) => ({ id, titles: languages.map((of) => title[of]) })),
    ...concepts.map(({ id, text }) => ({ id, titles: languages.map((of) => text[of]?.title) })),
  ];
  return titled.flatMap(({ id, titles: [name, ...others] }) =>
    name !== undefined && /[A-Za-z]/.test(name) && others.every((other) => other === name)
      ? [{ id, name: withoutMaker(name) }]
      : [],
  );
}

/** Whoever has said “Amazon S3” once says “S3” from then on. */
const withoutMaker = (name: string): string =>
  name.replace(/^(?:AWS|Amazon|Azure|Google(?: Cloud)?|Microsoft) /, '');

/** As a word of its own: `S3` is not in `MS37`. */
const isIn = (text: string, name: string): boolean =>
  text
    .split(name)
    .some(
      (before, i, parts) =>
        i > 0 && !/[A-Za-z\d]$/.test(parts[i - 1] ?? '') && !/^[A-Za-z\d]/.test(before),
    );

/** The sentence that decides speaks of what could be chosen: a stranger in it comes from another question. */
export function stranger(pack: Pack): readonly Finding[] {
  if (pack.languages.length === 1) return [];
  const services = servicesOf(pack);
  return scenariosOf(pack).flatMap((placed) => strangersIn(placed, pack, services));
}

function strangersIn(
  { scenario, path }: Placed,
  pack: Pack,
  known: readonly Service[],
): readonly Finding[] {
  const options = optionsOf(scenario);
  if (options.length === 0) return [];
  const services = known.filter(({ id }) => !options.some(({ standsFor }) => standsFor === id));
  return textsOf(pack, scenario.text).flatMap(([language, text]) => {
    const decides = documentText(text.decides);
    const asked = [
      documentText(text.situation),
      lineText(text.question),
      ...text.options.map((option) => lineText(option.text)),
    ].join('\n');
    return services
      .filter(({ name }) => isIn(decides, name) && !isIn(asked, name))
      .map(({ name }) =>
        warning('stranger_named', [...path, 'text', language, 'decides'], { name }),
      );
  });
}
