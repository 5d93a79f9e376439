import { childrenOf, textOf, type XmlElement } from '#formats/xml.ts';
import { partOf, type Interaction } from './choices.ts';
import { refused, type Draft, type Part } from './draft.ts';
import { found, valueOf } from './names.ts';
import { declaredKey } from './declarations.ts';
import { awarded } from './rules.ts';

/** The right pairs, declared or ruled. */
function keysOf(interaction: Interaction): readonly (readonly [string, string])[] {
  const { declaration, rules, identifier, scribe } = interaction;
  const { keys, isPartial } = declaredKey({ ...declaration, isSingle: false });
  if (isPartial) scribe.say({ code: 'qti-partial' });
  const ruled = () =>
    awarded(rules, ({ about, how }) => about === identifier && how === 'is').flatMap(({ terms }) =>
      terms.map(({ value }) => value),
    );
  return (keys.length > 0 ? keys : ruled()).flatMap((pair) => {
    const [source, target] = pair.split(/\s+/);
    return source !== undefined && target !== undefined ? [[source, target] as const] : [];
  });
}

/** Two sets whose members go with one another. */
export function match(interaction: Interaction): Draft {
  const { element, replace } = interaction;
  const [sources, targets] = childrenOf(element, 'simpleMatchSet').map((set) =>
    childrenOf(set, 'simpleAssociableChoice').map((choice) => partOf(choice, replace)),
  );
  if (!sources || !targets) return refused({ code: 'qti-no-key' });
  return { kind: 'pairs', sources, targets, keys: keysOf(interaction) };
}

/** One set whose members form pairs: the first of each pair asks, the others are chosen from. */
export function associate(interaction: Interaction): Draft {
  const { element, replace, scribe } = interaction;
  const parts = childrenOf(element, 'simpleAssociableChoice').map((choice) =>
    partOf(choice, replace),
  );
  const keys = keysOf(interaction);
  const first = new Set(keys.map(([source]) => source));
  if (new Set(keys.flat()).size < keys.length * 2) return refused({ code: 'qti-many-to-many' });
  scribe.say({ code: 'qti-sides' });
  return {
    kind: 'pairs',
    sources: parts.filter(({ ident }) => first.has(ident)),
    targets: parts.filter(({ ident }) => !first.has(ident)),
    keys,
  };
}

/** The gaps of a text in their order, each with the number that stands in it. */
export const gapsOf = (element: XmlElement): readonly XmlElement[] =>
  found(element, ({ name }) => name === 'gap');

/** Words that go into the gaps of a text. */
export function gapMatch(interaction: Interaction): Draft {
  const { element, replace } = interaction;
  const words = found(element, ({ name }) => name === 'gapText' || name === 'gapImg');
  const gaps: readonly Part[] = gapsOf(element).map((gap, index) => ({
    ident: valueOf(gap, 'identifier'),
    html: gapMark(index),
  }));
  return {
    kind: 'pairs',
    sources: gaps,
    targets: words.map((word) => partOf(word, replace)),
    keys: keysOf(interaction).map(([word, gap]) => [gap, word] as const),
  };
}

/** A numbered gap as it stands in the text. */
export const gapMark = (index: number): string => `[${index + 1}] ____`;

/** Several menus in one text: each is a prompt, and all of their options can be chosen. */
export function menus(interactions: readonly Interaction[]): Draft {
  const [first] = interactions;
  if (!first) return refused({ code: 'qti-no-key' });
  const labels = interactions.map(({ element, replace }) =>
    childrenOf(element, 'inlineChoice').map((choice) => ({
      ...partOf(choice, replace),
      words: textOf(choice).trim(),
    })),
  );
  const sets = new Set(
    labels.map((set) => JSON.stringify(set.map(({ words }) => words).toSorted())),
  );
  if (sets.size > 1) first.scribe.say({ code: 'qti-own-choices' });
  const keys = interactions.flatMap(({ identifier, declaration }, index) =>
    declaredKey(declaration).keys.flatMap((key) => {
      const words = labels[index]?.find(({ ident }) => ident === key)?.words;
      return words === undefined ? [] : [[identifier, words] as const];
    }),
  );
  return {
    kind: 'pairs',
    sources: interactions.map(({ identifier }, index) => ({
      ident: identifier,
      html: gapMark(index),
    })),
    targets: labels.flat().map(({ words, html }) => ({ ident: words, html })),
    keys,
  };
}
