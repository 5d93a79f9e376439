import { lineText } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import { textOf } from '#formats/xml.ts';
import { numberForms } from './choices.ts';
import { refused, type Draft, type Part } from './draft.ts';
import { gapMark } from './matches.ts';
import { valueOf } from './names.ts';
import type { Response } from './responses.ts';
import { awarded, choiceKey, type Rule } from './rules.ts';
import type { Scribe } from './scribe.ts';

/** What an item of version 1 asks, by its responses and its rules. */
export interface Asking {
  readonly responses: readonly Response[];
  readonly rules: readonly Rule[];
  /** What the metadata call it, in small letters. */
  readonly type: string;
  readonly rightMatches: readonly string[];
  readonly scribe: Scribe;
}

const aboutOf = ({ ident, labels }: Response): ReadonlySet<string> =>
  new Set([ident, ...labels.map((label) => label.ident)]);

/** Ids in the rules that no label has, one for each label: they are taken in their order. */
function byPlace({ ident, labels }: Response, rules: readonly Rule[]): ReadonlyMap<string, string> {
  const values = [
    ...new Set(
      rules.flatMap(({ cases }) =>
        cases
          .flat()
          .flatMap(({ about, value }) => (about === ident && value !== '' ? [value] : [])),
      ),
    ),
  ];
  const idents = new Set(labels.map((label) => label.ident));
  const isKnown = values.some((value) => idents.has(value));
  return isKnown || values.length !== labels.length
    ? new Map()
    : new Map(values.map((value, index) => [value, labels[index]?.ident ?? '']));
}

function choice(response: Response, { rules, type, scribe }: Asking): Draft {
  const idents = new Set(response.labels.map(({ ident }) => ident));
  const placed = byPlace(response, rules);
  const key = choiceKey(
    rules,
    ({ about, value, how }) =>
      about === response.ident && how === 'is' && (idents.has(value) || placed.has(value)),
    response.cardinality === 'multiple' || /multiple.?(?:answer|response)|multi-?select/.test(type),
  );
  if (key.isAnyOf) return refused({ code: 'qti-any-of', params: { count: key.keys.length } });
  if (key.isPartial) scribe.say({ code: 'qti-partial' });
  if (placed.size > 0 && key.keys.length > 0) scribe.say({ code: 'qti-key-by-place' });
  return {
    kind: 'choice',
    parts: response.labels,
    keys: key.keys.map((value) => placed.get(value) ?? value),
    isMultiple: key.isMultiple,
  };
}

/** The order stands in one rule, or each label's place in a rule of its own. */
function order(response: Response, { rules }: Asking): Draft {
  const idents = new Set(response.labels.map(({ ident }) => ident));
  const cases = awarded(rules, ({ about, value }) => about === response.ident && idents.has(value));
  const longest = cases.toSorted((a, b) => b.terms.length - a.terms.length)[0]?.terms ?? [];
  const terms = longest.length > 1 ? longest : cases.flatMap((each) => each.terms);
  const isPlaced = terms.some(({ place }) => place !== undefined);
  const sorted = isPlaced ? terms.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)) : terms;
  const places = awarded(rules, ({ about, value }) => idents.has(about) && /^\d+$/.test(value))
    .flatMap((each) => each.terms)
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  const keys =
    sorted.length > 0 ? sorted.map(({ value }) => value) : places.map(({ about }) => about);
  return { kind: 'order', parts: response.labels, keys };
}

const isNumeric = ({ element, way }: Response): boolean =>
  way === 'num' || /fibtype="(?:Integer|Decimal|Scientific)"/i.test(fibOf(element));

const fibOf = (element: Response['element']): string =>
  element.children
    .map((child) =>
      typeof child !== 'string' && child.name === 'render_fib'
        ? `fibtype="${valueOf(child, 'fibtype')}"`
        : '',
    )
    .join('');

function typed(response: Response, { rules, type, scribe }: Asking): Draft {
  const names = aboutOf(response);
  const cases = awarded(rules, ({ about }) => names.has(about));
  const best = Math.max(...cases.map(({ award }) => award));
  const terms = cases.filter(({ award }) => award === best).flatMap((each) => each.terms);
  const named = terms.filter(({ how, value }) => how !== 'range' && value !== '');
  if (/essay|long answer|file|upload/.test(type) && named.length === 0)
    return refused(/file|upload/.test(type) ? { code: 'qti-upload' } : { code: 'qti-essay' });
  if (named.length === 0)
    return refused(terms.length > 0 ? { code: 'qti-range-only' } : { code: 'qti-essay' });
  if (terms.some(({ how }) => how === 'range')) scribe.say({ code: 'qti-range' });
  if (named.some(({ how }) => how === 'contains')) scribe.say({ code: 'qti-contains' });
  if (cases.some(({ award }) => award < best)) scribe.say({ code: 'qti-partial' });
  const answers = named.map(({ value }) => value);
  const isExact = named.every(({ isCaseExact }) => isCaseExact);
  return isNumeric(response)
    ? { kind: 'short', answers: numberForms(answers), compare: 'prose' }
    : { kind: 'short', answers, compare: isExact ? 'exact' : 'prose' };
}

/** Labels that are accepted answers themselves: one blank that is typed into. */
const openEntry = ({ labelElements }: Response): boolean =>
  labelElements.length > 0 &&
  labelElements.every((label) => valueOf(label, 'answer_type') === 'openEntry');

const wordsOf = (response: Response, index: number): string => {
  const element = response.labelElements[index];
  return element ? textOf(element).trim() : '';
};

