import { examScenarios, questionsByDomain } from '#core/pack/form.ts';
import type { Exam, Pack } from '#core/pack/model.ts';
import { error, type Finding, warning } from './rule.ts';

/** So many questions may a domain have more or fewer in a form that is drawn from the reserve alone. */
const LEEWAY = 1;

/** An exam that cannot be held: its numbers contradict each other, or there are too few scenarios for a form. */
export function exam(pack: Pack): readonly Finding[] {
  if (!pack.exam) return [];
  const { exam: profile } = pack;
  return [...numbersOf(profile), ...tooFew(pack, profile), ...reserveOf(pack, profile)];
}

function numbersOf({ questions, unscored = 0, scale }: Exam): readonly Finding[] {
  const found: Finding[] = [];
  if (unscored >= questions)
    found.push(error('exam_all_unscored', ['exam', 'unscored'], { unscored, questions }));
  if (scale && (scale.min >= scale.max || scale.pass <= scale.min || scale.pass > scale.max))
    found.push(error('exam_scale', ['exam', 'scale'], { ...scale }));
  return found;
}

function tooFew(pack: Pack, profile: Exam): readonly Finding[] {
  const { questions } = profile;
  const scenarios = examScenarios(pack, profile);
  const count = [...scenarios.values()].flat().length;
  if (count < questions)
    return [error('exam_too_few', ['exam', 'questions'], { count, questions })];
  return [...questionsByDomain(pack.domains, questions)].flatMap(([id, needed]) => {
    const own = scenarios.get(id)?.length ?? 0;
    return own < needed
      ? [error('exam_domain_too_few', ['domains', id], { id, count: own, needed })]
      : [];
  });
}

/** A first form should hold nothing that study has shown: drawn from the reserve, near the weights. */
function reserveOf(pack: Pack, profile: Exam): readonly Finding[] {
  const { questions } = profile;
  const scenarios = examScenarios(pack, profile);
  const domains = [...questionsByDomain(pack.domains, questions)].map(([id, needed]) => ({
    id,
    needed,
    count: (scenarios.get(id) ?? []).filter(({ scenario }) => scenario.reserve).length,
  }));
  const short = domains
    .filter(({ count, needed }) => count < needed - LEEWAY)
    .map(({ id, count, needed }) =>
      warning('exam_reserve_domain', ['domains', id], { id, count, needed }),
    );
  const count = domains.reduce((sum, each) => sum + Math.min(each.count, each.needed + LEEWAY), 0);
  return count < questions
    ? [...short, warning('exam_reserve', ['exam', 'questions'], { count, questions })]
    : short;
}
