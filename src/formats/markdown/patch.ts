/** A change of a text; offsets count UTF-16 units of the text as it was. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const inOrder = (patches: readonly Patch[]): Patch[] =>
  patches.toSorted((a, b) => a.from - b.from || a.to - b.to);

/** The text with the changes made; they do not overlap. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  let done = '';
  let at = 0;
  for (const { from, to, insert } of inOrder(patches)) {
    done += text.slice(at, from) + insert;
    at = Math.max(at, to);
  }
  return done + text.slice(at);
}

/** The smallest single change that makes one text of another, as a change at an offset; none when they are the same. */
export function patchBetween(before: string, after: string, at = 0): readonly Patch[] {
  if (before === after) return [];
  const longest = Math.min(before.length, after.length);
  let head = 0;
  while (head < longest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < longest - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const insert = after.slice(head, after.length - tail);
  return [{ from: at + head, to: at + before.length - tail, insert }];
}

/**
 * Changes of a text whose line ends were made `\n` and whose byte order mark was taken off, as changes of the text as
 * it stands in the file: new lines end as its first line does.
 */
export function patchesOfRaw(raw: string, patches: readonly Patch[]): readonly Patch[] {
  const removed = [...raw.matchAll(/^\uFEFF|\r(?=\n)/g)].map(({ index }) => index);
  const isCrLf = /^[^\n]*\r\n/.test(raw);
  const ofRaw = (offset: number): number => {
    // Of letters taken off, those before the offset: a line end stays whole behind what ends before it.
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const isBefore = (removed[middle] ?? 0) - middle < offset || removed[middle] === 0;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  return inOrder(patches).map(({ from, to, insert }) => ({
    from: ofRaw(from),
    to: ofRaw(to),
    insert: isCrLf ? insert.replaceAll('\n', '\r\n') : insert,
  }));
}
