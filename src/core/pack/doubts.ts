import type { Problem } from './problem.ts';
import { pathKey, type Doubts, type Aspect, type Path } from './source.ts';

export const noDoubts: Doubts = new Map();

/** Where a finding depends on less than all that is shown. */
const madeOf: Readonly<Record<string, readonly Aspect[]>> = {
  few_scenarios: [],
  aged_claim_holds: [],
  unknown_claim: [],
  unknown_concept: [],
  confusable_itself: [],
  retired_reused: [],
  was_in_use: [],
  was_retired: [],
  was_twice: [],
  unknown_domain: ['domain'],
  unknown_note: ['note'],
  unknown_case: ['case'],
  contrast_missing: ['confusable'],
  checked_missing: ['checked'],
  reference_old: ['checked'],
  no_reference: ['references'],
  // Of a kind or number that is not known, as many are taken to be right as are marked, and one at least.
  choose_differs_from_keys: ['items'],
  choose_differs_from_stem: ['kind', 'choose', 'items', 'words'],
  choose_not_in_stem: ['kind', 'choose', 'items', 'words'],
  never_is_right: ['items'],
  unknown_pin: ['items'],
  all_right: ['kind', 'items'],
  few_options: ['kind', 'items'],
  too_few_options: ['kind', 'items'],
  too_few_steps: ['kind', 'items'],
  too_few_prompts: ['kind', 'items'],
  too_few_choices: ['kind', 'items'],
  unknown_choice: ['kind', 'items'],
  no_accepted_answer: ['items'],
  unknown_term: ['kind', 'items'],
  why_missing: ['kind', 'items'],
  right_when_missing: ['kind', 'items'],
  situation_length: ['kind', 'items', 'words', 'case'],
};
const usual: readonly Aspect[] = ['kind', 'items', 'words'];

/** All parts that a finding may depend on. */
export const allAspects: ReadonlySet<Aspect> = new Set([
  ...usual,
  ...Object.values(madeOf).flat(),
  'silence',
]);

/** All of them that stand in front matter. */
export const frontAspects: ReadonlySet<Aspect> = new Set(
  [...allAspects].filter((aspect) => aspect !== 'items' && aspect !== 'words'),
);

/** The scenario or concept that a path leads into. */
const whole = (path: Path): Path => path.slice(0, path[2] === 'scenarios' ? 4 : 2);

/** Whether a finding may be there only because something else could not be read. */
export function isDoubted(
  doubts: Doubts,
  { code, path, severity }: Pick<Problem, 'code' | 'path' | 'severity'>,
): boolean {
  const unread = doubts.get(pathKey(whole(path)));
  if (unread === undefined) return false;
  // Its author may have silenced it, which scenarios can.
  if (severity === 'warning' && path[2] === 'scenarios' && unread.has('silence')) return true;
  return (madeOf[code] ?? usual).some((part) => unread.has(part));
}
