import {
  lineText,
  type Block,
  type Document,
  type Inline,
  type Line,
} from '#core/pack/document.ts';

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const text = (words: string): string =>
  words.replaceAll(/[&<>"]/g, (sign) => entities.get(sign) ?? sign);

const element = (name: string, children: string): string => `<${name}>${children}</${name}>`;

/** The words as HTML for files that leave the app; the app itself never shows HTML. Pictures become their alt text. */
function inline(node: Inline): string {
  if (typeof node === 'string') return text(node);
  switch (node.type) {
    case 'emphasis':
      return element('em', htmlOfLine(node.children));
    case 'strong':
      return element('strong', htmlOfLine(node.children));
    case 'mark':
      return element('mark', htmlOfLine(node.children));
    case 'code':
      return element('code', text(node.text));
    case 'link':
      return `<a href="${text(node.url)}">${htmlOfLine(node.children)}</a>`;
    case 'image':
      return text(`[${node.alt}]`);
  }
}

export const htmlOfLine = (line: Line): string => line.map(inline).join('');

function block(node: Block): string {
  switch (node.type) {
    case 'paragraph':
      return element('p', htmlOfLine(node.children));
    case 'code':
      // HTML drops one line break at the beginning of preformatted text.
      return element('pre', `\n${text(node.text)}`);
    case 'list':
      return element(
        node.ordered ? 'ol' : 'ul',
        node.items.map((item) => element('li', itemHtml(item))).join(''),
      );
    case 'table': {
      const row = (cells: readonly Line[], name: string) =>
        element('tr', cells.map((cell) => element(name, htmlOfLine(cell))).join(''));
      return element(
        'table',
        row(node.head, 'th') + node.rows.map((cells) => row(cells, 'td')).join(''),
      );
    }
  }
}

const itemHtml = (item: Document): string => {
  const [only, ...more] = item;
  return only?.type === 'paragraph' && more.length === 0 ? htmlOfLine(only.children) : htmlOf(item);
};

export const htmlOf = (document: Document): string => document.map(block).join('');

/** A text that needs no HTML at all: at most one paragraph of words that no reader could take for markup. */
export function plainWords(document: Document): string | null {
  const [only, ...more] = document;
  if (only === undefined) return '';
  if (more.length > 0 || only.type !== 'paragraph') return null;
  const words = lineText(only.children);
  const isPlain = only.children.every((node) => typeof node === 'string');
  return isPlain && !/[&<>[\n]|^\/\//.test(words) ? words : null;
}
