import { expect, test } from 'vitest';
import type { Inline } from '#core/pack/document.ts';
import { questionOf } from './draft.ts';
import type { ImportedItem } from './imported.ts';
import { withFreshMedia } from './media-names.ts';

const image: Inline = { type: 'image', source: 'a.png', alt: 'A' };

const item: ImportedItem = {
  name: '1',
  file: '',
  line: 1,
  remarks: [],
  question: questionOf({
    path: [],
    tags: [],
    origin: { format: 'gift' },
    words: new Map([
      [
        'en',
        {
          situation: [
            { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: [image] }]] },
          ],
          question: ['What?'],
          options: [{ text: [{ type: 'strong', children: [image] }] }, { text: ['b'] }],
          decides: [{ type: 'table', head: [[image]], rows: [] }],
        },
      ],
    ]),
    key: { kind: 'single', right: [0] },
  }),
};

const media = new Map([
  ['a.png', new Uint8Array([1])],
  ['b.png', new Uint8Array([2])],
]);

test('a picture whose name is taken by another one has a new name, in the texts too', () => {
  const held = new Map([
    ['a.png', new Uint8Array([9])],
    ['a-2.png', new Uint8Array([8])],
    ['b.png', new Uint8Array([2])],
  ]);
  const { items, media: fresh } = withFreshMedia({ items: [item], media }, held);
  expect([...fresh.keys()]).toEqual(['a-3.png', 'b.png']);
  const text = JSON.stringify(items[0]?.question?.text);
  expect(text.match(/a-3\.png/g)).toHaveLength(3);
  expect(text).not.toContain('"a.png"');
});

test('the same picture keeps its name', () => {
  const imported = { items: [item], media };
  expect(withFreshMedia(imported, media)).toBe(imported);
});
