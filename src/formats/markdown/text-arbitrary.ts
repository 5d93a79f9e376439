import * as fc from 'fast-check';
import type { Block, Document, Inline, Line } from '#core/pack/document.ts';

/** Words that are full of marks, for laws to be tried on. */

const marks =
  'a Be night 語 鍵 の は 「 」 。 、 👍 é * ** _ __ ` `` == = === {=lamp} {never} (a) [x] # ## > <b> <!-- -->' +
  ' &amp; & | \\ ! ![ [a](b) ] ~~~ --- ... https://e.org/ { } $ " \' : 2026-11-20 null 0 1)';
const blanks = [' ', ' ', ' ', '# ', '- ', '+ ', '1. ', '> ', '=> (a)', '[ ] (a)'];
const letters = ['\t', '\u3000', '\u00a0', '\n', '\r\n', '\0', '\u200b'];
const tokens = [...marks.split(' '), ...blanks, ...letters];

export const word = fc
  .array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(''));
/** Words of which something is left on a line. */
export const words = word.map((text) => `${text}x`);
export const address = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_b?c=d==e&f=(g)#h',
  'http://example.org/*x*[1]',
);

export const { line } = fc.letrec<{ line: Line; node: Inline }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.record({ type: fc.constant('code' as const), text: words }),
    fc.record({
      type: fc.constant('image' as const),
      source: fc.constantFrom('door.png', 'a_b.jpg'),
      alt: words,
    }),
    fc.record({
      type: fc.constantFrom('emphasis' as const, 'strong' as const, 'mark' as const),
      children: tie('line'),
    }),
    fc.record({ type: fc.constant('link' as const), url: address, children: tie('line') }),
  ),
  line: fc.array(tie('node'), { maxLength: 4 }),
}));

export const someLine = fc.tuple(words, line).map(([first, rest]): Line => [first, ...rest]);

export const { document } = fc.letrec<{ document: Document; block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.record({ type: fc.constant('paragraph' as const), children: line }),
    fc.record({ type: fc.constant('code' as const), text: word }),
    fc.record({
      type: fc.constant('code' as const),
      text: word,
      language: fc.constantFrom('sh', 'c++', 'a&b', '~x', 'a`'),
    }),
    fc.record({
      type: fc.constant('table' as const),
      head: fc.array(line, { maxLength: 3 }),
      rows: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('document'), { maxLength: 3 }),
    }),
  ),
  document: fc.array(tie('block'), { maxLength: 3 }),
}));

export const someDocument = fc
  .tuple(document, words)
  .map(([blocks, text]): Document => [...blocks, { type: 'paragraph', children: [text] }]);
