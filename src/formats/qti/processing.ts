import { childOf, childrenOf, textOf, type XmlElement } from '#formats/xml.ts';
import { valueOf } from './names.ts';
import { both, denied, type Rule, type Term } from './rules.ts';

/** Response processing of version 2 as rules; what it does besides is not asked. */

type Cases = readonly (readonly Term[])[];

/** Expressions in one another that are followed. */
const DEPTH = 20;

const comparisons = new Set([
  'match',
  'equal',
  'equalRounded',
  'stringMatch',
  'member',
  'contains',
]);
const distances = new Set(['gt', 'gte', 'lt', 'lte']);

const inside = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element)
    .map((child) => (child.name === name ? child : inside(child, name)))
    .find((child) => child !== undefined);

function termOf(element: XmlElement): Term | null {
  const about = inside(element, 'variable');
  if (!about) return null;
  const base = { about: valueOf(about, 'identifier'), isNot: false };
  if (inside(element, 'correct')) return { ...base, value: '', how: 'all', isCaseExact: true };
  const value = inside(element, 'baseValue');
  if (!value) return null;
  const isExact = element.name !== 'stringMatch' || valueOf(element, 'caseSensitive') !== 'false';
  const how = valueOf(element, 'substring') === 'true' ? 'contains' : 'is';
  return { ...base, value: textOf(value).trim(), how, isCaseExact: isExact };
}

function casesOf(element: XmlElement, depth = 0): Cases {
  const { name } = element;
  if (depth > DEPTH) return [[]];
  const below = () => childrenOf(element).map((child) => casesOf(child, depth + 1));
  if (name === 'and' || name === 'allOf') return both(below());
  if (name === 'or' || name === 'anyN') return below().flat();
  if (name === 'not') return denied(both(below()));
  if (!comparisons.has(name) && !distances.has(name)) return [[]];
  const term = termOf(element);
  if (!term) return [[]];
  return [[distances.has(name) ? { ...term, how: 'range' } : term]];
}

/** What one branch sets. */
interface Effect {
  readonly award: number;
  readonly shows: readonly string[];
}

const isScore = (identifier: string): boolean =>
  !/feed|comment|solution|hint|maxscore|minscore|completion/i.test(identifier);

function effectOf(branch: XmlElement): Effect {
  let award = 0;
  const shows: string[] = [];
  for (const set of childrenOf(branch, 'setOutcomeValue')) {
    const identifier = valueOf(set, 'identifier');
    const values = childrenOf(set).flatMap((child) =>
      child.name === 'baseValue' ? [child] : childrenOf(child, 'baseValue'),
    );
    for (const value of values) {
      const words = textOf(value).trim();
      if (valueOf(value, 'baseType') === 'identifier') shows.push(words);
      else if (isScore(identifier)) award = Math.max(award, Number(words) || 0);
    }
    const [first] = childrenOf(set);
    if (
      isScore(identifier) &&
      first?.name === 'variable' &&
      /max/i.test(valueOf(first, 'identifier'))
    )
      award = Math.max(award, 1);
  }
  if (award === 0 && shows.some((ident) => /^correct/i.test(ident))) award = 1;
  return { award, shows };
}

const branches = new Set(['responseIf', 'responseElseIf', 'responseElse']);

function rulesBelow(element: XmlElement, cases: Cases, depth: number): readonly Rule[] {
  if (depth > DEPTH) return [];
  return childrenOf(element).flatMap((child): readonly Rule[] => {
    if (child.name === 'responseCondition') return rulesBelow(child, cases, depth + 1);
    if (child.name === 'responseProcessingFragment') return rulesBelow(child, cases, depth + 1);
    if (!branches.has(child.name)) return [];
    const [condition] = childrenOf(child);
    const isElse = child.name === 'responseElse';
    const isAlways =
      isElse || (condition?.name === 'baseValue' && textOf(condition).trim() === 'true');
    const here = isAlways || !condition ? cases : both([cases, casesOf(condition)]);
    const rule = { ...effectOf(child), cases: here, isOther: isAlways };
    return [rule, ...rulesBelow(child, here, depth + 1)];
  });
}

/** The rules of an item, the order of the file kept. */
export function processingOf(item: XmlElement): readonly Rule[] {
  const processing = childOf(item, 'responseProcessing');
  return processing ? rulesBelow(processing, [[]], 0) : [];
}
