import type { Finding } from '#core/pack/rules/rule.ts';
import { error } from '#core/pack/rules/rule.ts';
import { known, type ExamProfile } from './profile.ts';

/** What a profile's shape cannot tell: numbers that contradict each other, and numbers from nowhere. */
export function checkProfile(profile: ExamProfile): readonly Finding[] {
  return [
    ...weightsOf(profile),
    ...numbersOf(profile),
    ...twice(profile.domains.map(({ id }) => id)).map((id) =>
      error('profile_twice', ['domains', id], { id }),
    ),
    ...profile.domains.flatMap(({ id, tasks = [] }) =>
      twice(tasks).map((task) => error('profile_twice', ['domains', id, 'tasks'], { id: task })),
    ),
    ...unsourced(profile),
  ];
}

function weightsOf({ domains }: ExamProfile): readonly Finding[] {
  const weights = domains.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (weights.length === 0) return [];
  if (weights.length < domains.length) return [error('profile_weight_missing', ['domains'])];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // Weights may be fractions: 33.3 + 33.3 + 33.4.
  return Math.abs(sum - 100) > 0.001 ? [error('weights_sum', ['domains'], { sum })] : [];
}

function numbersOf({ questions, unscored = 0, scale }: ExamProfile): readonly Finding[] {
  const found: Finding[] = [];
  if (questions !== undefined && unscored >= questions)
    found.push(error('exam_all_unscored', ['unscored'], { unscored, questions }));
  if (scale && (scale.min >= scale.max || scale.pass <= scale.min || scale.pass > scale.max))
    found.push(error('exam_scale', ['scale'], { ...scale }));
  return found;
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];

/** Every number says where it stands. */
function unsourced(profile: ExamProfile): readonly Finding[] {
  const sourced = new Set(profile.sources.flatMap((source) => source.for));
  return known
    .filter((key) => profile[key] !== undefined && !sourced.has(key))
    .map((key) => error('profile_unsourced', [key], { key }));
}
