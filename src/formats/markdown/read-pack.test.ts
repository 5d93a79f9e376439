import { describe, expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { placeOf } from '#core/pack/source.ts';
import { readPack } from './read-pack.ts';
import { smallPack, withFile } from './small-pack.ts';

const NIGHT = 'concepts/work/night.md';
const night = smallPack.get(NIGHT) ?? '';

const codes = (files: ReadonlyMap<string, string | Uint8Array>) =>
  readPack(files).problems.map(({ code }) => code);

/** The one scenario of the small pack, written anew. */
function scenarioIn(text: string): Scenario {
  const { pack, problems } = readPack(withFile(NIGHT, () => text));
  expect(problems).toEqual([]);
  const scenario = pack?.concepts[0]?.scenarios[0];
  if (!scenario) throw new Error('no scenario was read');
  return scenario;
}

/** A file of another kind, with the same body in both languages. */
const written = (front: string, english: string, japanese = english.replaceAll(/\[[ x]\] /g, '')) =>
  scenarioIn(`---
${front}
checked: { on: 2026-11-20, how: live }
---
# en
${english}
## !
Because.
# ja
${japanese}
## !
だからです。
`);

describe('a pack', () => {
  test('is read with what its files say', () => {
    const { pack } = readPack(smallPack);
    expect(pack).toMatchObject({
      uid: 'abcdefgh1234',
      contact: {},
      terms: [{ id: 'lamp', title: { en: 'lamp', ja: 'ランプ' } }],
      notes: [{ id: 'note', claims: [{ id: '1', verdict: 'holds' }] }],
      cases: [{ id: 'pier', text: { ja: { title: '桟橋' } } }],
      concepts: [{ id: 'work', domain: 'nights', text: { en: { title: 'Night work' } } }],
    });
  });

  test('is not there without a pack.yaml that can be read', () => {
    const { pack, problems } = readPack(
      withFile('pack.yaml', () => 'uid: 1'),
      'small',
    );
    expect(pack).toBeNull();
    expect(problems.every(({ file }) => file === 'small/pack.yaml')).toBe(true);
    expect(codes(new Map())).toEqual(['file_missing']);
  });

  test('goes on without a scenario that has a problem', () => {
    const files = new Map([...smallPack, ['concepts/work/day.md', 'nothing']]);
    const { pack, problems } = readPack(files);
    expect(problems.map(({ code }) => code)).toEqual(['front_matter_missing']);
    expect(pack?.concepts[0]?.scenarios.map(({ id }) => id)).toEqual(['night']);
  });

  test('may come as bytes, from any system, with a byte order mark', () => {
    const bytes = new Map(
      [...smallPack].map(([path, text]) => [
        path,
        new TextEncoder().encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
      ]),
    );
    expect(readPack(bytes)).toEqual(readPack(smallPack));
  });

  test('passes over comments and x- keys', () => {
    const text = night
      .replace('kind: single', 'kind: single # a comment\nx-mine: { any: [thing] }')
      .replace('## What', '<!-- a comment -->\n\n## What');
    expect(scenarioIn(text)).toEqual(scenarioIn(night));
  });
});

describe('files that belong nowhere', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  test.each([
    ['notes/My Note.md', 'text', 'bad_file_name'],
    ['concepts/stray.md', 'text', 'file_unexpected'],
    ['media/a.svg', 'text', 'file_unexpected'],
    ['media/a.png', 'no picture', 'not_a_picture'],
    ['media/a.png', new Uint8Array([...png, ...new Uint8Array(1_000_000)]), 'image_too_large'],
    ['notes/latin.md', new Uint8Array([0xe9]), 'not_utf8'],
    ['concepts/lone/night.md', night, 'file_missing'],
  ])('%s', (path, content, code) => {
    expect(codes(new Map([...smallPack, [path, content]]))).toEqual([code]);
  });

  test.each(['.DS_Store', '_drafts/note.md', 'media/a.png'])('%s is passed over', (path) => {
    expect(codes(new Map<string, string | Uint8Array>([...smallPack, [path, png]]))).toEqual([]);
  });
});

