import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import { escapeXml } from './xml.ts';

export interface HtmlDialect {
  /** The address of a picture of the pack's media folder; left out, its words stand for it. */
  readonly image?: (source: string) => string;
  /** Tags around the words that decide; `<mark>` when nothing is said. */
  readonly mark?: readonly [open: string, close: string];
}

const defaultMark = ['<mark>', '</mark>'] as const;

function inlineHtml(node: Inline, dialect: HtmlDialect): string {
  if (typeof node === 'string') return escapeXml(node);
  switch (node.type) {
    case 'emphasis':
      return `<em>${lineToHtml(node.children, dialect)}</em>`;
    case 'strong':
      return `<strong>${lineToHtml(node.children, dialect)}</strong>`;
    case 'mark': {
      const [open, close] = dialect.mark ?? defaultMark;
      return `${open}${lineToHtml(node.children, dialect)}${close}`;
    }
    case 'code':
      return `<code>${escapeXml(node.text)}</code>`;
    case 'link':
      return `<a href="${escapeXml(node.url)}">${lineToHtml(node.children, dialect)}</a>`;
    case 'image': {
      if (!dialect.image) return escapeXml(`[${node.alt}]`);
      const address = escapeXml(dialect.image(node.source));
      return `<img src="${address}" alt="${escapeXml(node.alt)}">`;
    }
  }
}

const row = (cells: readonly Line[], tag: 'th' | 'td', dialect: HtmlDialect): string =>
  `<tr>${cells.map((cell) => `<${tag}>${lineToHtml(cell, dialect)}</${tag}>`).join('')}</tr>`;

/** An item of one paragraph stands without it, as people write lists. */
function itemHtml(item: Document, dialect: HtmlDialect): string {
  const [first, ...rest] = item;
  return first?.type === 'paragraph' && rest.every(({ type }) => type === 'list')
    ? `<li>${lineToHtml(first.children, dialect)}${toHtml(rest, dialect)}</li>`
    : `<li>${toHtml(item, dialect)}</li>`;
}

function blockHtml(block: Block, dialect: HtmlDialect): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${lineToHtml(block.children, dialect)}</p>`;
    case 'code': {
      const language =
        block.language === undefined ? '' : ` class="language-${escapeXml(block.language)}"`;
      return `<pre><code${language}>${escapeXml(block.text)}</code></pre>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => itemHtml(item, dialect)).join('')}</${tag}>`;
    }
    case 'table': {
      const rows = block.rows.map((cells) => row(cells, 'td', dialect)).join('');
      return `<table><thead>${row(block.head, 'th', dialect)}</thead><tbody>${rows}</tbody></table>`;
    }
  }
}

/** A line of the text tree as HTML; everything that could be markup is escaped. */
export const lineToHtml = (line: Line, dialect: HtmlDialect): string =>
  line.map((node) => inlineHtml(node, dialect)).join('');

/** A document of the text tree as HTML, without a blank that is not in it. */
export const toHtml = (document: Document, dialect: HtmlDialect): string =>
  document.map((block) => blockHtml(block, dialect)).join('');
