import type { Rule } from './rules.ts';
import type { Scribe } from './scribe.ts';

/** Words that are shown after an answer. */
export interface Feedback {
  readonly ident: string;
  readonly html: string;
}

/** Where feedback belongs: to one option, to all, or to those who were right or wrong. */
export interface Sorted {
  readonly whys: ReadonlyMap<string, string>;
  readonly general: readonly string[];
  readonly correct: readonly string[];
  readonly incorrect: readonly string[];
}

type Place = { readonly option: string } | 'general' | 'correct' | 'incorrect';

const isEmpty = (html: string): boolean =>
  !/<img/i.test(html) && html.replaceAll(/<[^<>]*>|&nbsp;|&#160;/g, '').trim() === '';

/** Programs name an option's feedback after the option. */
const namesOf = (ident: string): readonly string[] => [
  ident,
  ident.replace(/_fb$/, ''),
  ident.replace(/_IF(\d+)$/, '_A$1'),
];

const byName = (ident: string): Place | null => {
  if (/incorrect|wrong/i.test(ident)) return 'incorrect';
  if (/correct|^right/i.test(ident)) return 'correct';
  return /general|solution/i.test(ident) ? 'general' : null;
};

/** What the rules tell: the one value that shows it, or whether it comes after right or wrong answers. */
function byRules(showing: readonly Rule[], idents: ReadonlySet<string>): Place | null {
  if (showing.length === 0) return null;
  const terms = showing.flatMap(({ cases }) => cases.flat());
  const positive = terms.filter(({ isNot }) => !isNot);
  const telling = positive.length > 0 ? positive : terms;
  const options = new Set(
    telling.flatMap(({ about, value }) => [value, about]).filter((name) => idents.has(name)),
  );
  const [option] = options;
  const isOther = showing.some((rule) => rule.isOther);
  if (option !== undefined && options.size === 1 && !isOther) return { option };
  const isAfterRight =
    showing.some(({ award }) => award > 0) || positive.some(({ how }) => how === 'all');
  if (isAfterRight && !isOther) return 'correct';
  const isAfterWrong = isOther || terms.some(({ isNot, how }) => isNot && how === 'all');
  return isAfterWrong && !isAfterRight ? 'incorrect' : 'general';
}

/** @param idents of all parts that can have a reason of their own */
export function sortFeedback(
  feedback: readonly Feedback[],
  idents: ReadonlySet<string>,
  rules: readonly Rule[],
): Sorted {
  const whys = new Map<string, string>();
  const showing = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const ident of new Set(rule.shows)) {
      const others = showing.get(ident);
      if (others) others.push(rule);
      else showing.set(ident, [rule]);
    }
  const sorted = {
    general: new Array<string>(),
    correct: new Array<string>(),
    incorrect: new Array<string>(),
  };
  const places = new Map<string, Place>();
  const placeOf = (ident: string): Place => {
    const own = namesOf(ident).find((name) => idents.has(name));
    if (own !== undefined) return { option: own };
    return byName(ident) ?? byRules(showing.get(ident) ?? [], idents) ?? 'general';
  };
  for (const { ident, html } of feedback) {
    if (isEmpty(html)) continue;
    const place = places.get(ident) ?? placeOf(ident);
    places.set(ident, place);
    if (typeof place === 'string') sorted[place].push(html);
    else whys.set(place.option, `${whys.get(place.option) ?? ''}<div>${html}</div>`);
  }
  return { whys, ...sorted };
}

const joined = (parts: readonly string[]): string =>
  [...new Set(parts)].map((part) => `<div>${part}</div>`).join('');

/** What decides, and what has no place: the words after a wrong answer, and those after a right one beside general ones. */
export function decided(
  { general, correct, incorrect }: Sorted,
  kept: Map<string, string>,
  scribe: Scribe,
): string {
  const isKept = general.length > 0 && correct.length > 0;
  if (isKept) keep('feedback-correct', joined(correct), kept, scribe);
  if (incorrect.length > 0) keep('feedback-incorrect', joined(incorrect), kept, scribe);
  return joined(general.length > 0 ? general : correct);
}

/** Letters of one value that is kept. */
const KEPT = 4_000;

/** Puts aside what has no place, and says so. */
export function keep(name: string, value: string, kept: Map<string, string>, scribe: Scribe): void {
  kept.set(name, value.slice(0, KEPT));
  scribe.say({ code: 'qti-kept', params: { name } });
}
