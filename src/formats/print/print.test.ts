import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Pack } from '#core/pack/model.ts';
import { anyPack, pictures } from '#formats/markdown/pack-arbitrary.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { answersHtml } from './answers.ts';
import { cardsHtml } from './cards.ts';
import { letterOf, type Print } from './page.ts';
import { paperHtml } from './paper.ts';

const words = {
  name: 'Name',
  date: 'Date',
  points: 'Points',
  answers: 'Answers',
  rightWhen: 'Right when',
  decides: 'What decides',
  rule: 'Rule',
};

const printOf = (pack: Pack, language = 'en'): Print => ({
  pack,
  media: pictures,
  language,
  words,
  seed: 1,
});

const small = (): Pack => {
  const { pack } = readPack(smallPack);
  if (!pack) throw new Error('the small pack cannot be read');
  return pack;
};

test('a paper does not give the answer away', () => {
  const html = paperHtml(printOf(small()));
  expect(html).toContain('What helps?');
  expect(html).toContain('It is dark here.');
  expect(html).not.toMatch(/<mark>|It shines|somebody fell|It is dark\.<|✓/);
});

test('the answers have the letters of the paper, and every reason', () => {
  const paper = paperHtml(printOf(small()));
  const answers = answersHtml(printOf(small()));
  const letter = />([AB])<\/span><span>A lamp</.exec(paper)?.[1];
  expect(answers).toContain(`<h2>1. <span class="right">${letter}</span></h2>`);
  for (const reason of ['It shines.', 'It does not shine.', 'somebody fell', '✓', 'Right when'])
    expect(answers).toContain(reason);
});

test('a card has the question in front, the rule behind', () => {
  const [, front = '', back = ''] =
    /<section class="card"><div>(.*?)<\/div><div>(.*?)<\/div><\/section>/.exec(
      cardsHtml(printOf(small())),
    ) ?? [];
  expect(front).toContain('What helps?');
  expect(front).not.toContain('Be quiet.');
  expect(back).toContain('Be quiet.');
});

test('another language is chosen, and what is not in it says which it is', () => {
  expect(paperHtml(printOf(small(), 'ja'))).toContain('何が役立ちますか。');
  const html = paperHtml(printOf(small(), 'fr'));
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('<article lang="en">');
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
])('place %i has the letter %s', (place, letter) => {
  expect(letterOf(place)).toBe(letter);
});

/** Tags of a page, and every address in it. */
function looked(html: string) {
  const tags = new Set<string>();
  const addresses: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.add(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) tags.add(key);
        if (key === 'src') addresses.push(value);
      }
    },
  });
  parser.end(html);
  return { tags, addresses };
}

const known = new Set(
  'html head meta title style body h1 h2 div span article section p ol ul li strong em mark code pre a img table thead tbody tr th td br'.split(
    ' ',
  ),
);

test('no page of any pack runs anything, or asks for anything outside of it', () => {
  fc.assert(
    fc.property(anyPack, (pack) => {
      for (const write of [paperHtml, answersHtml, cardsHtml]) {
        const { tags, addresses } = looked(write(printOf(pack)));
        expect([...tags].filter((tag) => !known.has(tag))).toEqual([]);
        expect(
          addresses.filter((address) => !address.startsWith('data:image/png;base64,')),
        ).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);
