import { childrenOf, outermost, textOf, type XmlElement } from '#formats/xml.ts';
import { valueOf } from './names.ts';
import { both, denied, type Rule, type Term } from './rules.ts';

/** Response processing of version 1 as rules. */

type Cases = readonly (readonly Term[])[];

const DEPTH = 20;

const ways: ReadonlyMap<string, Term['how']> = new Map([
  ['varequal', 'is'],
  ['varsubset', 'is'],
  ['varsubstring', 'contains'],
  ['vargt', 'range'],
  ['vargte', 'range'],
  ['varlt', 'range'],
  ['varlte', 'range'],
]);

function termOf(element: XmlElement, how: Term['how']): Term {
  const place = valueOf(element, 'index');
  const isContained = valueOf(element, 'setmatch').toLowerCase() === 'contains';
  const term: Term = {
    about: valueOf(element, 'respident'),
    value: textOf(element).trim(),
    isNot: false,
    how: isContained ? 'contains' : how,
    isCaseExact: valueOf(element, 'case').toLowerCase() === 'yes',
  };
  return place === '' ? term : { ...term, place: Number(place) || 0 };
}

function casesOf(element: XmlElement, depth = 0): Cases {
  const { name } = element;
  if (depth > DEPTH) return [[]];
  const how = ways.get(name);
  if (how !== undefined) return [[termOf(element, how)]];
  const below = () => childrenOf(element).map((child) => casesOf(child, depth + 1));
  if (name === 'or') return below().flat();
  if (name === 'not') return denied(both(below()));
  return name === 'and' || name === 'conditionvar' ? both(below()) : [[]];
}

/** What a rule gives: a number of points, all that there are, or nothing. */
function awardOf(condition: XmlElement, shows: readonly string[]): number {
  const sets = childrenOf(condition, 'setvar');
  if (sets.length === 0)
    return [...shows, valueOf(condition, 'title')].some((name) => /^correct/i.test(name)) ? 1 : 0;
  const points = sets
    .filter((set) => !/incorrect|wrong/i.test(valueOf(set, 'varname')))
    .map((set) => {
      const words = textOf(set).trim();
      const given = /\.max$/i.test(words) || /^D2L_Correct$/i.test(words) ? 1 : Number(words) || 0;
      return /subtract/i.test(valueOf(set, 'action')) ? -given : given;
    });
  return Math.max(0, ...points);
}

function ruleOf(condition: XmlElement): Rule {
  const shows = childrenOf(condition, 'displayfeedback').map((each) => valueOf(each, 'linkrefid'));
  const tests = childrenOf(condition, 'conditionvar');
  return {
    award: awardOf(condition, shows),
    cases: both(tests.map((test) => casesOf(test))),
    shows,
    isOther: outermost(tests, 'other').length > 0,
  };
}

/** The rules of an item, in the order of the file. */
export const scoringOf = (item: XmlElement): readonly Rule[] =>
  childrenOf(item, 'resprocessing').flatMap((each) =>
    childrenOf(each, 'respcondition').map(ruleOf),
  );
