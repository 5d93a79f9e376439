import * as fc from 'fast-check';
import type { Block, Document, Inline, Line } from '#core/pack/document.ts';

/**
 * Documents as HTML can hold them, for laws of writing and reading: no word begins or ends with a blank or holds
 * two in a row, texts do not touch each other, nothing is empty, no link stands in a link, and a code block neither
 * begins with an empty line nor ends with a blank. Marks nest three deep, lists two.
 */

const letters = fc.constantFrom(
  'a',
  'B',
  '7',
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '*',
  '_',
  '[',
  ']',
  '{',
  '}',
  '=',
  '~',
  '#',
  '\\',
  'é',
  '鍵',
  'は',
  '😀',
  '&amp;',
  '<b>',
  ']]>',
  '<!--',
  '$',
  '@',
  '%',
  ':',
);
const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const code = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('  '));
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

/** Names that the pictures of a document may have. */
export const pictureNames = ['map.png', 'a-b_2.jpg', 'x.webp'] as const;

/** Texts and other nodes take turns, with blanks between them now and then. */
function spaced(nodes: readonly Inline[], blanks: readonly boolean[]): Line {
  return nodes.flatMap((node, index): readonly Inline[] => {
    const isText = typeof node === 'string';
    const before = index === 0 ? [] : [blanks[index] ? ' ' : ''];
    const last = nodes[index - 1];
    if (isText && typeof last === 'string') return [];
    return isText || before[0] === '' ? [node] : [...before, node];
  });
}

const joined = (nodes: Line): Line =>
  nodes.reduce<Inline[]>((done, node) => {
    const last = done.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      done[done.length - 1] = `${last.trimEnd()}${node}`;
    else done.push(node);
    return done;
  }, []);

function inline(depth: number, inLink: boolean): fc.Arbitrary<Inline> {
  const plain: fc.Arbitrary<Inline>[] = [
    words,
    code.map((text): Inline => ({ type: 'code', text })),
    fc.record({ type: fc.constant('image'), source: fc.constantFrom(...pictureNames), alt: words }),
  ];
  if (depth === 0) return fc.oneof(...plain);
  const marked = fc
    .constantFrom('emphasis', 'strong', 'mark')
    .chain((type) => line(depth - 1, inLink).map((children): Inline => ({ type, children })));
  const linked = fc
    .tuple(address, line(depth - 1, true))
    .map(([url, children]): Inline => ({ type: 'link', url, children }));
  return fc.oneof(...plain, marked, ...(inLink ? [] : [linked]));
}

function line(depth: number, inLink: boolean): fc.Arbitrary<Line> {
  return fc
    .tuple(
      fc.array(inline(depth, inLink), { minLength: 1, maxLength: 3 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    )
    .map(([nodes, blanks]) => joined(spaced(nodes, blanks)));
}

export const arbitraryLine: fc.Arbitrary<Line> = line(2, false);

const codeBlock = fc
  .tuple(
    fc.array(code, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n  ')),
    fc.option(fc.constantFrom('sh', 'c++'), { nil: undefined }),
  )
  .map(([text, language]): Block => ({
    type: 'code',
    text,
    ...(language === undefined ? {} : { language }),
  }));

const cells = fc.array(arbitraryLine, { minLength: 2, maxLength: 2 });

function block(depth: number): fc.Arbitrary<Block> {
  const paragraph = arbitraryLine.map((children): Block => ({ type: 'paragraph', children }));
  const table = fc
    .tuple(cells, fc.array(cells, { maxLength: 2 }))
    .map(([head, rows]): Block => ({ type: 'table', head, rows }));
  if (depth === 0) return fc.oneof(paragraph, codeBlock, table);
  const items = fc.array(fc.array(block(depth - 1), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  const list = fc
    .tuple(fc.boolean(), items)
    .map(([ordered, inside]): Block => ({ type: 'list', ordered, items: inside }));
  return fc.oneof({ weight: 3, arbitrary: paragraph }, codeBlock, table, list);
}

export const arbitraryDocument: fc.Arbitrary<Document> = fc.array(block(2), { maxLength: 4 });
