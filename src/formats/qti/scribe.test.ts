import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml, readHtmlLine } from '#formats/html.ts';
import { createScribe } from './scribe.ts';

const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  'a',
  ' ',
  '\n',
  '\u00a0',
  '&',
  '<b>',
  'é',
);

test('plain words are read as the HTML reader reads them', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const html = parts.join('');
      const scribe = createScribe(() => null);
      expect(scribe.blocks(html)).toEqual(readHtml(html).blocks);
      expect(scribe.line(html)).toEqual(readHtmlLine(html).line);
    }),
    { numRuns: 2_000 },
  );
});

test('each remark is said once, and a better one replaces that a picture is not there', () => {
  const scribe = createScribe((address, self) => {
    if (address === 'a.gif')
      self.explain(address, { code: 'picture-kind', params: { name: address } });
    return null;
  });
  scribe.blocks('<p>x <img src="a.gif"/> <img src="b.png"/> <img src="b.png"/></p>');
  expect(scribe.remarks).toEqual([
    { code: 'picture-kind', params: { name: 'a.gif' } },
    { code: 'image-lost', params: { address: 'b.png' } },
  ]);
});

test('an item that loses a thousand things has a short report', () => {
  const scribe = createScribe(() => null);
  scribe.blocks(
    Array.from({ length: 1_000 }, (_each, index) => `<img src="${index}.png">`).join(''),
  );
  expect(scribe.remarks).toHaveLength(31);
  expect(scribe.remarks.at(-1)).toEqual({ code: 'qti-more-losses' });
});