/** Where each label stands. */
const placesOf = ({ labels }: Response): ReadonlyMap<string, number> =>
  new Map(labels.map(({ ident }, index) => [ident, index]));

/** One blank whose accepted answers stand as labels. */
function blank(response: Response, asking: Asking): Draft {
  const places = placesOf(response);
  const given = awarded(asking.rules, ({ about }) => about === response.ident)
    .flatMap((each) => each.terms)
    .flatMap(({ value }) => places.get(value) ?? []);
  const algorithms = new Set(
    response.labelElements.map((label) => valueOf(label, 'scoring_algorithm')),
  );
  if (algorithms.has('TextRegex')) return refused({ code: 'qti-regex' });
  if (algorithms.has('TextContainsAnswer')) asking.scribe.say({ code: 'qti-contains' });
  if (algorithms.has('TextCloseEnough')) asking.scribe.say({ code: 'qti-close-enough' });
  // One producer gives the response another name in its rules: all of its labels are accepted anyhow.
  const accepted = given.length > 0 ? given : [...response.labels.keys()];
  const answers = accepted.map((index) =>
    lineText(asking.scribe.line(response.labels[index]?.html ?? '')),
  );
  return { kind: 'short', answers, compare: 'prose' };
}

/** Several responses whose labels are chosen: prompts and choices. */
function pairs(asking: Asking): Draft {
  const { responses, rules, rightMatches, scribe } = asking;
  const isDropdown = /dropdown/.test(asking.type);
  const nameOf = (response: Response, index: number): string =>
    rightMatches[index] ?? (wordsOf(response, index) || response.labels[index]?.html || '');
  const labels = responses.map((response) =>
    response.labels.map((_label, index) => nameOf(response, index)),
  );
  if (new Set(labels.map((set) => JSON.stringify(set.toSorted()))).size > 1)
    scribe.say({ code: 'qti-own-choices' });
  const places = responses.map(placesOf);
  const keys = responses.flatMap((response, at) =>
    awarded(rules, ({ about }) => about === response.ident).flatMap(({ terms }) =>
      terms.flatMap(({ value }) => {
        const name = labels[at]?.[places[at]?.get(value) ?? -1];
        return name === undefined ? [] : [[response.ident, name] as const];
      }),
    ),
  );
  const hasPrompts = responses.some(({ prompt }) => prompt.trim() !== '');
  const sources = responses.map(({ ident, prompt }, index): Part => {
    const words = hasPrompts ? prompt : gapMark(index);
    return { ident, html: isDropdown ? `[${words}]` : words };
  });
  const targets = responses.flatMap((response, at) =>
    response.labels.map(({ html }, index): Part => ({
      ident: labels[at]?.[index] ?? '',
      html: rightMatches[index] ?? html,
    })),
  );
  return { kind: 'pairs', sources, targets, keys };
}

/** One group of labels of which some are matched with others, each pair in a rule of its own. */
function group(response: Response, { rules, scribe }: Asking): Draft {
  const idents = new Set(response.labels.map(({ ident }) => ident));
  const cases = awarded(rules, ({ about }) => about === response.ident);
  const keys = cases.flatMap(({ terms }) =>
    terms.flatMap(({ value }) => {
      const [source, target] = value.split(/[,\s]+/);
      return source !== undefined &&
        target !== undefined &&
        idents.has(source) &&
        idents.has(target)
        ? [[source, target] as const]
        : [];
    }),
  );
  const seconds = new Set(keys.map(([, target]) => target));
  const isSource = (index: number): boolean => {
    const element = response.labelElements[index];
    return element !== undefined && valueOf(element, 'match_group') !== '';
  };
  const hasGroups = response.labels.some((_label, index) => isSource(index));
  const sources = response.labels.filter(({ ident }, index) =>
    hasGroups ? isSource(index) : !seconds.has(ident),
  );
  const firsts = new Set(sources.map(({ ident }) => ident));
  if (!hasGroups) scribe.say({ code: 'qti-sides' });
  return {
    kind: 'pairs',
    sources,
    targets: response.labels.filter(({ ident }) => !firsts.has(ident)),
    keys: keys.map(([source, target]) =>
      firsts.has(source) ? [source, target] : [target, source],
    ),
  };
}

const isTyped = ({ way }: Response): boolean => way === 'str' || way === 'num';

/** What an item asks. */
export function draft1(asking: Asking): Draft {
  const { responses, type } = asking;
  const [first] = responses;
  if (/calculated|formula|arithmetic|significant figures/.test(type))
    return refused({ code: 'qti-template' });
  if (/upload|file response/.test(type)) return refused({ code: 'qti-upload' });
  if (!first) return refused({ code: 'qti-no-question' });
  if (responses.some(({ way }) => way === 'xy') || /hot.?spot/.test(type))
    return refused({ code: 'qti-hotspot' });
  if (/likert|opinion/.test(type)) return refused({ code: 'qti-survey' });
  const isBlanks =
    responses.every((each) => isTyped(each) || openEntry(each)) || /multiple_blanks/.test(type);
  if (responses.length > 1) {
    if (isBlanks)
      return refused({ code: 'qti-several-blanks', params: { count: responses.length } });
    return responses.some(isTyped) || responses.length > limits.options
      ? refused({ code: 'qti-composite', params: { count: responses.length } })
      : pairs(asking);
  }
  if (first.cardinality === 'ordered') return order(first, asking);
  if (isTyped(first)) return typed(first, asking);
  if (isBlanks) return blank(first, asking);
  if (first.way === 'grp' && first.cardinality === 'multiple') return group(first, asking);
  return choice(first, asking);
}
