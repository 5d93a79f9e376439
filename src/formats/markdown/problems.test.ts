import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack.ts';
import { smallPack, withFile } from './small-pack.ts';

const NIGHT = 'concepts/work/night.md';
const CONCEPT = 'concepts/work/concept.md';
const NOTE = 'notes/note.md';
const PIER = 'cases/pier.md';
const YAML = 'pack.yaml';

/** Line and column of the `¦` in a text, from 1, and the text without it. */
function marked(text: string) {
  const before = text.slice(0, text.indexOf('¦')).split('\n');
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return { place, text: text.replace('¦', '') };
}

/** What is read of the small pack when one part of a file is another; `¦` is where the problem stands. */
function spoiled(file: string, from: string, to: string) {
  expect(smallPack.get(file)).toContain(from);
  let place = { line: 0, column: 0 };
  const files = withFile(file, (text) => {
    const found = marked(text.replace(from, to));
    place = found.place;
    return found.text;
  });
  return { place, ...readPack(files, 'small') };
}

const night = smallPack.get(NIGHT) ?? '';
const english = night.slice(night.indexOf('# en'), night.indexOf('# ja'));
const examOf = (numbers: string): string =>
  `exam: { title: { en: Exam, ja: 試験 }, ${numbers} }\nlicence:`;
const domains = '  - { id: nights, title: { en: Nights, ja: 夜 }, weight: 100 }\n';

test('the small pack has no problem', () => {
  expect(readPack(smallPack, 'small').problems).toEqual([]);
});

