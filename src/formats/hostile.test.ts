import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from './digest.ts';
import { examinePackFile } from './examined.ts';

// Packs of strangers who mean no good: each is refused with a reason, or is harmless.

const bytesOf = (text: string) => new TextEncoder().encode(text);
const pack = await withRevisions(samplePack(), digest);
const plain: Json = JSON.parse(JSON.stringify(pack));
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const examineValue = (value: unknown) =>
  examinePackFile(bytesOf(JSON.stringify(value)), 'evil.mondo.json');

/** The same tree with every text of more than one letter changed; ids, dates and numbers stay. */
const inEveryText = (node: Json, change: (text: string) => string, key = ''): Json => {
  const structural =
    /^(?:id|uid|version|released|on|how|kind|type|domain|note|standsFor|textRev|keyRev|url|languages|claims|references|verdict|options)$/;
  if (typeof node === 'string') return structural.test(key) ? node : change(node);
  if (Array.isArray(node)) return node.map((each) => inEveryText(each, change, key));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, held]) => [name, inEveryText(held, change, name)]),
  );
};

describe('a pack of a stranger', () => {
  test('with HTML and script in every text keeps them as letters', async () => {
    const html = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const evil = inEveryText(plain, (text) => `${html}${text}`);
    const { found, problems } = await examineValue(evil);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(found?.pack.concepts[0]?.text)).toContain(
      JSON.stringify(html).slice(1, -1),
    );
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//example.org',
  ])('with the address %j is refused wherever an address may stand', async (url) => {
    const link = [{ type: 'paragraph', children: [{ type: 'link', url, children: ['x'] }] }];
    const places = [
      { authors: [{ name: 'x', url }] },
      { contact: { issues: url } },
      { address: url },
      {
        notes: pack.notes.map((note) => ({
          ...note,
          references: [{ id: 'page', url, title: { en: 'x' } }],
        })),
      },
      {
        concepts: pack.concepts.map((concept) => ({
          ...concept,
          text: { ...concept.text, en: { title: 'x', rule: link } },
        })),
      },
    ];
    for (const place of places) {
      const { found, problems } = await examineValue({ ...pack, ...place });
      expect(found).toBeNull();
      expect(problems[0]?.code).toMatch(/^bad_(?:pack_)?address$/);
    }
  });

  test('with prototype keys changes nothing outside of itself', async () => {
    const text = JSON.stringify(pack)
      .replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')
      .replace('"title":{', '"title":{"__proto__":"x",');
    await examinePackFile(bytesOf(text), 'evil.mondo.json');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const ids = JSON.stringify(pack).replaceAll('night-work', 'constructor');
    const { found, errors } = await examinePackFile(bytesOf(ids), 'p');
    expect([errors, found?.pack.concepts[0]?.id]).toEqual([0, 'constructor']);
  });

  test.each([
    ['ids with characters that nobody sees', 'night\u200Bwork'],
    ['ids that turn round', '\u202Ekrow-thgin'],
    ['ids that leave their folder', '../night-work'],
    ['ids of a kilometre', 'a'.repeat(100_000)],
  ])('with %s is refused', async (_what, id) => {
    const evil = { ...pack, concepts: pack.concepts.map((concept) => ({ ...concept, id })) };
    expect((await examineValue(evil)).problems.map(({ code }) => code)).toContain('bad_id');
  });

  test('with two options that only look alike is warned of, with the name of the character', async () => {
    const text = JSON.stringify(pack).replaceAll('Use the rope', 'Use the ro\u200Bpe');
    const { problems } = await examinePackFile(bytesOf(text), 'p');
    expect(problems).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ code: 'hidden_characters', params: { character: 'U+200B' } }),
      ]),
    );
  });

  test.each([
    ['1e400', 'a number beyond all'],
    ['-0', 'a negative nothing'],
    ['99999999999999999999999', 'more than a number holds'],
    ['1.5', 'a broken number'],
  ])('that wants %s options chosen (%s) is refused', async (number) => {
    const text = JSON.stringify(pack).replace(
      '"kind":"single"',
      `"kind":"multiple","choose":${number}`,
    );
    const { found } = await examinePackFile(bytesOf(text), 'p');
    expect(found).toBeNull();
  });

  test('with a version of a thousand digits is refused', async () => {
    const { problems } = await examineValue({ ...pack, version: `${'9'.repeat(1000)}.0.0` });
    expect(problems.map(({ code }) => code)).toEqual(['bad_version']);
  });
});