describe('a scenario', () => {
  test('has its options with their marks and reasons', () => {
    expect(scenarioIn(night)).toMatchObject({
      kind: 'single',
      options: [
        { id: 'lamp', right: true, standsFor: 'lamp' },
        { id: 'rope', right: false },
      ],
      references: [{ id: 'page', title: { en: 'A page' } }],
      text: {
        en: {
          question: ['What helps?'],
          options: [
            { id: 'lamp', text: ['A lamp'], why: [{ children: ['It shines.'] }] },
            { id: 'rope', rightWhen: ['somebody fell'] },
          ],
        },
        ja: { options: [{ id: 'lamp' }, { rightWhen: ['誰かが落ちたとき'] }] },
      },
    });
  });

  test('knows the place of each option in each language', () => {
    const { source } = readPack(smallPack, 'small');
    const option = ['concepts', 'work', 'scenarios', 'night', 'text', 'ja', 'options', 'rope'];
    expect(placeOf(source, [...option, 'why'])).toEqual({
      file: `small/${NIGHT}`,
      line: 28,
      column: 1,
    });
  });

  test('of steps has those that belong in order, and the spare ones', () => {
    const list =
      '## Order?\n1. (b) Second?\n   > why\n2. (a) First?\n   > why\n- (x) Never\n  > why\n';
    expect(written('kind: ordering', list)).toMatchObject({ steps: ['b', 'a'], spare: ['x'] });
  });

  test('takes a reason that is indented too little', () => {
    const list = '## Order?\n1. (a) First\n  > why a\n2. (b) Second\n  > why b\n';
    expect(written('kind: ordering', list)).toMatchObject({
      steps: ['a', 'b'],
      text: { en: { options: [{ why: [{ children: ['why a'] }] }, { why: [{}] }] } },
    });
  });

  test.each(['\n', '\n<!-- choices -->\n\n', ''])(
    'tells prompts from choices across "%s"',
    (between) => {
      const english = `## Match?\n- (p) One => (a)\n  > why\n- (q) Two => (a)\n  > why\n${between}- (a) Alpha\n- (b) Beta\n`;
      const japanese = english.replaceAll(/ => \(\w\)/g, '');
      expect(written('kind: matching', english, japanese)).toMatchObject({
        prompts: [
          { id: 'p', choice: 'a' },
          { id: 'q', choice: 'a' },
        ],
        choices: ['a', 'b'],
      });
    },
  );

  test('that is typed accepts the wordings of all languages', () => {
    const english = '## Name?\n- [x] (lamp) lamp\n- [ ] (rope) rope\n  > no\n';
    const japanese = '## 名前は?\n- (lamp) ランプ\n- (rope) rope\n  > いいえ\n';
    expect(written('kind: short\ncompare: prose', english, japanese)).toMatchObject({
      answers: [
        { id: 'lamp', right: true, texts: ['lamp', 'ランプ'] },
        { id: 'rope', right: false, texts: ['rope'] },
      ],
    });
  });

  test('that is typed may leave the list of commands out of a translation', () => {
    const english = '## Command?\n- [x] (ls) `ls`\n';
    const scenario = written('kind: short\ncompare: exact', english, '## コマンドは?\n');
    expect(scenario.text['ja']?.options).toEqual([
      { id: 'ls', text: [{ type: 'code', text: 'ls' }] },
    ]);
  });
});

describe('a file that means harm', () => {
  test.each(['> ', '- ', '1. ', '-'])(
    'with 5,000 times "%s" is refused before it is parsed',
    (text) => {
      const files = withFile(NIGHT, (file) =>
        file.replace('It is', `${text.repeat(5000)} a\n\nIt is`),
      );
      const [first] = readPack(files).problems;
      expect(first).toMatchObject({ code: 'nested_too_deep', line: 8, column: 1 });
    },
  );

  test('is refused when it is larger than the limit', () => {
    expect(codes(withFile(NIGHT, (file) => file + ' '.repeat(500_000)))).toEqual([
      'file_too_large',
    ]);
  });
});
