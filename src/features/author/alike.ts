const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => isAlike(item, b[index]));

/** Whether two things say the same, as far as plain values, lists and objects go; functions are alike as one alone. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && isSameList(a, b);
  if (!isHolder(a) || !isHolder(b)) return false;
  const [entries, others] = [Object.entries(a), Object.entries(b)];
  return isSameList(entries, others);
}
