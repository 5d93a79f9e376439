/** A line of the file, with what the reader asks of it again and again. */
export interface MarkdownLine {
  /** As it stands, without blanks at its end. */
  readonly text: string;
  /** In the file, from 1. */
  readonly line: number;
  readonly indent: number;
  /** Within a block of code, its fences included: nothing there means anything. */
  readonly isCode: boolean;
  /** Without indentation and marks of emphasis: for labels. */
  readonly bare: string;
  /** How deep a heading, 0 for none. */
  readonly heading: number;
}

const fence = /^\s{0,12}(?:```|~~~)/;
const tag = /(<\/?details\b[^<>]{0,200}>|<\/?summary\b[^<>]{0,200}>)/gi;
const detailsTag = /^<\/?details\b/i;
const summaryTag = /<\/?summary\b[^<>]{0,200}>/gi;

/** Labels are short: what is longer is looked at no further. */
const LABEL = 300;

/** Emphasis, the marks of headings and quotes, and pictograms in front. */
const bareText = (text: string): string =>
  text
    .slice(0, LABEL)
    .replaceAll(/\*\*|__|[*`]/g, '')
    .replace(/^(?:[\s>#]|[^\p{L}\p{N}([{\-|?!"'<])+/u, '')
    .trim();

function lineOf(text: string, line: number, isCode: boolean): MarkdownLine {
  const trimmed = text.trimStart();
  // A bullet alone is what is left of a page that became text.
  if (trimmed === '' || trimmed.trimEnd() === '•')
    return { text: '', line, indent: text.length, isCode, bare: '', heading: 0 };
  const heading = isCode ? 0 : (/^#{1,6}(?=\s)/.exec(trimmed)?.[0].length ?? 0);
  return {
    text: text.trimEnd(),
    line,
    indent: text.length - trimmed.length,
    isCode,
    bare: isCode ? '' : bareText(trimmed),
    heading,
  };
}

/** Where the text begins behind YAML between lines of three dashes. */
function bodyStart(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((text, index) => index > 0 && text.trimEnd() === '---');
  return end < 0 ? 0 : end + 1;
}

/** Some authors forgot the line end in front of the first option. */
const options = /(?<=\S)\s{2,}(?=[-*]\s+A[.)]\s)/;

/** `<details>` hides an answer and means no more; a summary is a line of its own. */
function parts(text: string): readonly string[] {
  if (text.includes('A') && options.test(text)) return text.split(options).flatMap(parts);
  if (!text.includes('<')) return [text];
  const found = text.split(tag).filter((part) => part.trim() !== '' && !detailsTag.test(part));
  return joinedSummaries(found);
}

function joinedSummaries(found: readonly string[]): readonly string[] {
  const done: string[] = [];
  let inside = false;
  for (const part of found) {
    const opens = /^<summary/i.test(part);
    if (opens) done.push('');
    else if (inside) done[done.length - 1] = part;
    else if (!/^<\/summary/i.test(part)) done.push(part);
    inside = opens;
  }
  return done.map((part) => part.replaceAll(summaryTag, ''));
}

/** `1\\.` and `- A\\.`, as converters write what must not become a list. */
const escaped = /(?<=^\s{0,12}(?:[-*+]\s{1,4})?\(?(?:\d{1,4}|[A-Za-z]))\\([.)])/;

/** `> [!tip]- Answer`: what a callout is called says nothing. */
const callout = /^(\s{0,12}>\s{0,3})\[!\w{1,20}\][-+]?\s*/;

/** The lines of a file, comments of HTML left out. */
export function scanLines(text: string): readonly MarkdownLine[] {
  const raw = text.replace(/^\uFEFF/, '').split('\n');
  const start = bodyStart(raw);
  const lines: MarkdownLine[] = [];
  let fenced = '';
  let commented = false;
  raw.slice(start).forEach((full, index) => {
    const number = start + index + 1;
    const sign = fence.exec(full)?.[0].trim() ?? '';
    if (sign !== '' && (fenced === '' || fenced === sign)) {
      fenced = fenced === '' ? sign : '';
      lines.push(lineOf(full, number, true));
      return;
    }
    if (fenced !== '') {
      lines.push(lineOf(full, number, true));
      return;
    }
    const { kept, open } = withoutComments(full, commented);
    commented = open;
    for (const part of parts(kept))
      lines.push(lineOf(part.replace(escaped, '$1').replace(callout, '$1'), number, false));
  });
  return lines;
}

function withoutComments(text: string, commented: boolean): { kept: string; open: boolean } {
  let kept = '';
  let rest = text;
  let open = commented;
  while (rest !== '') {
    const at = rest.indexOf(open ? '-->' : '<!--');
    if (!open) kept += at < 0 ? rest : rest.slice(0, at);
    if (at < 0) break;
    rest = rest.slice(at + (open ? 3 : 4));
    open = !open;
  }
  return { kept, open };
}
