import { describe, expect, test } from 'vitest';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { createExaminer } from './examine-draft.ts';

const TODAY = '2026-11-26';
const NIGHT = 'concepts/work/night.md';

const copied = [...smallPack].flatMap(([path, text]): [string, string][] =>
  path.startsWith('concepts/') ? [[path.replace('work/', 'rest/'), text]] : [],
);
const two = new Map([...smallPack, ...copied]);

/** How many steps the reading takes; a reading that does not end is no number. */
function stepsOf(readOn: () => boolean): number {
  for (let step = 0; step < 50; step += 1) if (!readOn()) return step;
  return Number.NaN;
}

describe('a draft is read concept by concept', () => {
  test('and the whole is the same as when it is read at once', () => {
    const examiner = createExaminer();
    const readOn = examiner.newReader();
    expect(stepsOf(() => readOn(two))).toBe(2);
    expect(examiner.whole(two, TODAY)).toEqual(createExaminer().whole(two, TODAY));
    const changed = new Map(two).set(NIGHT, `${two.get(NIGHT)}\n`);
    expect(stepsOf(() => readOn(changed))).toBe(1);
  });

  test.each([
    ['pack.yaml', 'uid: ['],
    [NIGHT, '# no front matter'],
    ['concepts/work/Bad Name.md', 'what?'],
    ['concepts/Bad Name/concept.md', 'what?'],
  ])('to an end, whatever is in %s', (path, text) => {
    const broken = new Map(two).set(path, text);
    const examiner = createExaminer();
    const readOn = examiner.newReader();
    expect(stepsOf(() => readOn(broken))).toBeGreaterThan(0);
    expect(examiner.whole(broken, TODAY)).toEqual(createExaminer().whole(broken, TODAY));
  });
});

test('a file is examined before the rest was read: others are known by name', () => {
  const files = new Map(two).set(
    NIGHT,
    (two.get(NIGHT) ?? '').replace('A rope\n', 'A rope {=rest}\n'),
  );
  const { problems, seen } = createExaminer().focus(files, NIGHT);
  expect(seen?.type).toBe('scenario');
  const later = createExaminer();
  later.whole(files, TODAY);
  expect(problems).toEqual(later.focus(files, NIGHT).problems);
});
