import type { RootContent, Table } from 'mdast';
import type { Block, Document, Line } from '#core/pack/document.ts';
import { readLine, type Reading } from './inline.ts';
import { complain } from './report.ts';
import { spotOf } from './tree.ts';

type Blocks = readonly RootContent[];

/** Blocks of Markdown as a document; what the text tree does not know is reported. */
export function readDocument(reading: Reading, blocks: Blocks): Document {
  return blocks.flatMap((block) => readBlock(reading, block));
}

function readBlock(reading: Reading, node: RootContent): Block[] {
  if (node.type === 'paragraph')
    return [{ type: 'paragraph', children: readLine(reading, node.children) }];
  if (node.type === 'list') {
    const items = node.children.map(({ children }) => readDocument(reading, children));
    return [{ type: 'list', ordered: node.ordered === true, items }];
  }
  if (node.type === 'code') {
    const language = node.lang ?? '';
    return [{ type: 'code', text: node.value, ...(language === '' ? {} : { language }) }];
  }
  if (node.type === 'table') return [readTable(reading, node)];
  if (node.type === 'html')
    complain(reading.report, 'html_not_allowed', spotOf(node), { html: node.value });
  else if (node.type === 'heading') complain(reading.report, 'heading_not_allowed', spotOf(node));
  else complain(reading.report, 'not_allowed', spotOf(node), { what: node.type });
  return [];
}

function readTable(reading: Reading, { children }: Table): Block {
  const [head = [], ...rows] = children.map((row): Line[] =>
    row.children.map((cell) => readLine(reading, cell.children)),
  );
  return { type: 'table', head, rows };
}
