import type { Slug } from '#core/ids.ts';
import type { Localized } from '#core/language.ts';
import { answerWords } from './answer-words.ts';
import { canonicalJson } from './canonical.ts';
import type { Case, Concept, Pack, Scenario } from './model.ts';
import { keyOf } from './revisions.ts';

/** What two versions of a pack are compared by. */
export type Version = Pick<Pack, 'concepts' | 'cases'>;

export const changeKinds = ['answer', 'new', 'retire', 'clarify', 'typo'] as const;
/**
 * What happened to a scenario: another key, choose count or accepted answer is `answer`; other words are `clarify`;
 * other punctuation or blanks alone are `typo`.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** What a change does to the learner's memory. */
export type Effect = 'comes-back' | 'comes-new' | 'is-hidden' | 'is-kept';

/** An answer that changed sends its concept back; what is retired is hidden, and its history kept. */
export const effects: { readonly [K in ChangeKind]: Effect } = {
  answer: 'comes-back',
  new: 'comes-new',
  retire: 'is-hidden',
  clarify: 'is-kept',
  typo: 'is-kept',
};

export interface ScenarioChange {
  readonly kind: ChangeKind;
  /** Present ids; the former ones of what is retired. */
  readonly concept: Slug;
  readonly scenario: Slug;
  /** Of the concept, as the version has it that still has it. */
  readonly title: Localized<string>;
  /** For a changed answer: in the author's words, else the right options. */
  readonly was?: Localized<string>;
  readonly now?: Localized<string>;
}

export interface ConceptChange {
  /** `reword`: its title or its rule says something else. */
  readonly kind: 'new' | 'retire' | 'rename' | 'reword';
  readonly concept: Slug;
  readonly title: Localized<string>;
}

export interface PackChange {
  readonly concepts: readonly ConceptChange[];
  /** Those of new and retired concepts are not among them. */
  readonly scenarios: readonly ScenarioChange[];
}

const titleOf = ({ text }: Concept): Localized<string> =>
  Object.fromEntries(
    Object.entries(text).flatMap(([language, words]) => (words ? [[language, words.title]] : [])),
  );

interface Named {
  readonly id: Slug;
  readonly was: readonly Slug[];
}

/** For each present thing the former one that it was, by its id or one that it had; each former one once. */
function paired<T extends Named>(former: readonly T[], present: readonly T[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const left = new Map(former.map((thing) => [thing.id, thing]));
  const take = (thing: T, id: Slug): void => {
    const found = left.get(id);
    if (found === undefined || pairs.has(thing)) return;
    pairs.set(thing, found);
    left.delete(id);
  };
  // Whoever still has the id comes before whoever had it.
  for (const thing of present) take(thing, thing.id);
  for (const thing of present) for (const id of thing.was) take(thing, id);
  return pairs;
}

/** What differs between two versions, as far as a learner can notice it. */
export function changesBetween(former: Version, present: Version): PackChange {
  const concepts = paired(former.concepts, present.concepts);
  const gone = former.concepts.filter((concept) => ![...concepts.values()].includes(concept));
  return {
    concepts: [
      ...present.concepts.flatMap((concept) => conceptChange(concept, concepts.get(concept))),
      ...gone.map((concept): ConceptChange => ({
        kind: 'retire',
        concept: concept.id,
        title: titleOf(concept),
      })),
    ],
    scenarios: [...concepts].flatMap(([now, was]) => scenarioChanges(former, present, was, now)),
  };
}

function conceptChange(present: Concept, former: Concept | undefined): ConceptChange[] {
  const change = { concept: present.id, title: titleOf(present) };
  if (former === undefined) return [{ kind: 'new', ...change }];
  const isReworded = canonicalJson(former.text) !== canonicalJson(present.text);
  return [
    ...(former.id === present.id ? [] : [{ kind: 'rename', ...change } as const]),
    ...(isReworded ? [{ kind: 'reword', ...change } as const] : []),
  ];
}

function scenarioChanges(
  formerPack: Version,
  presentPack: Version,
  former: Concept,
  present: Concept,
): ScenarioChange[] {
  const scenarios = paired(former.scenarios, present.scenarios);
  const known = new Set(scenarios.values());
  const place = { concept: present.id, title: titleOf(present) };
  const changed = present.scenarios.flatMap((now): ScenarioChange[] => {
    const was = scenarios.get(now);
    if (was === undefined) return [{ kind: 'new', scenario: now.id, ...place }];
    const kind = kindOf(wordsOf(formerPack.cases, was), wordsOf(presentPack.cases, now), was, now);
    if (kind === null) return [];
    return [{ kind, scenario: now.id, ...place, ...(kind === 'answer' && answers(was, now)) }];
  });
  const gone = former.scenarios
    .filter((scenario) => !known.has(scenario))
    .map((scenario): ScenarioChange => ({ kind: 'retire', scenario: scenario.id, ...place }));
  return [...changed, ...gone];
}

const answers = (was: Scenario, now: Scenario): Pick<ScenarioChange, 'was' | 'now'> =>
  now.change ?? { was: answerWords(was), now: answerWords(now) };

/** What a learner reads of a scenario, the situation that it shares included. */
const wordsOf = (
  cases: readonly Case[],
  { text, references, case: shared }: Scenario,
): unknown => ({
  text,
  references,
  case: cases.find(({ id }) => id === shared)?.text,
});

function kindOf(
  formerWords: unknown,
  words: unknown,
  former: Scenario,
  present: Scenario,
): 'answer' | 'clarify' | 'typo' | null {
  if (canonicalJson(keyOf(former)) !== canonicalJson(keyOf(present))) return 'answer';
  if (canonicalJson(formerWords) === canonicalJson(words)) return null;
  const isTypo = canonicalJson(bare(formerWords)) === canonicalJson(bare(words));
  return isTypo ? 'typo' : 'clarify';
}

/** Between digits a point or blank makes another number: it stays. */
const punctuation = /(?<!\d)[\p{P}\s]+|[\p{P}\s]+(?!\d)/gu;

/** Verbatim: in code each sign counts, and an address is no prose. */
const exactKeys: ReadonlySet<string> = new Set(['id', 'url', 'source', 'type', 'language']);

/** A tree of words without punctuation and blanks. */
function bare(node: unknown): unknown {
  if (typeof node === 'string') return node.normalize('NFKC').replaceAll(punctuation, '');
  if (Array.isArray(node)) return node.map(bare).filter((each) => each !== '');
  if (typeof node !== 'object' || node === null) return node;
  if ('type' in node && node.type === 'code') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, held]) => [key, exactKeys.has(key) ? held : bare(held)]),
  );
}
