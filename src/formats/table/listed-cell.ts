/** A text between quotes, as Python writes it. */
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
/** Nothing but such texts, between brackets. */
const list =
  /^\s*\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:[\s,]+(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*[\s,]*\]\s*$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a program has written into one cell as a list, `["a", "b"]` or `['a' 'b']`; null when it is none. */
export function listItems(cell: string): readonly string[] | null {
  if (!/^\s*\[[^]*\]\s*$/.test(cell)) return null;
  const value = parsed(cell);
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string' || typeof one === 'number')
      ? value.map(String)
      : null;
  if (!list.test(cell)) return null;
  return Array.from(cell.matchAll(quoted), ([, single, double]) =>
    (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'),
  );
}
