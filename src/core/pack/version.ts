const partsOf = (version: string): readonly number[] => version.split('.').map(Number);

/** Negative when `a` comes before `b`, by semantic version. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let place = 0; place < 3; place += 1) {
    const apart = (left[place] ?? 0) - (right[place] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** Whether `a` comes after `b`. */
export const isNewer = (a: string, b: string): boolean => compareVersions(a, b) > 0;

/** How a pack that is offered stands to the one that is here. */
export type Relation = 'new' | 'same' | 'newer' | 'older' | 'differs';

interface Dated {
  readonly version: string;
  readonly digest: string;
}

/** @param here what stands under the same uid; its digest is `null` where nobody has reckoned it */
export function relationTo(
  here: { readonly version: string; readonly digest: string | null } | null,
  offered: Dated,
): Relation {
  if (here === null) return 'new';
  if (here.digest === offered.digest) return 'same';
  if (isNewer(offered.version, here.version)) return 'newer';
  return isNewer(here.version, offered.version) ? 'older' : 'differs';
}
