import { describe, expect, test } from 'vitest';
import { examine } from '#core/pack/doctor.ts';
import type { Problem } from '#core/pack/problem.ts';
import { evened, isoDay } from './fix-front.ts';
import { fixFor } from './fixes.ts';
import type { Files } from './folder.ts';
import { applyPatches } from './patch.ts';
import { readPack } from './read-pack.ts';
import { smallPack, withFile } from './small-pack.ts';

const night = 'concepts/work/night.md';
const concept = 'concepts/work/concept.md';

function problemsOf(files: Files): readonly Problem[] {
  const { pack, problems, source } = readPack(files, 'small');
  return [...problems, ...(pack ? examine(pack, source).problems : [])];
}

/** The text of a file after the fix of its first problem of a code. */
function mended(files: Files, code: string): string | null {
  const problem = problemsOf(files).find((one) => one.code === code);
  if (!problem)
    throw new Error(
      `no ${code}: ${problemsOf(files)
        .map((one) => one.code)
        .join(' ')}`,
    );
  const fix = fixFor(files, problem, 'small');
  if (!fix) return null;
  const after = applyPatches(String(files.get(fix.path)), fix.patches);
  const left = problemsOf(new Map([...files, [fix.path, after]]));
  const before = problemsOf(files).filter((one) => one.code === code);
  expect(left.filter((one) => one.code === code).length).toBeLessThan(before.length);
  return after;
}

type Spoilt = readonly [code: string, file: string, from: string | RegExp, to: string];

const spoilt: readonly Spoilt[] = [
  ['unknown_key_near', night, 'checked:', 'cheked:'],
  ['unknown_key_near', 'pack.yaml', 'summary:', 'sumary:'],
  ['bad_date', night, '2026-11-20', '2026/11/20'],
  ['bad_date', 'pack.yaml', 'released: 2026-11-20', 'released: 2026-1-5'],
  ['bad_date', night, 'on: 2026-11-20', 'on: ２０２６年１１月２０日'],
  ['bad_version', 'pack.yaml', '1.0.0', 'v1.2'],
  ['wrong_value', 'pack.yaml', '1.0.0', '1.0'],
  ['wrong_value', night, 'kind: single', 'kind: sinlge'],
  ['missing_key', night, 'kind: single\n', ''],
  ['missing_key', night, 'kind: single', 'kind: multiple'],
  ['missing_key', night, 'kind: single', 'kind: short'],
  ['weights_sum', 'pack.yaml', 'weight: 100', 'weight: 90'],
  ['front_matter_missing', night, /^---[^]*?---\n/, ''],
  ['front_matter_missing', 'cases/pier.md', /^---[^]*?---\n/, ''],
  ['box_missing', night, '- [ ] (rope) A', '- (rope) A'],
  ['box_not_allowed', night, '- (rope) ロ', '- [ ] (rope) ロ'],
  ['pair_not_allowed', night, '(rope) A rope', '(rope) A rope => (lamp)'],
  ['term_not_allowed', night, '(rope) ロープ', '(rope) ロープ {=lamp}'],
  ['option_without_id', night, /\((?:rope|lamp)\) /g, ''],
  ['bad_id', night, /\(rope\)/g, '(Ｒope\u200B)'],
  ['right_when_full_stop', night, 'somebody fell', 'somebody fell.'],
  ['right_when_full_stop', night, '落ちたとき', '落ちたとき。'],
  ['right_when_unneeded', night, '> It shines.', '> It shines.\n  >> always'],
  ['never_is_right', night, '{=lamp}', '{=lamp} {never}'],
  ['choose_differs_from_keys', night, '- [ ] (rope)', '- [x] (rope)'],
  ['choose_differs_from_keys', night, 'kind: single', 'kind: multiple\nchoose: 2'],
  ['unknown_pin', night, 'kind: single', 'kind: single\npin: [bed, rope]'],
  ['silence_unused', night, 'kind: single', 'kind: single\nsilence: [{ code: a_b, reason: c }]'],
  ['unknown_term', night, '{=lamp}', '{=lamps}'],
  ['unknown_domain', concept, 'domain: nights', 'domain: night'],
  ['unknown_case', night, 'kind: single', 'kind: single\ncase: peer'],
  ['unknown_note', concept, 'domain: nights', 'domain: nights\nnote: nota'],
  ['was_in_use', concept, 'domain: nights', 'domain: nights\nwas: [old, work]'],
  ['stray_emphasis', night, 'ここは ==暗い== です。', 'ここは**「暗い」**です。'],
  ['stray_emphasis', night, 'It is ==dark== here.', 'It is**==dark.==**so'],
  ['hidden_characters', night, 'A rope', 'A\u200B rope'],
  ['translation_missing', night, /# ja[^]*$/, ''],
  ['translation_missing', concept, /# ja[^]*$/, ''],
  ['translation_missing', 'notes/note.md', /# ja[^]*$/, ''],
];

test.each(spoilt)('%s in %s: %s to %s has a fix', (code, file, from, to) => {
  const files = withFile(file, (text) => text.replace(from, to));
  expect(mended(files, code)).not.toBeNull();
});

describe('a fix does no more than it says', () => {
  test('a file with other line ends keeps them', () => {
    const files = withFile(night, (text) =>
      text.replace('somebody fell', 'somebody fell.').replaceAll('\n', '\r\n'),
    );
    expect(mended(files, 'right_when_full_stop')).toBe(
      String(smallPack.get(night)).replaceAll('\n', '\r\n'),
    );
  });

  test('an emphasis is written so that it is seen', () => {
    const files = withFile(night, (text) =>
      text.replace('ここは ==', 'は**「夜」**の ==').replace('A rope', 'A **rope**'),
    );
    expect(mended(files, 'stray_emphasis')).toContain('&#x306F;**「夜」**&#x306E; ==暗い==');
  });

  test('ids go to every language by place', () => {
    const files = withFile(night, (text) => text.replaceAll('(rope) ', ''));
    expect(mended(files, 'option_without_id')).toBe(
      String(smallPack.get(night)).replaceAll('(rope)', '(a)'),
    );
  });

  test.each([
    ['checked_missing', /checked:.*\n/, ''],
    ['option_without_text', 'A rope', ''],
    ['unknown_domain', 'x', 'x'],
  ])('%s has none', (code, from, to) => {
    const files =
      code === 'unknown_domain'
        ? withFile(concept, (text) => text.replace('nights', 'something-else'))
        : withFile(night, (text) => text.replace(from, to));
    expect(mended(files, code)).toBeNull();
  });
});

test.each([
  [[90], [100]],
  [
    [0, 0, 0],
    [34, 33, 33],
  ],
  [
    [1, 2],
    [33, 67],
  ],
  [
    [33.3, 33.3, 33.3],
    [34, 33, 33],
  ],
])('weights %j become %j', (before, after) => {
  expect(evened(before)).toEqual(after);
});

test.each([
  ['2026/1/5', '2026-01-05'],
  ['2026年11月20日', '2026-11-20'],
  ['２０２６．０１．０２', '2026-01-02'],
  ['2014/05', '2014-05'],
  ['yesterday', null],
])('%s is the day %s', (words, day) => {
  expect(isoDay(words)).toBe(day);
});
