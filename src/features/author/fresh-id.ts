/** `page-3` for a third thing, or the next number that none has: some may have been taken out. */
export function freshId(stem: string, taken: readonly string[], first = taken.length + 1): string {
  for (let number = first; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
