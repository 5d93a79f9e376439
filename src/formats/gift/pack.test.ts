import { expect, test } from 'vitest';
import type { Pack } from '#core/pack/model.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { fileOf, told } from '#formats/readers-for-tests.ts';
import { giftLosses } from './losses.ts';
import { packAsGift } from './pack.ts';
import { readGift } from './read.ts';

const language = (title: string, body: string) => `# en\n## ${title}\n\n${body}\n`;
const checked = 'checked: { on: 2026-11-20, how: live }\nreferences: []\n';

/** The small pack, with every kind in one language more. */
const packOf = (more: Readonly<Record<string, string>> = {}): Pack => {
  const { pack, problems } = readPack(new Map([...smallPack, ...Object.entries(more)]), 'small');
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
};

const multiple = `---\nkind: multiple\nchoose: 2\n${checked}pin: [c]\ncase: pier\nreserve: true\n---\n${language('Which TWO?', '- [x] (a) `ls`\n  > It lists.\n- [ ] (b) `rm`\n- [x] (c) 100% {sure}')}`;
const ordering = `---\nkind: ordering\n${checked}---\n${language('In which order?', '1. (a) One\n2. (b) Two')}`;
const arrow = `---\nkind: short\ncompare: exact\n${checked}---\n${language('Which sign?', '- [x] (a) `->`')}`;
const short = `---\nkind: short\ncompare: exact\n${checked}---\n${language('Which command?', '- [x] (a) `:w *`\n  > It writes.\n- [ ] (b) `:q`')}`;
const matching = `---\nkind: matching\n${checked}---\n${language('Match.', '- (a) One => (x)\n  > So it is.\n- (b) Two => (y)\n\n- (x) 1\n- (y) 2\n- (z) 3')}`;

const full = () =>
  packOf({
    'concepts/work/two.md': multiple,
    'concepts/work/order.md': ordering,
    'concepts/work/sign.md': arrow,
    'concepts/work/typed.md': short,
    'concepts/work/pairs.md': matching,
  });

test('a pack becomes questions under the titles of domain and concept, with our ids', () => {
  const { items } = readGift(fileOf(packAsGift(full(), 'en')));
  expect(told({ ...readGift(fileOf('')), items }).map((line) => line.replace(/^\d+ /, ''))).toEqual(
    [
      'single: It is dark here. | What helps? [*A lamp (It shines.), A rope (It does not shine.)] It is dark.',
      'matching: Match. [One => c, Two => d, 1, 2, 3]',
      'multiple: It is long. | Which TWO? [*ls (It lists.), rm, *100% {sure}]',
      'short: Which command? [*:w * (It writes.), :q]',
    ],
  );
  expect(items[0]?.question).toMatchObject({
    path: ['Nights', 'Night work'],
    origin: { name: 'Night work 1', kept: { id: 'work/night' } },
  });
});

test('what would be lost is said before', () => {
  expect(giftLosses(full(), 'en')).toEqual([
    { code: 'gift-leaves-ordering', params: { id: 'work/order' } },
    { code: 'gift-leaves-arrow', params: { id: 'work/sign' } },
    { code: 'gift-drops-sources', params: { count: 4 } },
    { code: 'gift-drops-right-when', params: { count: 1 } },
    { code: 'gift-drops-terms', params: { count: 1 } },
    { code: 'gift-drops-pins', params: { count: 1 } },
    { code: 'gift-drops-reserve', params: { count: 1 } },
    { code: 'gift-drops-case', params: { count: 1 } },
    { code: 'gift-drops-compare', params: { count: 1 } },
    { code: 'gift-drops-pair-reasons', params: { count: 1 } },
    { code: 'gift-drops-languages', params: { languages: 'ja' } },
    { code: 'gift-drops-notes', params: { count: 1 } },
    { code: 'gift-drops-rules', params: { count: 1 } },
  ]);
});

test('in a language that not every scenario has, the others are named', () => {
  expect(giftLosses(full(), 'ja')).toContainEqual({
    code: 'gift-leaves-untranslated',
    params: { count: 5 },
  });
  expect(packAsGift(full(), 'ja')).toContain('何が役立ちますか。');
});

test('pictures become their words', () => {
  const pack = packOf({
    'concepts/work/pictured.md': `---\nkind: single\n${checked}---\n${language('Which?', '- [x] (a) One\n- [ ] (b) ![a lamp](media/lamp.png)')}`,
    'media/lamp.png': '',
  });
  expect(giftLosses(pack, 'en')).toContainEqual({
    code: 'gift-drops-pictures',
    params: { count: 1 },
  });
  expect(packAsGift(pack, 'en')).toContain('~&\\#91;a lamp]');
});
