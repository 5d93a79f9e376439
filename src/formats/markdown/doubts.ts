import { allAspects } from '#core/pack/doubts.ts';
import type { Concept, Scenario } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Aspect } from '#core/pack/source.ts';
import type { Slug } from '#core/ids.ts';
import type { Item } from './items.ts';

/** Problems after which it is not known which items there are, or which of them are right. */
const ofItems = new Set([
  'source_language_missing',
  'unknown_language',
  'language_twice',
  'text_before_language',
  'heading_not_allowed',
  'question_missing',
  'not_an_option',
  'option_without_id',
  'option_without_text',
  'option_twice',
  'bad_id',
  'box_missing',
  'box_not_allowed',
  'pair_not_allowed',
  'term_not_allowed',
  'stands_for_twice',
]);

/** What of a text is not known after these problems. */
export const bodyDoubts = (problems: readonly Problem[]): readonly Aspect[] =>
  problems.map(({ code }) => (ofItems.has(code) ? 'items' : 'words'));

type Entries = Readonly<Record<string, unknown>>;

/** What a scenario's front matter needs, where it cannot be read: a kind that its other keys and its items fit. */
export function scenarioStandIns(sound: Entries, items: readonly Item[]): Entries {
  const right = items.filter((item) => item.right === true).length;
  const kind = sound['kind'] ?? kindLike(sound, items, right);
  if (kind === 'multiple') return { kind, choose: Math.max(1, right) };
  return kind === 'short' ? { kind, compare: 'exact' } : { kind };
}

function kindLike(sound: Entries, items: readonly Item[], right: number): Scenario['kind'] {
  if ('choose' in sound) return 'multiple';
  if ('compare' in sound) return 'short';
  if (items.some(({ choice }) => choice !== undefined)) return 'matching';
  if (items.some(({ ordered }) => ordered)) return 'ordering';
  return right > 1 ? 'multiple' : 'single';
}

/** For a scenario of which nothing can be read. */
export function unreadScenario(id: Slug) {
  const unsaid = { was: [], reserve: false, references: [], aged: [], textRev: '', keyRev: '' };
  const scenario: Scenario = { id, kind: 'single', ...unsaid, text: {}, options: [], pin: [] };
  return { scenario, silences: [], doubts: allAspects };
}

/** For a concept of which nothing can be read. */
export function unreadConcept(id: Slug) {
  const unsaid = { domain: '', claims: [], confusable: [], was: [] };
  const concept: Concept = { id, ...unsaid, text: {}, scenarios: [] };
  return { concept, doubts: allAspects };
}
