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
