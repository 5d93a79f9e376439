/** A line and column, both from 1; the column in UTF-16 units. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What may come next. */
type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'more' | 'end';

const token =
  // oxlint-disable-next-line no-control-regex -- no text of JSON may hold them bare
  /\s*(?:(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\u{0}-\u{1f}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<word>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/uy;

const isValueWanted = (wanted: Wanted): boolean => wanted === 'value' || wanted === 'first-value';

/**
 * What may come after a mark; `null` when it is out of place.
 * @param open what is open around it, the innermost last; changed by brackets
 */
function afterMark(mark: string, wanted: Wanted, open: string[]): Wanted | null {
  const isOpen = (bracket: string) => open.at(-1) === bracket;
  const after = (): Wanted => (open.length === 0 ? 'end' : 'more');
  if (mark === '{' || mark === '[') {
    if (!isValueWanted(wanted)) return null;
    open.push(mark);
    return mark === '{' ? 'first-key' : 'first-value';
  }
  if (mark === ':') return wanted === 'colon' ? 'value' : null;
  if (mark === ',') {
    if (wanted !== 'more') return null;
    return isOpen('{') ? 'key' : 'value';
  }
  const canClose = wanted === 'more' || wanted === (mark === '}' ? 'first-key' : 'first-value');
  if (!canClose || !isOpen(mark === '}' ? '{' : '[')) return null;
  open.pop();
  return after();
}

function faultIndex(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text)?.groups;
    if (found === undefined) return text.length - text.slice(at).trimStart().length;
    const begin = token.lastIndex;
    const { mark, text: quoted = '' } = found;
    let next: Wanted | null = null;
    if (mark !== undefined) next = afterMark(mark, wanted, open);
    else if (quoted !== '' && (wanted === 'key' || wanted === 'first-key')) next = 'colon';
    else if (isValueWanted(wanted)) next = open.length === 0 ? 'end' : 'more';
    if (next === null) return begin - (mark ?? (quoted || (found['word'] ?? ''))).length;
    wanted = next;
    at = begin;
  }
}

/** Where a text stops being JSON: engines tell it in words of their own, if at all. */
export function jsonFault(text: string): TextPlace {
  const before = text.slice(0, faultIndex(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
