import type { Files } from './folder.ts';

/** Begins each file; its name stands behind it. */
const divider = /^<!-- file: (.+?)( \(no line end\))? -->$/;
/** A line of a file that would be taken for one of ours gets one more backslash. */
const lookalike = /^<!-- (\\*)file: /;

const bom = /^\uFEFF/;

/**
 * The text files of a pack as one text, to be sent as a single `.md`; pictures are not in it.
 * `splitFiles` gives every file back as it was, letter by letter.
 */
export function joinFiles(files: Files): string {
  const texts = [...files].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const inOrder = texts.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return inOrder.map(([path, text]) => head(path, text) + body(text)).join('');
}

const rank = (path: string): number => (path === 'pack.yaml' ? 0 : 1);

const head = (path: string, text: string): string => {
  const name = path.replaceAll(/[%\r\n>()]/g, encode);
  const isOpen = text !== '' && !text.endsWith('\n');
  return `<!-- file: ${name}${isOpen ? ' (no line end)' : ''} -->\n`;
};

const encode = (letter: string): string =>
  `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const decode = (name: string): string =>
  name.replaceAll(/%([0-9A-F]{2})/g, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );

function body(text: string): string {
  const safe = text
    .split('\n')
    .map((line) => line.replace(lookalike, '<!-- $1\\file: '))
    .join('\n');
  return safe === '' || safe.endsWith('\n') ? safe : `${safe}\n`;
}

/** The files of such a text, or null when it is none or names a file twice. */
export function splitFiles(text: string): Files | null {
  const lines = text.replace(bom, '').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (!divider.test(bare(lines[first] ?? ''))) return null;
  const files = new Map<string, string>();
  let open: { readonly path: string; readonly hasEnd: boolean; readonly lines: string[] } | null =
    null;
  const close = (): void => {
    if (open) files.set(open.path, contentOf(open.lines, open.hasEnd));
  };
  for (const line of lines.slice(first)) {
    const match = divider.exec(bare(line));
    if (!match) {
      open?.lines.push(line);
      continue;
    }
    close();
    const path = decode(match[1] ?? '');
    if (files.has(path)) return null;
    open = { path, hasEnd: match[2] === undefined, lines: [] };
  }
  // What stands behind the last line end is empty, and no line.
  if (open?.lines.at(-1) === '') open.lines.pop();
  close();
  return files;
}

const bare = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function contentOf(lines: readonly string[], hasEnd: boolean): string {
  const text = lines.map((line) => line.replace(/^<!-- (\\*)\\file: /, '<!-- $1file: ')).join('\n');
  return lines.length > 0 && hasEnd ? `${text}\n` : text;
}
