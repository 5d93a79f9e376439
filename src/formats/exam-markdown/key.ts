import type { MarkdownLine } from './markdown-line.ts';

/** An answer in a list at the end of a file. */
export interface KeyEntry {
  readonly value: string;
  readonly explanation: string;
}

const title =
  /^(?:answer keys?|answers|solutions|correct answers|解答一覧|正解一覧|解答|正解)\b.{0,30}$/i;
const titleJapanese = /^(?:解答|正解|答え)(?:一覧)?$/;
const entry =
  /^[|\-*\s]*(?:Q(?:uestion)?\.?\s*|問題?\s*)?(\d{1,4})[^\p{L}\d]{1,8}([A-H](?:\s*[,、&]\s*[A-H]){0,7}|[A-H]{2,8}|[a-h](?:\s*[,、&]\s*[a-h]){0,7}(?=\s*(?:[).:：|*–—-]|$)))(?![\p{L}\d])\W*(.*)$/u;

const isTitle = ({ heading, bare }: MarkdownLine): boolean =>
  heading > 0 && (title.test(bare) || titleJapanese.test(bare));

/** The answers by the numbers of their questions, and the lines without them. */
export function takeKey(lines: readonly MarkdownLine[]): {
  readonly lines: readonly MarkdownLine[];
  readonly key: ReadonlyMap<string, KeyEntry>;
} {
  const key = new Map<string, KeyEntry>();
  const at = lines.findLastIndex(isTitle);
  const depth = lines[at]?.heading ?? 0;
  if (at < 0) return { lines, key };
  const length = lines.slice(at + 1).findIndex(({ heading }) => heading > 0 && heading <= depth);
  const end = length < 0 ? lines.length : at + 1 + length;
  for (const { text } of lines.slice(at + 1, end)) {
    const [, number, value, rest] = entry.exec(text.slice(0, 4_000)) ?? [];
    if (number === undefined || value === undefined) continue;
    const explanation = text.trimStart().startsWith('|') ? '' : (rest ?? '').trim();
    key.set(number, { value, explanation });
  }
  // One answer below such a heading is that of one question.
  if (key.size < 2) return { lines, key: new Map() };
  return { lines: [...lines.slice(0, at), ...lines.slice(end)], key };
}
