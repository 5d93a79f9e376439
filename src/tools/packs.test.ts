import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parsePack } from '#core/pack/read-document.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { main } from './packs.ts';

let folder = '';
let printed: string[] = [];

function write(pack: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(folder, 'questions', pack, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Without its scenario, which has but two options, and its claim, which nothing asks. */
const sound = new Map(
  [...smallPack].filter(([path]) => !path.endsWith('night.md') && !path.startsWith('notes/')),
);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mondo-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => main(args, join(folder, 'questions'));

test('sound packs are counted, and the code is 0', async () => {
  write('sound', sound);
  expect(await run('--coverage')).toBe(0);
  expect(printed.at(-1)).toBe('sound: 1 concepts, 0 scenarios, 0 errors, 1 warnings, 0 silenced');
});

test('with --strict a warning fails as well', async () => {
  write('sound', sound);
  await run('--coverage');
  expect(await run()).toBe(0);
  expect(await run('--strict')).toBe(1);
});

test('an error is printed with its place, in the language asked for, and the code is 1', async () => {
  write('small', smallPack);
  expect(await run('--lang', 'ja')).toBe(1);
  expect(printed).toContain(
    'questions/small/notes/note.md:4:3 error claim_unasked note#1 を問う問題も、訂正する問題もありません。 概念の `claims:` か問題の `aged:` に書くか、`unasked:` に理由を書きます。',
  );
});

test('--json prints the problems as values', async () => {
  write('small', smallPack);
  await run('--json');
  expect(JSON.parse(printed.join('\n'))).toContainEqual({
    severity: 'error',
    code: 'claim_unasked',
    file: 'small/notes/note.md',
    line: 4,
    column: 3,
    path: ['notes', 'note', 'claims', '1'],
    params: { claim: 'note#1' },
  });
});

test('with --today facts have to be fresh on this day, and not only on that of the release', async () => {
  write('small', smallPack);
  const old = () => printed.filter((line) => line.includes(' reference_old '));
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2031, 0, 5) });
  await run();
  expect(old()).toEqual([]);
  await run('--today');
  expect(old().length).toBeGreaterThan(0);
  expect(old().every((line) => line.includes('before 2031-01-05'))).toBe(true);
  vi.useRealTimers();
});

test('a pack that is named is checked alone', async () => {
  write('small', smallPack);
  write(
    'sound',
    new Map([...sound, ['pack.yaml', (sound.get('pack.yaml') ?? '').replace('abcd', 'wxyz')]]),
  );
  expect(await run('sound')).toBe(0);
});

test('two packs with the same uid are found', async () => {
  write('one', sound);
  write('two', sound);
  expect(await run()).toBe(1);
  expect(printed.join('\n')).toContain('questions/two/pack.yaml:1:1 error uid_twice');
});

test('--out writes sound packs as documents that Mondo can open', async () => {
  write('broken', new Map([...sound, ['notes/note.md', 'nothing']]));
  write(
    'sound',
    new Map([...sound, ['pack.yaml', (sound.get('pack.yaml') ?? '').replace('abcd', 'wxyz')]]),
  );
  await run('--out', join(folder, 'out'));
  expect(readdirSync(join(folder, 'out'))).toEqual(['sound.mondo.json']);
  const document = readFileSync(join(folder, 'out/sound.mondo.json'), 'utf8');
  expect(parsePack(document, 'sound.mondo.json').ok).toBe(true);
});

test.each([
  [['--lang', 'fr'], '--lang is en or ja, not fr'],
  [['--strct'], '--strct'],
  [['nowhere'], 'no such pack: nowhere; there are sound'],
])('what is not understood is refused, and what there is is said: %s', async (args, why) => {
  write('sound', sound);
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await run(...args)).toBe(2);
  expect(said.mock.lastCall?.[0]).toContain(why);
  expect(said.mock.lastCall?.[0]).toContain('--audit');
  expect(printed).toEqual([]);
});

/** The small pack as it would be without a mistake: its scenario is thin, and a warning at most. */
const whole = new Map([
  ...smallPack,
  [
    'concepts/work/concept.md',
    (smallPack.get('concepts/work/concept.md') ?? '').replace(
      'domain: nights',
      'domain: nights\nclaims: [note#1]',
    ),
  ],
]);

const codes = (): string[] =>
  printed.flatMap((line) => / (?:error|warning) (\w+) /.exec(line)?.[1] ?? []);

test('a table of claims that is not that of the packs is an error until it is written anew', async () => {
  write('whole', whole);
  await run();
  expect(codes()).toContain('coverage_stale');
  printed = [];
  await run('--coverage');
  expect(codes()).not.toContain('coverage_stale');
  expect(readFileSync(join(folder, 'docs/COVERAGE.md'), 'utf8')).toContain(
    '| 1 | Night is dark. | holds | `work` |',
  );
  write(
    'whole',
    new Map([['notes/note.md', (whole.get('notes/note.md') ?? '').replace('dark', 'black')]]),
  );
  printed = [];
  expect(await run()).toBe(1);
  expect(codes()).toContain('coverage_stale');
});

test('a pack that cannot be read leaves the table of claims as it is', async () => {
  write('whole', whole);
  await run('--coverage');
  const before = readFileSync(join(folder, 'docs/COVERAGE.md'), 'utf8');
  write('whole', new Map([['pack.yaml', 'nothing']]));
  expect(await run('--coverage')).toBe(1);
  expect(readFileSync(join(folder, 'docs/COVERAGE.md'), 'utf8')).toBe(before);
  expect(codes()).not.toContain('coverage_stale');
});

test('a scenario that nobody has read is told, except in the pack that shows the format', async () => {
  write('reference', whole);
  await run();
  expect(codes()).not.toContain('review_missing');
  write('whole', whole);
  await run('whole');
  expect(printed.join('\n')).toContain(
    'docs/REVIEW.md:1:1 warning review_missing Nobody has read whole/work/night yet.',
  );
});

test('--audit prints how well the keys can be guessed, and a leak is an error', async () => {
  const scenario = smallPack.get('concepts/work/night.md') ?? '';
  const many = Array.from(
    { length: 12 },
    (_, index) => [`concepts/work/night-${index}.md`, scenario] as const,
  );
  write('leaky', new Map([...whole, ...many]));
  expect(await run('--audit', '--coverage')).toBe(1);
  expect(printed.join('\n')).toContain(
    "questions/leaky/pack.yaml:1:1 error learnt_by_heart Memory of a concept's other scenarios (memoriser) is right in 100 %",
  );
  expect(printed).toContain(
    '  first                 13      13  100.0 %  50.0 %   +50.0    13.9  BROKEN',
  );
  expect(printed).toContain('  answered from memory in every scenario: work');
});
