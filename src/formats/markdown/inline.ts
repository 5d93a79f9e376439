import type { Image, PhrasingContent, Text } from 'mdast';
import { lineText, type Inline, type Line } from '#core/pack/document.ts';
import { complain, type Report, type Spot } from './report.ts';
import { markable, spotOf, type Sheet } from './tree.ts';

/** One text being read: where its problems go, and the source that positions count from. */
export interface Reading {
  readonly report: Report;
  readonly sheet: Sheet;
}

/** A `==` between inline nodes, on its way to become a mark. */
interface Fence {
  readonly fence: Spot;
  readonly opens: boolean;
  readonly closes: boolean;
}

const mediaName = /^media\/([\w.-]+\.(?:png|jpg|jpeg|webp))$/;
const isHttp = (url: string): boolean => /^https?:\/\//i.test(url);

/** The words of a paragraph as a line of the text tree. */
export function readLine(reading: Reading, nodes: readonly PhrasingContent[]): Line {
  return withoutBreaks(readInline(reading, nodes));
}

function readInline(reading: Reading, nodes: readonly PhrasingContent[]): Inline[] {
  return paired(
    reading,
    nodes.flatMap((node) => readNode(reading, node)),
  );
}

function readNode(reading: Reading, node: PhrasingContent): (Inline | Fence)[] {
  switch (node.type) {
    case 'text':
      return readText(reading, node);
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, children: readInline(reading, node.children) }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'link': {
      if (!isHttp(node.url)) complain(reading.report, 'bad_link', spotOf(node), { url: node.url });
      return [{ type: 'link', url: node.url, children: readInline(reading, node.children) }];
    }
    case 'image':
      return readImage(reading, node);
    case 'html':
      complain(reading.report, 'html_not_allowed', spotOf(node), { html: node.value });
      return [];
    case 'break':
    case 'delete':
    case 'footnoteReference':
    case 'imageReference':
    case 'linkReference':
      complain(reading.report, 'not_allowed', spotOf(node), { what: node.type });
      return [];
  }
}

function readImage({ report }: Reading, node: Image): Inline[] {
  const [, source] = mediaName.exec(node.url) ?? [];
  const alt = (node.alt ?? '').trim();
  if (alt === '') complain(report, 'image_without_alt', spotOf(node), { url: node.url });
  if (source === undefined) complain(report, 'bad_image', spotOf(node), { url: node.url });
  else if (!report.media.has(source))
    complain(report, 'media_missing', spotOf(node), { name: source });
  return source === undefined ? [] : [{ type: 'image', source, alt }];
}

/** Runs of exactly two; three and more are no marks. */
const run = /(?<!=)==(?!=)/g;

/** Where each `==` of a text node stands in the file. */
function spotsOfRuns({ sheet }: Reading, node: Text): readonly Spot[] {
  const from = node.position?.start.offset ?? 0;
  const raw = sheet.text.slice(from, node.position?.end.offset);
  const { line, column } = spotOf(node);
  let start = 0;
  let passed = 0;
  return [...raw.matchAll(/(?<![=\\])==(?!=)/g)].map(({ index }) => {
    for (
      let end = raw.indexOf('\n', start);
      end >= 0 && end < index;
      end = raw.indexOf('\n', start)
    ) {
      start = end + 1;
      passed += 1;
    }
    return { line: line + passed, column: index - start + (passed === 0 ? column : 1) };
  });
}

function readText(reading: Reading, node: Text): (Inline | Fence)[] {
  const { value } = node;
  const plain = markable(node);
  checkLeftovers(reading, node, plain);
  const parts: (Inline | Fence)[] = [];
  let from = 0;
  const found = [...plain.matchAll(run)];
  const spots = found.length > 0 ? spotsOfRuns(reading, node) : [];
  found.forEach(({ index }, nth) => {
    const before = plain[index - 1];
    const after = plain[index + 2];
    const opens = after === undefined || /\S/.test(after);
    const closes = before === undefined || /\S/.test(before);
    // With a blank on both sides it is a comparison, and stays text.
    if (!opens && !closes) return;
    parts.push(value.slice(from, index));
    parts.push({ fence: spots[nth] ?? spotOf(node), opens, closes });
    from = index + 2;
  });
  parts.push(value.slice(from));
  return parts.filter((part) => part !== '');
}

/** Marks that were meant as such, and did not become any. */
function checkLeftovers({ report }: Reading, node: Text, plain: string): void {
  if (plain.includes('**')) complain(report, 'stray_emphasis', spotOf(node));
  if (/\{=[^{}]*\}|\{never\}/.test(plain)) complain(report, 'stray_term', spotOf(node));
}

/** Turns pairs of fences into marks; a lone one is a problem. */
function paired({ report }: Reading, parts: readonly (Inline | Fence)[]): Inline[] {
  const done: Inline[] = [];
  let open: { readonly at: Spot; readonly children: Inline[] } | null = null;
  for (const part of parts) {
    if (typeof part === 'string' || !('fence' in part)) (open?.children ?? done).push(part);
    else if (open && part.closes) {
      done.push({ type: 'mark', children: open.children });
      open = null;
    } else if (!open && part.opens) open = { at: part.fence, children: [] };
    else complain(report, 'mark_unclosed', part.fence);
  }
  if (open) {
    complain(report, 'mark_unclosed', open.at);
    done.push(...open.children);
  }
  return done;
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const isCjk = (letter: string | undefined): boolean => letter !== undefined && cjk.test(letter);

/** A line break in the file is a blank, and nothing between two letters that need none. */
export function withoutBreaks(line: readonly Inline[]): Inline[] {
  const whole = lineText(line);
  let at = 0;
  const letters = (text: string): string => {
    const from = at;
    at += text.length;
    return text.replaceAll('\n', (_break, index: number) => {
      const here = from + index;
      return isCjk(whole[here - 1]) && isCjk(whole[here + 1]) ? '' : ' ';
    });
  };
  const walk = (nodes: readonly Inline[]): Inline[] =>
    nodes.map((node) => {
      if (typeof node === 'string') return letters(node);
      if (node.type === 'code' || node.type === 'image') {
        at += lineText([node]).length;
        return node;
      }
      return { ...node, children: walk(node.children) };
    });
  return walk(line).filter((node) => node !== '');
}
