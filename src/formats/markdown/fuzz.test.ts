import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuTime } from '#formats/cpu-time.ts';
import { editScenario } from './edit-scenario.ts';
import { editPackYaml } from './edit-pack-yaml.ts';
import { applyPatches } from './patch.ts';
import { newReadMemory, readPack } from './read-pack.ts';
import { fieldsOf } from './scenario-fields.ts';
import type { ScenarioEdit } from './scenario-edit.ts';
import { smallPack } from './small-pack.ts';

// Whatever stands in a file, reading and editing it neither throws nor takes longer than anybody waits.

const night = 'concepts/work/night.md';
const paths = [...smallPack.keys()];

const odd = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '\0',
    '\uFEFF',
    '\u200B',
    '\ud800',
    '---\n',
    '# en\n',
    '# ja\n',
    '## !\n',
    '## ',
    '- [x] (a) ',
    '- [ ] (lamp) ',
    '1. (b) ',
    '- ',
    '> ',
    '>> ',
    '`',
    '```\n',
    '~~~\n',
    '==',
    '**',
    '_',
    '[',
    '](',
    '![',
    '<',
    '<!--',
    '-->',
    '&#x',
    '|',
    '| a |\n| - |\n',
    '\\',
    '{=',
    '{=a}',
    '{never}',
    '=> (a)',
    '(',
    ')',
    ': ',
    '? ',
    '&a ',
    '*a',
    '!!',
    '{',
    '}',
    '[a, ',
    '"',
    "'",
    '#',
    '|\n',
    '>\n',
    'kind: ',
    'x-',
    '__proto__: ',
    'constructor',
    'references:\n  - ',
    '2026-02-30',
    '日本',
    'e\u0301',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);

interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** Places are told in thousandths of the text. */
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(1000),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  by: fc.array(odd, { maxLength: 3 }).map((parts) => parts.join('')),
});

const mutated = (text: string, mutations: readonly Mutation[]): string =>
  mutations.reduce((now, { at, length, by }) => {
    const from = Math.floor((now.length * at) / 1000);
    return now.slice(0, from) + by + now.slice(from + length);
  }, text);

const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });
const textOf = (path: string): string => smallPack.get(path) ?? '';

test('a spoilt file of any sort is read, or its problems are told', () => {
  const memory = newReadMemory();
  fc.assert(
    fc.property(fc.constantFrom(...paths), mutations, (path, changes) => {
      const files = new Map([...smallPack, [path, mutated(textOf(path), changes)]]);
      const { pack, problems } = readPack(files, '', memory);
      expect(pack !== null || problems.length > 0).toBe(true);
    }),
    { numRuns: 10_000 },
  );
}, 300_000);

test('a spoilt scenario shows its fields', () => {
  fc.assert(
    fc.property(mutations, (changes) => {
      const { languages } = fieldsOf(mutated(textOf(night), changes), ['en', 'ja']);
      expect(['en', 'ja']).toEqual(expect.arrayContaining([...languages]));
    }),
    { numRuns: 10_000 },
  );
}, 300_000);

const language = fc.constantFrom('en', 'ja', 'fr');
const option = fc.constantFrom('lamp', 'rope', 'none', 'Bad Id');
const source = fc.array(odd, { maxLength: 4 }).map((parts) => parts.join(''));
const edit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc.record({
    edit: fc.constantFrom('situation' as const, 'question' as const, 'decides' as const),
    language,
    source,
  }),
  fc.record({
    edit: fc.constantFrom('text' as const, 'why' as const, 'rightWhen' as const),
    option,
    language,
    source,
  }),
  fc.record({
    edit: fc.constant('front' as const),
    path: fc.array(fc.constantFrom('references', 'checked', 'x-a', 'was', 0, 1), {
      minLength: 1,
      maxLength: 3,
    }),
    value: fc.oneof(fc.constant(undefined), source, fc.nat(), fc.array(source, { maxLength: 2 })),
  }),
  fc.record({
    edit: fc.constant('kind' as const),
    kind: fc.constantFrom(
      'single' as const,
      'ordering' as const,
      'matching' as const,
      'short' as const,
    ),
  }),
  fc.record({
    edit: fc.constant('add' as const),
    option: fc.record({
      id: option,
      group: fc.constantFrom('option' as const, 'step' as const, 'prompt' as const),
      text: fc.record({ en: source, ja: source }),
    }),
    before: option,
  }),
  fc.record({ edit: fc.constant('move' as const), option, before: fc.option(option) }),
  fc.record({ edit: fc.constant('rename' as const), option, to: option }),
  fc.record({ edit: fc.constant('remove' as const), option }),
  fc.record({
    edit: fc.constantFrom('addLanguage' as const, 'removeLanguage' as const),
    language,
  }),
);

