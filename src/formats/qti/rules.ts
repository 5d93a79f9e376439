/** One comparison within the rules by which an answer is scored. */
export interface Term {
  /** Which response is looked at. */
  readonly about: string;
  readonly value: string;
  readonly isNot: boolean;
  /** `is` the value, contains it, lies beside it as a number, or is `all` that the declaration calls right. */
  readonly how: 'is' | 'contains' | 'range' | 'all';
  readonly isCaseExact: boolean;
  /** Place in an order, where it is told. */
  readonly place?: number;
}

/** One rule: in any of these cases so much is given, and that is shown. */
export interface Rule {
  /** Above zero: the answer is right, or right in part. */
  readonly award: number;
  /** Each case is true when all its terms are. */
  readonly cases: readonly (readonly Term[])[];
  /** Idents of feedback. */
  readonly shows: readonly string[];
  /** Whatever no other rule has met. */
  readonly isOther: boolean;
}

/** Cases that one rule may have; conditions of more are cut there. */
const CASES = 64;

type Cases = readonly (readonly Term[])[];

/** All of these conditions at once; of too many alternatives only their terms are kept. */
export function both(conditions: readonly Cases[]): Cases {
  const certain = conditions.flatMap((cases) => (cases.length === 1 ? (cases[0] ?? []) : []));
  const open = conditions.filter((cases) => cases.length !== 1);
  const count = open.reduce((product, cases) => product * cases.length, 1);
  if (count > CASES) return [conditions.flat(2)];
  return open.reduce<Cases>(
    (done, cases) => done.flatMap((left) => cases.map((right) => [...left, ...right])),
    [certain],
  );
}

/** Terms of a condition that is denied stand together, each denied: no more is asked of them. */
export const denied = (cases: Cases): Cases => [
  cases.flat().map((term) => ({ ...term, isNot: !term.isNot })),
];

const isPositive = ({ isNot }: Term): boolean => !isNot;

/** A case that gives something: what it wants of one response. */
export interface Awarded {
  readonly award: number;
  readonly terms: readonly Term[];
  /** It forbids something, too. */
  readonly hasNot: boolean;
}

/** What the rules call right of one response. */
export function awarded(
  rules: readonly Rule[],
  isAbout: (term: Term) => boolean,
): readonly Awarded[] {
  return rules
    .filter(({ award }) => award > 0)
    .flatMap(({ award, cases }) =>
      cases.map((terms) => ({
        award,
        terms: terms.filter((term) => isPositive(term) && isAbout(term)),
        hasNot: terms.some((term) => term.isNot),
      })),
    )
    .filter(({ terms }) => terms.length > 0);
}

/** Which options are right, as far as rules tell it. */
export interface ChoiceKey {
  readonly keys: readonly string[];
  readonly isMultiple: boolean;
  /** Something is given for what is not wholly right. */
  readonly isPartial: boolean;
  /** Each of the keys is right alone. */
  readonly isAnyOf: boolean;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** @param isMultiple what the file says; a rule that wants several at once is believed more */
export function choiceKey(
  rules: readonly Rule[],
  isAbout: (term: Term) => boolean,
  isMultiple: boolean,
): ChoiceKey {
  const cases = awarded(rules, isAbout);
  const wantsSeveral = cases.some(
    ({ terms, hasNot }) => new Set(terms.map(({ value }) => value)).size > 1 || hasNot,
  );
  const best = Math.max(...cases.map(({ award }) => award));
  const awards = new Set(cases.map(({ award }) => award));
  if (isMultiple || wantsSeveral) {
    const whole = wantsSeveral ? cases.filter(({ award }) => award === best) : cases;
    const keys = unique(whole.flatMap(({ terms }) => terms.map(({ value }) => value)));
    return {
      keys,
      isMultiple: isMultiple || keys.length > 1,
      isPartial: awards.size > 1,
      isAnyOf: false,
    };
  }
  const keys = unique(
    cases
      .filter(({ award }) => award === best)
      .flatMap(({ terms }) => terms.map(({ value }) => value)),
  );
  return { keys, isMultiple: false, isPartial: awards.size > 1, isAnyOf: keys.length > 1 };
}