describe.each([
  ['front_matter_missing', NIGHT, '---\nkind', '¦kind'],
  ['yaml_error', NIGHT, 'kind: single\n', 'kind: [single\n¦'],
  ['yaml_duplicate_key', NIGHT, 'kind: single', 'kind: single\n¦kind: single'],
  ['yaml_alias', NIGHT, 'kind: single', 'x-a: &a b\nx-b: ¦*a\nkind: single'],
  ['unknown_key', NIGHT, 'kind: single', 'kind: single\n¦colour: red'],
  ['unknown_key_near', NIGHT, 'kind: single', 'kind: single\n¦resreve: true'],
  ['missing_key', NIGHT, 'checked: { on: 2026-11-20, how: live }', '¦checked: { on: 2026-11-20 }'],
  ['wrong_value', NIGHT, 'kind: single', '¦kind: singel'],
  ['bad_choose', NIGHT, 'kind: single', 'kind: multiple\n¦choose: 1.5'],
  ['bad_date', NIGHT, '{ on: 2026-11-20', '{ ¦on: 2026-02-30'],
  ['bad_address', NIGHT, 'url: https://example.org/', '¦url: javascript:alert(1)'],
  ['bad_claim_ref', NIGHT, 'kind: single', 'kind: single\naged: [¦note]'],
  ['bad_uid', YAML, 'uid: abcdefgh1234', '¦uid: me'],
  ['bad_version', YAML, 'version: 1.0.0', '¦version: one'],
  ['bad_language', YAML, 'languages: [en, ja]', 'languages: [en, ja, ¦Japanese]'],
  ['bad_weight', YAML, 'weight: 100', '¦weight: 101'],
  ['bad_mail', YAML, 'licence:', 'contact: { ¦mail: nobody }\nlicence:'],
  ['bad_id', YAML, 'id: nights', '¦id: Nights'],
  ['no_language', YAML, 'languages: [en, ja]', '¦languages: []'],
  ['no_author', YAML, 'authors: [{ name: Somebody }]', '¦authors: []'],
  [
    'bad_count',
    YAML,
    'licence:',
    examOf('¦questions: 0.5, minutes: 40, pass: 70, kinds: [single]'),
  ],
  [
    'bad_minutes',
    YAML,
    'licence:',
    examOf('questions: 9, ¦minutes: 1e300, pass: 70, kinds: [single]'),
  ],
  [
    'bad_days',
    YAML,
    'licence:',
    examOf('questions: 9, minutes: 40, pass: 70, kinds: [single], retake: { ¦days: 1e300 }'),
  ],
  ['bad_pass', YAML, 'licence:', examOf('questions: 9, minutes: 40, ¦pass: 101, kinds: [single]')],
  ['no_kind', YAML, 'licence:', examOf('questions: 9, minutes: 40, pass: 70, ¦kinds: []')],
  ['no_domain', YAML, `domains:\n${domains}`, '¦domains: []\n'],
  ['empty_text', YAML, 'licence: CC0-1.0', '¦licence: " "'],
  ['bad_published', NOTE, 'claims:', '¦published: long ago\nclaims:'],
  ['text_before_language', NIGHT, '# en', '¦Hello.\n\n# en'],
  ['unknown_language', NIGHT, '# ja', '¦# Japanese'],
  ['language_twice', NIGHT, '# ja', '¦# en'],
  ['source_language_missing', NIGHT, night, `¦${night.replace(english, '')}`],
  [
    'question_missing',
    NIGHT,
    '# en\nIt is ==dark== here.\n\n## What helps?',
    '¦# en\nIt is ==dark== here.\n',
  ],
  ['heading_not_allowed', NIGHT, 'It is dark.\n', 'It is dark.\n\n¦## More\n'],
  ['heading_not_allowed', NIGHT, 'It is ==dark== here.', '¦### Here\n\nIt is dark.'],
  ['not_an_option', NIGHT, '## !\nIt is', '¦Words.\n\n## !\nIt is'],
  ['option_without_id', NIGHT, '- [ ] (rope) A rope', '¦- [ ] A rope'],
  ['option_without_text', NIGHT, '- [ ] (rope) A rope', '¦- [ ] (rope)'],
  ['option_twice', NIGHT, '- [ ] (rope)', '¦- [ ] (lamp)'],
  ['bad_id', NIGHT, '- [ ] (rope)', '¦- [ ] (Rope)'],
  ['box_missing', NIGHT, '- [ ] (rope)', '¦- (rope)'],
  ['box_not_allowed', NIGHT, '- (rope)', '¦- [ ] (rope)'],
  ['pair_not_allowed', NIGHT, '- [ ] (rope) A rope', '¦- [ ] (rope) A rope => (lamp)'],
  ['term_not_allowed', NIGHT, '- (lamp) ランプ', '¦- (lamp) ランプ {=lamp}'],
  ['stands_for_twice', NIGHT, '- [x] (lamp) A lamp', '¦- [x] (lamp) A lamp {=rope}'],
  ['stray_term', NIGHT, 'It shines.', '¦It {=lamp} shines.'],
  ['right_when_not_a_line', NIGHT, '>> somebody fell', '>> ¦- somebody fell'],
  ['mark_unclosed', NIGHT, '==dark== here.', '==dark== here, ¦==very dark.'],
  ['stray_emphasis', NIGHT, 'ここは ==暗い== です。', '¦ここは**「暗い」**です。'],
  ['html_not_allowed', NIGHT, 'It shines.', 'It ¦<b>shines</b>.'],
  ['html_not_allowed', NIGHT, 'It is dark.\n', '¦<p>It is dark.</p>\n'],
  ['not_allowed', NIGHT, 'It is dark.\n', 'It is dark.\n\n¦***\n'],
  ['bad_link', NIGHT, 'It shines.', 'It ¦[shines](javascript:alert).'],
  ['bad_image', NIGHT, 'It shines.', '¦![A lamp](https://example.org/a.png)'],
  ['image_without_alt', NIGHT, 'It shines.', '¦![](media/a.png)'],
  ['media_missing', NIGHT, 'It shines.', '¦![A lamp](media/a.png)'],
  ['title_missing', CONCEPT, '# en\n## Night work', '¦# en'],
  ['text_before_title', CONCEPT, '## Night work', '¦Hello.\n\n## Night work'],
  ['rule_missing', CONCEPT, '## Night work\nBe quiet.', '¦## Night work'],
  ['situation_missing', PIER, '## A pier\nIt is long.', '¦## A pier'],
  ['claim_twice', NOTE, 'is dark.', 'is dark.\n\nWords.\n\n¦- (1) Night is long.'],
  [
    'right_when_not_allowed',
    NOTE,
    '- (1) Night is dark.',
    '¦- (1) Night is dark.\n  >> the moon is down',
  ],
])('%s in %s', (code, file, from, to) => {
  test(`stands where it is: ${to}`, () => {
    const { problems, place } = spoiled(file, from, to);
    const found = problems.find((problem) => problem.code === code);
    expect(found).toMatchObject({ severity: 'error', file: `small/${file}`, ...place });
  });
});