test('an edit of a spoilt scenario is made within the file, or refused', () => {
  fc.assert(
    fc.property(mutations, edit, (changes, wanted) => {
      const raw = mutated(textOf(night), changes);
      const patches = editScenario(raw, ['en', 'ja'], wanted);
      const all = patches.ok ? patches.value : [];
      expect(all.every(({ from, to }) => from >= 0 && from <= to && to <= raw.length)).toBe(true);
      expect(typeof applyPatches(raw, all)).toBe('string');
    }),
    { numRuns: 10_000 },
  );
}, 300_000);

const SIZE = 400_000;
/** Milliseconds: far more than any of them takes, far less than what hangs. */
const TOO_LONG = 3_000;
const many = (text: string): string => text.repeat(Math.floor(SIZE / text.length));
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** What is no repetition of one text. */
const special = new Map([
  ['nested', lines(600, (depth) => `${'  '.repeat(depth)}- a`)],
  ['ticks', lines(800, (length) => '`'.repeat(length + 1)).replaceAll('\n', ' ')],
  ['keys', lines(20_000, (at) => `x-${at}: 1`)],
  ['aliases', `a: &a [1]\n${lines(30, (at) => `b${at}: &b${at} [*a, *a]`)}`],
]);

test.each([
  ['*a'],
  ['**a '],
  ['['],
  ['[a]('],
  ['[a](b)'],
  ['&#x'],
  ['|a'],
  ['==a'],
  ['{='],
  ['\\'],
  ['- a\n'],
  ['- - '],
  ['# a\n'],
  ['<!-- '],
  ['> '],
  ['a\n'],
  ['日本\n'],
  ['nested'],
  ['ticks'],
])(
  'a scenario full of %j is read and edited before anybody waits',
  (name) => {
    const text = special.get(name) ?? many(name);
    const raw = textOf(night).replace('It is ==dark== here.', () => text);
    const files = new Map([...smallPack, [night, raw]]);
    const wanted: ScenarioEdit = { edit: 'text', option: 'lamp', language: 'ja', source: 'x' };
    expect(cpuTime(() => readPack(files))).toBeLessThan(TOO_LONG);
    expect(cpuTime(() => fieldsOf(raw, ['en', 'ja']))).toBeLessThan(TOO_LONG);
    expect(cpuTime(() => editScenario(raw, ['en', 'ja'], wanted))).toBeLessThan(TOO_LONG);
  },
  30_000,
);

test.each([
  ['['],
  ['{a: '],
  ['- '],
  ['"'],
  ['? '],
  ['a: 1\n'],
  ['!!'],
  ['&a '],
  ['keys'],
  ['aliases'],
])(
  'YAML full of %j is read and edited before anybody waits',
  (name) => {
    const yaml = special.get(name) ?? many(name);
    const files = new Map([...smallPack, ['pack.yaml', yaml]]);
    expect(cpuTime(() => readPack(files))).toBeLessThan(TOO_LONG);
    expect(cpuTime(() => editPackYaml(yaml, [{ path: ['a', 'b'], value: 1 }]))).toBeLessThan(
      TOO_LONG,
    );
    expect(cpuTime(() => fieldsOf(`---\n${yaml}\n---\n# en\n`, ['en']))).toBeLessThan(TOO_LONG);
  },
  30_000,
);
