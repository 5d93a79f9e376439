import type { Pack } from '#core/pack/model.ts';
import { error, type Finding, warning } from './rule.ts';

/** Percentage points between a domain's weight and its share of the scenarios. */
const FAR = 10;

/** Weights that do not add up, and domains with far more or fewer scenarios than their weight. */
export function domains(pack: Pack): readonly Finding[] {
  const sum = pack.domains.reduce((total, { weight }) => total + weight, 0);
  // Weights may be fractions: 33.3 + 33.3 + 33.4.
  const wrong = Math.abs(sum - 100) > 0.001 ? [error('weights_sum', ['domains'], { sum })] : [];
  const all = pack.concepts.reduce((total, { scenarios }) => total + scenarios.length, 0);
  if (all === 0) return wrong;
  const far = pack.domains.flatMap(({ id, weight }) => {
    const own = pack.concepts
      .filter(({ domain }) => domain === id)
      .reduce((total, { scenarios }) => total + scenarios.length, 0);
    const share = Math.round((own / all) * 100);
    return Math.abs(share - weight) > FAR
      ? [warning('domain_far_from_weight', ['domains', id], { id, share, weight })]
      : [];
  });
  return [...wrong, ...far];
}
