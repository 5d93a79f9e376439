import { expect, test } from 'vitest';
import { readHtml } from '#formats/html.ts';
import { splitStem } from './stem.ts';

const split = (html: string) => splitStem(readHtml(html).blocks);
const paragraph = (text: string) => ({ type: 'paragraph', children: [text] });

test('the last paragraph asks, what stands before it is the situation', () => {
  expect(split('<p>A farm.</p><p>What grows?</p>')).toEqual({
    situation: [paragraph('A farm.')],
    question: ['What grows?'],
  });
  expect(split('What grows?')).toEqual({ situation: [], question: ['What grows?'] });
});

test('with something behind it, the paragraph that asks is the question', () => {
  const code = { type: 'code', text: 'x = 1' };
  expect(split('<p>What is x?</p><p>Read it.</p><pre>x = 1</pre>')).toEqual({
    situation: [paragraph('Read it.'), code],
    question: ['What is x?'],
  });
  expect(split('<p>x は何ですか。</p><p>Python です</p><pre>x = 1</pre>').question).toEqual([
    'x は何ですか。',
  ]);
  expect(split('<p>Name x.</p><pre>x = 1</pre>')).toEqual({
    situation: [code],
    question: ['Name x.'],
  });
});

test('without a paragraph nothing is asked', () => {
  expect(split('<pre>x = 1</pre>')).toEqual({
    situation: [{ type: 'code', text: 'x = 1' }],
    question: [],
  });
  expect(split('')).toEqual({ situation: [], question: [] });
});
