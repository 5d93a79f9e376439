import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** Above these the parser, whose time grows with their square, would take seconds. */
const most = { letters: 20_000, lines: 1_000, marks: 500, containers: 10 } as const;

const marks = ['[', '*', '_', '`', '~', '<', '&', '\\'] as const;
/** What opens lists and quotes, several on one line. */
const containers = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])[ \t]*)+/;

function isHeavy(text: string): boolean {
  if (text.length > most.letters) return true;
  const lines = text.split('\n');
  return (
    lines.length > most.lines ||
    marks.some((mark) => text.split(mark).length > most.marks) ||
    lines.some((line) => {
      const [begin = ''] = containers.exec(line) ?? [];
      return (begin.match(/[-+*>.)]/g) ?? []).length > most.containers;
    })
  );
}

/**
 * Markdown of foreign files as HTML, for the reader of HTML, which trusts none of it.
 * @returns null when there is so much markup that it would take too long
 */
export function markdownToHtml(text: string): string | null {
  if (isHeavy(text)) return null;
  return micromark(text, {
    // Addresses and tags are weighed by the reader of HTML.
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  });
}
