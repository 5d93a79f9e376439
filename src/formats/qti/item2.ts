import { limits } from '#core/pack/limits.ts';
import type { Remark } from '#formats/imported.ts';
import { childOf, childrenOf, innerXml, textOf, type XmlElement } from '#formats/xml.ts';
import { choices, order, typed, type Interaction } from './choices.ts';
import { declarationsOf, type Declaration } from './declarations.ts';
import { refused, type Draft } from './draft.ts';
import { decided, keep, sortFeedback, type Feedback } from './feedback.ts';
import { innerMarkup, type Replace } from './markup.ts';
import { associate, gapMark, gapMatch, gapsOf, match, menus } from './matches.ts';
import { found, valueOf } from './names.ts';
import { processingOf } from './processing.ts';
import type { Rule } from './rules.ts';
import type { Scribe } from './scribe.ts';

/** Items of version 2 and 3. */

const isInteraction = ({ name }: XmlElement): boolean => name.endsWith('Interaction');
/** Buttons and players beside what is asked. */
const extras = new Set(['endAttemptInteraction', 'mediaInteraction']);
const inline = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
const feedbackNames = new Set(['feedbackInline', 'feedbackBlock']);
/** What is never part of the words. */
const silent = new Set(['stylesheet', 'templateDeclaration', 'catalogInfo', 'prompt']);

const undeclared: Declaration = { isSingle: true, baseType: '', correct: [], mapped: [] };

const readers: ReadonlyMap<string, (interaction: Interaction) => Draft> = new Map([
  ['choiceInteraction', choices],
  ['inlineChoiceInteraction', choices],
  ['hottextInteraction', choices],
  ['orderInteraction', order],
  ['textEntryInteraction', typed],
  ['extendedTextInteraction', typed],
  ['matchInteraction', match],
  ['associateInteraction', associate],
  ['gapMatchInteraction', gapMatch],
]);

const reasons: ReadonlyMap<string, Remark> = new Map([
  ['hotspotInteraction', { code: 'qti-hotspot' }],
  ['graphicOrderInteraction', { code: 'qti-hotspot' }],
  ['graphicAssociateInteraction', { code: 'qti-hotspot' }],
  ['graphicGapMatchInteraction', { code: 'qti-hotspot' }],
  ['selectPointInteraction', { code: 'qti-hotspot' }],
  ['positionObjectInteraction', { code: 'qti-hotspot' }],
  ['drawingInteraction', { code: 'qti-drawing' }],
  ['uploadInteraction', { code: 'qti-upload' }],
  ['sliderInteraction', { code: 'qti-slider' }],
  ['customInteraction', { code: 'qti-custom' }],
  ['portableCustomInteraction', { code: 'qti-custom' }],
]);

/** Everything that one item of version 2 says. */
export interface Item2 {
  readonly draft: Draft;
  readonly stem: string;
  readonly prompt: string;
  readonly whys: ReadonlyMap<string, string>;
  readonly decides: string;
  readonly kept: Map<string, string>;
}

const placesOf = (elements: readonly XmlElement[]): ReadonlyMap<XmlElement, number> =>
  new Map(elements.map((element, index) => [element, index]));

/** The words around what is asked: menus and fields become gaps, numbered when there are several. */
function stemReplace(body: XmlElement, isSeveral: boolean): Replace {
  const fields = placesOf(found(body, ({ name }) => inline.has(name)));
  const gaps = placesOf(gapsOf(body));
  const replace: Replace = (element) => {
    const { name } = element;
    if (silent.has(name) || feedbackNames.has(name)) return '';
    if (inline.has(name)) return isSeveral ? gapMark(fields.get(element) ?? 0) : '____';
    if (name === 'gap') return gapMark(gaps.get(element) ?? 0);
    if (name === 'gapText' || name === 'gapImg') return '';
    if (name === 'hottext') return `<strong>${innerMarkup(element, replace)}</strong>`;
    if (name === 'rubricBlock' && !/candidate/.test(valueOf(element, 'view'))) return '';
    if (name === 'gapMatchInteraction' || name === 'hottextInteraction')
      return `<div>${innerMarkup(element, replace)}</div>`;
    return isInteraction(element) ? '' : null;
  };
  return replace;
}

const partReplace: Replace = ({ name }) =>
  silent.has(name) || feedbackNames.has(name) || inline.has(name) ? '' : null;

