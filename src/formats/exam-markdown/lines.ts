import { codeLines } from './fences.ts';
import { lineOf, type MarkdownLine } from './markdown-line.ts';
import { withoutQuotes } from './quotes.ts';

const tag = /(<\/?details\b[^<>]{0,200}>|<\/?summary\b[^<>]{0,200}>)/gi;
const detailsTag = /^<\/?details\b/i;
const summaryTag = /<\/?summary\b[^<>]{0,200}>/gi;

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

/** `:::tip Answer`: the same in another dialect; a sign alone ends it. */
const colons = /^(\s{0,12}):{3,}\s*(?:\w{1,20}\s*)?/;
/** `??? success "Answer"`: and in a third. One that is called a question begins one. */
const titled = /^(\s{0,12})(?:\?{3}\+?|!{3})\s+(?!question)\w{1,20}(?:\s+"([^"]{0,200})")?\s*$/;

const lookless = (text: string): string =>
  text
    .replace(escaped, '$1')
    .replace(callout, '$1')
    .replace(colons, '$1')
    .replace(titled, (_all, indent: string, title = '') => `${indent}${title}`);

/** The lines of a file, comments of HTML left out. */
export function scanLines(text: string): readonly MarkdownLine[] {
  const { texts: raw, begins } = withoutQuotes(text.replace(/^\uFEFF/, '').split('\n'));
  const start = bodyStart(raw);
  const isCode = codeLines(raw);
  const lines: MarkdownLine[] = [];
  let commented = false;
  raw.slice(start).forEach((full, index) => {
    const number = start + index + 1;
    if (isCode[start + index] === true) {
      lines.push(lineOf(full, number, true));
      return;
    }
    const { kept, open } = withoutComments(full, commented);
    commented = open;
    if (begins.has(start + index)) lines.push(lineOf('', number, false));
    for (const part of parts(kept)) lines.push(lineOf(lookless(part), number, false));
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
