import { describe, expect, test } from 'vitest';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { createExaminer } from './examine-draft.ts';

const NIGHT = 'concepts/work/night.md';
const TODAY = '2026-11-20';

type Change = (text: string) => string;
const swap =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replace(from, to);
  };
const added = (line: string): Change => swap('kind: single\n', `kind: single\n${line}\n`);

function withChanges(...changes: readonly (readonly [file: string, change: Change])[]) {
  const files = new Map(smallPack);
  for (const [file, change] of changes) files.set(file, change(files.get(file) ?? ''));
  return files;
}

/** What is found in a file: of the whole draft, and at once. */
function found(files: ReadonlyMap<string, string>, file = NIGHT) {
  const examiner = createExaminer();
  const whole = examiner.whole(files, TODAY).problems.filter((problem) => problem.file === file);
  const focus = createExaminer().focus(files, file).problems;
  return { whole: whole.map(({ code }) => code), focus: focus.map(({ code }) => code) };
}

const noneRight: Change = swap('- [x] (lamp)', '- [ ] (lamp)');

const faults: readonly (readonly [what: string, code: string, change: Change])[] = [
  ['a bad address', 'bad_address', swap('https://example.org/', 'javascript:alert(1)')],
  ['a bad day', 'bad_date', swap('{ on: 2026-11-20', '{ on: 2026-02-30')],
  ['an unknown way of checking', 'wrong_value', swap('how: live', 'how: guessed')],
  ['an unknown key', 'unknown_key', added('weather: fine')],
  ['a key that is nearly known', 'unknown_key_near', added('refernces: []')],
  ['a bad id of a former name', 'bad_id', added('was: [Night]')],
  ['a bad id of a case', 'bad_id', added('case: A Pier')],
  ['a bad claim', 'bad_claim_ref', added('aged: [note]')],
  ['a bad switch', 'wrong_value', added('reserve: perhaps')],
  ['a bad pin', 'wrong_value', added('pin: lamp')],
  ['a bad silence', 'wrong_value', added('silence: [few_options]')],
  ['a change that is none', 'wrong_value', added('change: none')],
  ['an unknown kind', 'wrong_value', swap('kind: single', 'kind: singel')],
  ['no kind', 'missing_key', swap('kind: single\n', '')],
  ['no number to choose', 'missing_key', swap('kind: single', 'kind: multiple')],
  ['a bad number', 'bad_choose', swap('kind: single', 'kind: multiple\nchoose: 0')],
  ['a key twice', 'yaml_duplicate_key', added('kind: multiple')],
  ['broken YAML', 'yaml_error', added('pin: [')],
  ['an alias', 'yaml_alias', added('case: *pier')],
  ['a list', 'missing_key', (text) => text.replace(/^---\n[^]*?\n---/, '---\n- kind\n---')],
];

describe('that no option is right is told', () => {
  test.each(faults)('beside %s', (_, code, change) => {
    const { whole, focus } = found(withChanges([NIGHT, change], [NIGHT, noneRight]));
    expect(whole).toEqual(expect.arrayContaining([code, 'choose_differs_from_keys']));
    expect(focus).toEqual(expect.arrayContaining([code, 'choose_differs_from_keys']));
  });

  test('beside a bad link in a text', () => {
    const link = swap('It is dark.\n', 'It is [dark](javascript:alert).\n');
    const { whole } = found(withChanges([NIGHT, link], [NIGHT, noneRight]));
    expect(whole).toContain('choose_differs_from_keys');
    expect(whole.length).toBeGreaterThan(1);
  });

  test.each([
    ['a bad domain', swap('domain: nights', 'domain: Long Nights')],
    ['an unknown key', swap('domain: nights', 'domain: nights\nweather: fine')],
    ['no front matter', () => 'nothing'],
  ])('beside %s of its concept', (_, change) => {
    const { whole } = found(withChanges(['concepts/work/concept.md', change], [NIGHT, noneRight]));
    expect(whole).toContain('choose_differs_from_keys');
  });
});

describe('what is only there because something else cannot be read is not told', () => {
  test.each(faults)('of %s', (what, code, change) => {
    const plain = found(smallPack);
    const { whole, focus } = found(withChanges([NIGHT, change]));
    const more = (codes: readonly string[]) =>
      codes.filter((one) => one !== code && !plain.whole.includes(one));
    // Of a question for several, which one to choose is asked of its words.
    const asked = what === 'no number to choose' || what === 'a bad number' ? ['all_right'] : [];
    expect(more(whole).filter((one) => !asked.includes(one))).toEqual([]);
    expect(more(focus).filter((one) => !asked.includes(one))).toEqual([]);
  });

  test('of a kind that nobody knows: which keys it may have', () => {
    const odd = swap('kind: single', 'kind: singel\npin: [lamp]\ncompare: exact');
    expect(found(withChanges([NIGHT, odd])).whole).not.toContain('unknown_key');
  });

  test('of an option without its box: it may be the right one', () => {
    const { whole } = found(withChanges([NIGHT, swap('- [x] (lamp)', '- (lamp)')]));
    expect(whole).toContain('box_missing');
    expect(whole).not.toContain('choose_differs_from_keys');
  });

  test('a warning that its author may have silenced', () => {
    const silenced = added('silence: [{ code: few_options, reason: old }]');
    expect(found(withChanges([NIGHT, silenced])).whole).not.toContain('silence_unused');
    const odd = swap('kind: single', 'kind: singel');
    expect(found(withChanges([NIGHT, silenced], [NIGHT, odd])).whole).not.toContain(
      'silence_unused',
    );
    const broken = added('silence: [{ code: few_options, reason: 1 }]');
    expect(found(smallPack).whole).toContain('few_options');
    expect(found(withChanges([NIGHT, broken])).whole).not.toContain('few_options');
  });
});

test('a scenario with a fault is in no pack', () => {
  for (const [, , change] of faults) {
    const pack = createExaminer().pack(withChanges([NIGHT, change]));
    expect(pack?.concepts[0]?.scenarios).toEqual([]);
  }
  const bad = withChanges(['concepts/work/concept.md', swap('domain: nights', 'domain: A B')]);
  expect(createExaminer().pack(bad)?.concepts).toEqual([]);
});

test.each([NIGHT, 'concepts/work/concept.md'])('what %s hides is counted all the same', (file) => {
  const { problems } = createExaminer().whole(withChanges([file, () => '?']), TODAY);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'few_scenarios', params: { count: 1, least: 3 } }),
  );
});

test('a concept whose one scenario cannot be read has one scenario', () => {
  const { coverage } = createExaminer().whole(withChanges([NIGHT, () => '?']), TODAY);
  expect(coverage?.thin).toEqual([{ id: 'work', scenarios: 1, unread: 1 }]);
});
