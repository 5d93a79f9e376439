import { childrenOf, type XmlElement } from '#formats/xml.ts';
import { declaredKey, type Declaration, type DeclaredKey } from './declarations.ts';
import { refused, type Draft, type Part } from './draft.ts';
import { innerMarkup, type Replace } from './markup.ts';
import { found, valueOf } from './names.ts';
import { awarded, choiceKey, type Rule } from './rules.ts';
import type { Scribe } from './scribe.ts';

/** One interaction of an item of version 2, with what the item says about its response. */
export interface Interaction {
  readonly element: XmlElement;
  readonly identifier: string;
  readonly declaration: Declaration;
  readonly rules: readonly Rule[];
  readonly replace: Replace;
  readonly scribe: Scribe;
}

export const partOf = (element: XmlElement, replace: Replace): Part => ({
  ident: valueOf(element, 'identifier'),
  html: innerMarkup(element, replace),
  ...(valueOf(element, 'fixed') === 'true' ? { isFixed: true } : {}),
});

/** Right values: declared, else read from the rules. */
function keyOf(
  { declaration, rules, identifier }: Interaction,
  isMultiple: boolean,
): DeclaredKey & { readonly isMultiple: boolean } {
  const declared = declaredKey(declaration);
  if (declared.keys.length > 0) return { ...declared, isMultiple };
  return choiceKey(rules, ({ about, how }) => about === identifier && how === 'is', isMultiple);
}

/** Options of which one or several are chosen: apart, in a menu, or as words of a text. */
export function choices(interaction: Interaction): Draft {
  const { element, declaration, replace, scribe } = interaction;
  const allowed = Number(valueOf(element, 'maxChoices') || 1);
  const isMultiple = element.name !== 'inlineChoiceInteraction' && !declaration.isSingle;
  const key = keyOf(interaction, isMultiple);
  if (key.isAnyOf) return refused({ code: 'qti-any-of', params: { count: key.keys.length } });
  if (key.isPartial) scribe.say({ code: 'qti-partial' });
  if (allowed > 0 && key.keys.length > allowed)
    scribe.say({ code: 'qti-more-keys', params: { allowed, count: key.keys.length } });
  const parts = optionsOf(element).map((option) => partOf(option, replace));
  return { kind: 'choice', parts, keys: key.keys, isMultiple: key.isMultiple };
}

const optionNames = new Set(['simpleChoice', 'inlineChoice', 'hottext']);

const optionsOf = (element: XmlElement): readonly XmlElement[] =>
  found(element, ({ name }) => optionNames.has(name));

/** Things to be put in order; mapped values stand in the right order by custom. */
export function order(interaction: Interaction): Draft {
  const { element, declaration, replace, scribe } = interaction;
  const { correct, mapped } = declaration;
  const keys =
    correct.length > 0 ? correct : mapped.filter(({ points }) => points > 0).map(({ key }) => key);
  if (correct.length === 0 && keys.length > 0) scribe.say({ code: 'qti-order-mapped' });
  const parts = childrenOf(element, 'simpleChoice').map((option) => partOf(option, replace));
  return { kind: 'order', parts, keys };
}

const numbers = new Set(['float', 'integer']);

/** A typed answer. */
export function typed(interaction: Interaction): Draft {
  const { element, declaration, rules, identifier, scribe } = interaction;
  const { correct, mapped, baseType } = declaration;
  const giving = mapped.filter(({ points }) => points > 0);
  const best = Math.max(...giving.map(({ points }) => points));
  if (giving.some(({ points }) => points < best)) scribe.say({ code: 'qti-partial' });
  const declared = [
    ...correct,
    ...giving.filter(({ points }) => points === best).map(({ key }) => key),
  ];
  const terms = awarded(rules, ({ about }) => about === identifier).flatMap((each) => each.terms);
  const ruled = terms.filter(({ how }) => how === 'is' || how === 'contains');
  const answers = declared.length > 0 ? declared : ruled.map(({ value }) => value);
  if (answers.length === 0)
    return element.name === 'extendedTextInteraction'
      ? refused({ code: 'qti-essay' })
      : refused(terms.length > 0 ? { code: 'qti-range-only' } : { code: 'qti-no-key' });
  const isExtended = element.name === 'extendedTextInteraction';
  if (isExtended && giving.length === 0 && ruled.length === 0)
    return refused({ code: 'qti-essay' });
  if (terms.some(({ how }) => how === 'range')) scribe.say({ code: 'qti-range' });
  if (ruled.some(({ how }) => how === 'contains')) scribe.say({ code: 'qti-contains' });
  if (valueOf(element, 'patternMask') !== '')
    scribe.say({
      code: 'qti-pattern',
      params: { pattern: valueOf(element, 'patternMask').slice(0, 100) },
    });
  if (numbers.has(baseType))
    return { kind: 'short', answers: numberForms(answers), compare: 'prose' };
  const isExact =
    giving.length > 0
      ? giving.some(({ isCaseExact }) => isCaseExact)
      : ruled.every(({ isCaseExact }) => isCaseExact);
  return { kind: 'short', answers, compare: isExact ? 'exact' : 'prose' };
}

/** Numbers are compared as text here: `77.0` is accepted as `77`, too. */
export const numberForms = (answers: readonly string[]): readonly string[] =>
  answers.flatMap((answer) => {
    const plain = String(Number(answer));
    return answer === '' || plain === 'NaN' || plain.includes('e') ? [answer] : [answer, plain];
  });
