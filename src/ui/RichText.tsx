import type { ReactNode } from 'react';
import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import './RichText.css';

/** Where a picture of the pack lies; `undefined` if it is not there: its words stand in. */
export type MediaUrl = (source: string) => string | undefined;

interface Look {
  /** Shows the words that decide. */
  readonly marked?: boolean | undefined;
  readonly mediaUrl?: MediaUrl | undefined;
}

// The tree never changes its order, so a node's place is its key.
/* oxlint-disable react/no-array-index-key */

function inline(node: Inline, look: Look): ReactNode {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'emphasis':
      return <em>{lineNodes(node.children, look)}</em>;
    case 'strong':
      return <strong>{lineNodes(node.children, look)}</strong>;
    case 'mark':
      return look.marked ? (
        <mark>{lineNodes(node.children, look)}</mark>
      ) : (
        lineNodes(node.children, look)
      );
    case 'code':
      return <code className="rich-code">{node.text}</code>;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noreferrer noopener">
          {lineNodes(node.children, look)}
        </a>
      );
    case 'image': {
      const address = look.mediaUrl?.(node.source);
      if (address === undefined) return <span className="rich-alt">{node.alt}</span>;
      return <img className="rich-image" src={address} alt={node.alt} decoding="async" />;
    }
  }
}

const lineNodes = (nodes: Line, look: Look): ReactNode =>
  nodes.map((node, place) => <Node key={place} node={node} look={look} />);

function Node({ node, look }: { readonly node: Inline; readonly look: Look }) {
  return inline(node, look);
}

/** An item of one paragraph is a line, as it was written. */
function item(blocks: Document, look: Look): ReactNode {
  const [first] = blocks;
  return blocks.length === 1 && first?.type === 'paragraph'
    ? lineNodes(first.children, look)
    : blockNodes(blocks, look);
}

function block(node: Block, look: Look): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{lineNodes(node.children, look)}</p>;
    case 'list': {
      const items = node.items.map((blocks, place) => <li key={place}>{item(blocks, look)}</li>);
      return node.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'code':
      return (
        <pre className="rich-pre">
          <code>{node.text}</code>
        </pre>
      );
    case 'table':
      return <Table node={node} look={look} />;
  }
}

type TableNode = Extract<Block, { type: 'table' }>;

function Table({ node, look }: { readonly node: TableNode; readonly look: Look }) {
  return (
    <table className="rich-table">
      <thead>
        <tr>
          {node.head.map((cell, place) => (
            <th key={place} scope="col">
              {lineNodes(cell, look)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((row, place) => (
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={column}>{lineNodes(cell, look)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockNode({ node, look }: { readonly node: Block; readonly look: Look }) {
  return block(node, look);
}

const blockNodes = (blocks: Document, look: Look): ReactNode =>
  blocks.map((node, place) => <BlockNode key={place} node={node} look={look} />);

export interface RichTextProps extends Look {
  readonly document: Document;
  /** Of the text, where it is another than the interface's. */
  readonly lang?: string | undefined;
  /** Reading text is set in the serif. */
  readonly reading?: boolean;
}

/** Blocks of a pack's text, one to one. */
export function RichText({ document: blocks, lang, reading = false, ...look }: RichTextProps) {
  return (
    <div className={reading ? 'rich rich-reading' : 'rich'} lang={lang}>
      {blockNodes(blocks, look)}
    </div>
  );
}

export interface RichLineProps extends Look {
  readonly line: Line;
  readonly lang?: string | undefined;
}

/** One line of a pack's text. */
export function RichLine({ line: nodes, lang, ...look }: RichLineProps) {
  return <span lang={lang}>{lineNodes(nodes, look)}</span>;
}
