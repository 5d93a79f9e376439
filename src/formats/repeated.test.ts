import { expect, test } from 'vitest';
import { readGift } from './gift/read.ts';
import { withRepeatedTold } from './repeated.ts';

test('a question that stood in the file before says so, under any name', () => {
  const gift = '::One:: What? {=a ~b}\n\n::Two:: What? {=b ~a}\n\n::Three:: What? {=a ~b}\n';
  const bytes = new TextEncoder().encode(gift);
  const { items } = readGift({ name: 'a', bytes, language: 'en' });
  expect(withRepeatedTold(items).map(({ remarks }) => remarks)).toEqual([
    [],
    [],
    [{ code: 'question-repeated', params: { name: 'One' }, line: 5 }],
  ]);
});
