import type { MarkdownLine } from './markdown-line.ts';

/** An answer in a list at the end of a file. */
export interface KeyEntry {
  readonly value: string;
  readonly explanation: string;
}

const title =
  /^(?:answer keys?|answers|solutions|correct answers|解答一覧|正解一覧|解答|正解)\b.{0,30}$/i;
const titleJapanese = /^(?:解答|正解|答え)(?:一覧)?$/;
/** Without the marks of a heading, it may as well be the answer to one question. */
const plainTitle = /^(?:answer keys?|answers|(?:解答|正解|答え)(?:一覧)?】?)\s*[:：]?$/i;
const entry =
  /^[|\-*\s]*(?:Q(?:uestion)?\.?\s*|問題?\s*)?(\d{1,4})[^\p{L}\d]{1,8}([A-H](?:\s*[,、&]\s*[A-H]){0,7}|[A-H]{2,8}|[a-h](?:\s*[,、&]\s*[a-h]){0,7}(?=\s*(?:[).:：|*–—-]|$))|[ア-オ①-⑨](?:\s*[,、]\s*[ア-オ①-⑨]){0,4})(?![\p{L}\d])\W*(.*)$/u;
/** A number is an answer only where the question's is called one. */
const numbered =
  /^[|\-*\s]*(?:Q(?:uestion)?\.?\s*|問題?\s*)(\d{1,4})[^\p{L}\d]{1,8}(\d(?:\s*[,、&]\s*\d){0,7})(?![\p{L}\d])\W*(.*)$/u;

const isTitle = ({ heading, bare }: MarkdownLine): boolean =>
  heading > 0 && (title.test(bare) || titleJapanese.test(bare));
const isPlainTitle = ({ heading, bare }: MarkdownLine): boolean =>
  heading === 0 && plainTitle.test(bare);

interface Key {
  readonly lines: readonly MarkdownLine[];
  readonly key: ReadonlyMap<string, KeyEntry>;
}

/** The answers by the numbers of their questions, and the lines without them. */
export function takeKey(lines: readonly MarkdownLine[]): Key {
  return (
    keyBelow(lines, lines.findLastIndex(isTitle)) ??
    keyBelow(lines, lines.findLastIndex(isPlainTitle)) ?? { lines, key: new Map() }
  );
}

function keyBelow(lines: readonly MarkdownLine[], at: number): Key | null {
  if (at < 0) return null;
  const key = new Map<string, KeyEntry>();
  const depth = lines[at]?.heading ?? 0;
  const endsIt = ({ heading }: MarkdownLine) => heading > 0 && (depth === 0 || heading <= depth);
  const length = lines.slice(at + 1).findIndex(endsIt);
  const end = length < 0 ? lines.length : at + 1 + length;
  const said = lines.slice(at + 1, end).filter(({ text }) => text.trim() !== '');
  for (const { text } of said) {
    const line = text.slice(0, 4_000);
    const [, number, value, rest] = entry.exec(line) ?? numbered.exec(line) ?? [];
    if (number === undefined || value === undefined) {
      // Below such a line there is nothing else.
      if (depth === 0) return null;
      continue;
    }
    const explanation = text.trimStart().startsWith('|') ? '' : (rest ?? '').trim();
    key.set(number, { value, explanation });
  }
  // One answer below such a heading is that of one question.
  if (key.size < 2) return null;
  return { lines: [...lines.slice(0, at), ...lines.slice(end)], key };
}
