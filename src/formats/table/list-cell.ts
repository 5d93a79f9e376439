/** A text between quotation marks of either sort. */
const quoted = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;

const fromJson = (cell: string): readonly string[] | null => {
  try {
    const value: unknown = JSON.parse(cell);
    const items = typeof value === 'object' && value !== null ? Object.values(value) : [];
    return items.every((item) => typeof item === 'string' || typeof item === 'number')
      ? items.map(String)
      : null;
  } catch {
    return null;
  }
};

/** `['a', "b"]`, `{'A': 'a'}`, and lists without commas. */
function fromProgram(cell: string): readonly string[] | null {
  const texts = [...cell.matchAll(quoted)].map(([, double, single]) =>
    (double ?? single ?? '').replaceAll(/\\(.)/g, '$1'),
  );
  const left = cell.replaceAll(quoted, '').replaceAll(/\s+/g, '');
  if (/^\[,*\]$/.test(left)) return texts;
  return /^\{(?::,?)+\}$/.test(left) ? texts.filter((_text, index) => index % 2 === 1) : null;
}

/** The items of a cell in which a program wrote a list of texts; null when it holds none. */
export function listIn(cell: string): readonly string[] | null {
  const text = cell.trim();
  if (!/^(?:\[[^]*\]|\{[^]*\})$/.test(text)) return null;
  const items = fromJson(text) ?? fromProgram(text);
  return items === null || items.length === 0 ? null : items;
}