function draftOf(all: readonly Interaction[], isTemplate: boolean): Draft {
  const [first] = all;
  if (isTemplate) return refused({ code: 'qti-template' });
  if (!first) return refused({ code: 'qti-no-question' });
  const { name } = first.element;
  if (all.length > 1) {
    const isMenus = all.every(({ element }) => element.name === 'inlineChoiceInteraction');
    if (isMenus && all.length <= limits.options) return menus(all);
    return all.every(({ element }) => element.name === 'textEntryInteraction')
      ? refused({ code: 'qti-several-blanks', params: { count: all.length } })
      : refused({ code: 'qti-composite', params: { count: all.length } });
  }
  if (name === 'hottextInteraction') first.scribe.say({ code: 'qti-hottext' });
  const read = readers.get(name);
  const reason = reasons.get(name);
  if (read) return read(first);
  return reason === undefined
    ? refused({ code: 'qti-unknown', params: { name } })
    : refused(reason);
}

const identsOf = (draft: Draft): ReadonlySet<string> => {
  if (draft.kind === 'choice' || draft.kind === 'order')
    return new Set(draft.parts.map(({ ident }) => ident));
  if (draft.kind === 'pairs')
    return new Set([...draft.sources, ...draft.targets].map(({ ident }) => ident));
  return new Set();
};

function feedbackOf(item: XmlElement, body: XmlElement | undefined): readonly Feedback[] {
  const within = body ? found(body, ({ name }) => feedbackNames.has(name)) : [];
  return [...childrenOf(item, 'modalFeedback'), ...within].map((element) => ({
    ident: valueOf(element, 'identifier'),
    html: innerMarkup(element, partReplace),
  }));
}

const isOurs = (identifier: string): boolean => /^(?:SCORE|MAXSCORE|FEEDBACK.*)$/.test(identifier);

/** Attributes, points and weights, which a question has no place for. */
function keptOf(item: XmlElement, all: readonly Interaction[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const name of ['label', 'toolName', 'toolVersion'])
    if (valueOf(item, name) !== '') kept.set(name, valueOf(item, name).slice(0, 200));
  const outcomes = childrenOf(item, 'outcomeDeclaration');
  const maximum = outcomes.find((each) => valueOf(each, 'identifier') === 'MAXSCORE');
  const points = maximum ? textOf(maximum).trim() : '';
  if (points !== '') kept.set('MAXSCORE', points.slice(0, 40));
  const others = outcomes
    .map((each) => valueOf(each, 'identifier'))
    .filter((name) => !isOurs(name));
  if (others.length > 0) kept.set('outcomes', others.join(' ').slice(0, 1_000));
  const mapped = all.flatMap(({ declaration }) => declaration.mapped);
  if (mapped.length > 0)
    kept.set(
      'mapping',
      mapped
        .map(({ key, points: given }) => `${key}=${given}`)
        .join('; ')
        .slice(0, 1_000),
    );
  return kept;
}

const isTemplated = (item: XmlElement, body: XmlElement | undefined): boolean =>
  childOf(item, 'templateProcessing') !== undefined ||
  (body !== undefined && found(body, ({ name }) => name === 'printedVariable').length > 0);

function interactionsOf(
  item: XmlElement,
  body: XmlElement,
  rules: readonly Rule[],
  scribe: Scribe,
): readonly Interaction[] {
  const declarations = declarationsOf(item);
  return found(body, isInteraction)
    .filter(({ name }) => !extras.has(name))
    .map((element) => {
      const identifier = valueOf(element, 'responseIdentifier');
      const declaration = declarations.get(identifier) ?? undeclared;
      return { element, identifier, declaration, rules, replace: partReplace, scribe };
    });
}

/** @param item with the names of version 2 */
export function readItem2(item: XmlElement, scribe: Scribe): Item2 {
  const body = childOf(item, 'itemBody');
  const rules = processingOf(item);
  const all = body ? interactionsOf(item, body, rules, scribe) : [];
  const draft = draftOf(all, isTemplated(item, body));
  const kept = keptOf(item, all);
  if (valueOf(item, 'adaptive') === 'true') scribe.say({ code: 'qti-adaptive' });
  for (const { name } of body ? found(body, (each) => extras.has(each.name)) : [])
    scribe.say({ code: 'markup-lost', params: { tag: name } });
  const rubric = body ? found(body, ({ name }) => name === 'rubricBlock') : [];
  for (const block of rubric)
    if (!/candidate/.test(valueOf(block, 'view')))
      keep('rubricBlock', innerXml(block), kept, scribe);
  const sorted = sortFeedback(feedbackOf(item, body), identsOf(draft), rules);
  const prompts = all.flatMap(({ element }) => childrenOf(element, 'prompt'));
  return {
    draft,
    stem: body ? innerMarkup(body, stemReplace(body, all.length > 1)) : '',
    prompt: prompts.map((prompt) => `<div>${innerMarkup(prompt, partReplace)}</div>`).join(''),
    whys: sorted.whys,
    decides: decided(sorted, kept, scribe),
    kept,
  };
}
