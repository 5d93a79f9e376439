import { shielded, unshielded } from './escapes.ts';

/** One question's lines, with its comments read and taken out. */
export interface GiftBlock {
  /** Shielded: escapes stand for themselves. */
  readonly text: string;
  /** On which the question begins, from 1. */
  readonly line: number;
  readonly path: readonly string[];
  readonly id?: string;
  readonly tags: readonly string[];
}

interface Open {
  lines: string[];
  comments: string[];
  line: number;
  /** The last line closed the answers: what comes next may be a question of its own. */
  closed: boolean;
}

interface Cut {
  readonly blocks: GiftBlock[];
  path: readonly string[];
  open: Open;
}

const category = /^\$CATEGORY:/;
const empty = (): Open => ({ lines: [], comments: [], line: 0, closed: false });

/** A `]` within is written `\]`. Both are bounded: nobody's id is longer, and a file of open brackets stays fast. */
const idMark = /\[id:((?:\\\]|[^\]\p{Cc}]){1,255})\]/u;
const tagMark = /\[tag:((?:\\\]|[^\]<>`\p{Cc}]){1,255})\]/gu;
/** A backslash at the end would take the bracket along when it is written. */
const unbracketed = (text: string): string =>
  text
    .replaceAll('\\]', ']')
    .trim()
    .replace(/[\s\\]+$/, '');

/** `$course$/top/One/Two`: where it hangs in Moodle is nothing of ours, and `//` is a slash. */
function pathOf(text: string): readonly string[] {
  return text
    .replaceAll('//', '\u0000')
    .split('/')
    .map((name) => name.replaceAll('\u0000', '/').trim())
    .filter((name) => name !== '' && name !== 'top' && !/^\$\w+\$$/.test(name));
}

function close(cut: Cut): void {
  const { lines, comments, line } = cut.open;
  cut.open = empty();
  const text = lines.join('\n').trim();
  if (text === '') return;
  const said = comments.join('\n');
  const id = unbracketed(idMark.exec(said)?.[1] ?? '');
  const tags = Array.from(said.matchAll(tagMark), ([, tag]) => unbracketed(tag ?? ''));
  cut.blocks.push({
    text,
    line,
    path: cut.path,
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
    ...(id === '' ? {} : { id }),
  });
}

function take(cut: Cut, raw: string, line: number): void {
  const trimmed = raw.trim();
  if (trimmed === '') return close(cut);
  const isComment = trimmed.startsWith('//');
  // A blank line was forgotten between two questions.
  if (cut.open.closed && (isComment || trimmed.startsWith('::'))) close(cut);
  if (isComment) {
    cut.open.comments.push(trimmed.slice(2));
    return;
  }
  if (category.test(trimmed)) {
    close(cut);
    cut.path = pathOf(unshielded(shielded(trimmed.replace(category, '')), ' '));
    return;
  }
  if (cut.open.lines.length === 0) cut.open.line = line;
  const text = shielded(raw);
  cut.open.lines.push(text);
  cut.open.closed = text.trimEnd().endsWith('}');
}

/** Cuts a file at its blank lines; a blank line between the braces of a question ends it only if it must. */
export function cutBlocks(text: string): readonly GiftBlock[] {
  const cut: Cut = { blocks: [], path: [], open: empty() };
  text.split('\n').forEach((raw, index) => take(cut, raw, index + 1));
  close(cut);
  return mended(cut.blocks);
}

const firstBrace = (text: string): string | undefined => /[{}]/.exec(text)?.[0];
const isOpen = (text: string): boolean => text.includes('{') && !text.includes('}');

/** Joins a question whose answers hold blank lines with what closes it. */
function mended(blocks: readonly GiftBlock[]): readonly GiftBlock[] {
  const done: GiftBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const end = isOpen(block.text) ? closingAt(blocks, at) : at;
    const parts = blocks.slice(at, end + 1);
    done.push(
      end === at
        ? block
        : {
            ...block,
            text: parts.map((part) => part.text).join('\n'),
            tags: [...new Set(parts.flatMap((part) => part.tags))],
          },
    );
    at = end;
  }
  return done;
}

/** The block that closes the one at `from`; `from` itself when another question begins before. */
function closingAt(blocks: readonly GiftBlock[], from: number): number {
  for (let at = from + 1; at < blocks.length; at += 1) {
    const { text, path } = blocks[at] ?? { text: '::', path: [] };
    if (text.startsWith('::') || path !== blocks[from]?.path) return from;
    const brace = firstBrace(text);
    if (brace !== undefined) return brace === '}' ? at : from;
  }
  return from;
}