describe('a pack that is too much', () => {
  const scenarios = (change: (scenario: object) => object) => ({
    ...pack,
    concepts: pack.concepts.map((concept) => ({
      ...concept,
      scenarios: concept.scenarios.map(change),
    })),
  });

  test.each<readonly [string, () => string]>([
    [
      '100,000 options',
      () =>
        JSON.stringify(
          scenarios((one) => ({
            ...one,
            options: Array.from({ length: 100_000 }, (_, i) => ({ id: `o${i}`, right: false })),
          })),
        ),
    ],
    [
      '100,000 options of a wrong shape',
      () =>
        JSON.stringify(
          scenarios((one) => ({ ...one, options: Array.from({ length: 100_000 }, () => 1) })),
        ),
    ],
    [
      '30,000 unknown keys',
      () =>
        JSON.stringify({
          ...pack,
          ...Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i])),
        }),
    ],
    [
      'a million levels',
      () => `{"format":1,"x-a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
    ],
    [
      'ninety levels of emphasis',
      () =>
        JSON.stringify(pack).replace(
          '"At night, be quiet."',
          `${'{"type":"emphasis","children":['.repeat(40)}"x"${']}'.repeat(40)}`,
        ),
    ],
    ['a text of a megabyte', () => JSON.stringify(pack).replace('At night', 'x'.repeat(1_000_000))],
    [
      'six thousand scenarios',
      () =>
        JSON.stringify({
          ...pack,
          concepts: pack.concepts.map((concept) => ({
            ...concept,
            scenarios: Array.from({ length: 6000 }, (_, i) => ({
              ...concept.scenarios[0],
              id: `s${i}`,
            })),
          })),
        }),
    ],
    [
      'nineteen megabytes of nothing',
      () => JSON.stringify({ ...pack, 'x-a': 'x'.repeat(19_000_000), uid: 1 }),
    ],
  ])(
    '%s is refused, and nobody waits for ever',
    async (_what, write) => {
      const { found, errors, problems } = await examinePackFile(bytesOf(write()), 'p');
      expect(found).toBeNull();
      expect(errors).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(100);
    },
    60_000,
  );
});

/** Something else in the place of any one value of the pack. */
function replaced(node: Json, at: number, put: Json): { value: Json; left: number } {
  if (at === 0) return { value: put, left: -1 };
  let left = at - 1;
  if (typeof node !== 'object' || node === null) return { value: node, left };
  const entries = Object.entries(node).map(([key, held]) => {
    if (left < 0) return [key, held] as const;
    const inner = replaced(held, left, put);
    left = inner.left;
    return [key, inner.value] as const;
  });
  const value = Array.isArray(node) ? entries.map(([, held]) => held) : Object.fromEntries(entries);
  return { value, left };
}

test('with anything in the place of any of its values a pack is examined to an end', async () => {
  const size = JSON.stringify(plain).match(/[[{,:]/g)?.length ?? 0;
  const anything = fc
    .jsonValue({ maxDepth: 2 })
    .map((value): Json => JSON.parse(JSON.stringify(value)));
  await fc.assert(
    fc.asyncProperty(fc.nat(size), anything, async (at, put) => {
      const { found, errors } = await examineValue(replaced(plain, at, put).value);
      expect(found === null).toBe(errors > 0);
    }),
    { numRuns: 500 },
  );
}, 120_000);
