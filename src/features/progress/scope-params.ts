import type { Scope } from '#core/insight/scope.ts';
import type { PackIndex } from '#core/pack/library.ts';

/** Study days back; 0 is ever. */
export const periods = [7, 30, 90, 365, 0] as const;

/** The scope that an address asks for; what it asks for that is not there is not asked for. */
export function scopeOf(params: URLSearchParams, packs: readonly PackIndex[]): Scope {
  const pack = packs.find(({ uid }) => uid === params.get('pack'));
  const domain = pack?.domains.find(({ id }) => id === params.get('domain'));
  const days = periods.find((period) => String(period) === params.get('days')) ?? 0;
  return { pack: pack?.uid ?? null, domain: domain?.id ?? null, days: days === 0 ? null : days };
}

/** The address of a scope, as short as it can be. */
export const paramsOf = ({ pack, domain, days }: Scope): Record<string, string> => ({
  ...(pack !== null && { pack }),
  ...(pack !== null && domain !== null && { domain }),
  ...(days !== null && { days: String(days) }),
});
