import { describe, expect, test } from 'vitest';
import type { Pack } from './model.ts';
import { parsePack } from './read-document.ts';
import { samplePack } from './rules/sample.ts';

const pack: Pack = {
  ...samplePack(),
  concepts: samplePack().concepts.map((concept) => ({
    ...concept,
    scenarios: concept.scenarios.map((scenario) => ({
      ...scenario,
      textRev: 'abcd-_12',
      keyRev: 'ABCD3456',
    })),
  })),
};

const problemsOf = (value: unknown) => {
  const parsed = parsePack(JSON.stringify(value), 'my.mondo.json');
  return parsed.ok ? [] : parsed.error;
};
const codesOf = (value: unknown) => problemsOf(value).map(({ code }) => code);

describe('a document', () => {
  test('that is a pack is read as it is', () => {
    expect(parsePack(JSON.stringify(pack), 'my.mondo.json')).toEqual({ ok: true, value: pack });
  });

  test('keeps keys that begin with x-', () => {
    const marked = { ...pack, 'x-mine': { a: [1] } };
    expect(parsePack(JSON.stringify(marked), 'f')).toEqual({ ok: true, value: marked });
  });

  test('may name its schema', () => {
    expect(problemsOf({ ...pack, $schema: 'https://example.org/pack.json' })).toEqual([]);
  });

  test.each([
    ['nonsense', 'not_json'],
    ['', 'not_json'],
    ['null', 'format_missing'],
    ['{}', 'format_missing'],
    ['{"format":"1"}', 'format_missing'],
    ['{"format":2}', 'format_newer'],
    [`{"format":1,"x-a":${'['.repeat(200)}${']'.repeat(200)}}`, 'json_too_deep'],
    [`"${'x'.repeat(20_000_000)}"`, 'document_too_large'],
  ])('%.40s is refused by name', (text, code) => {
    const parsed = parsePack(text, 'my.mondo.json');
    expect(parsed).toMatchObject({ ok: false, error: [{ code, file: 'my.mondo.json' }] });
  });

  test('tells everything that is wrong with its shape, with paths', () => {
    const spoiled = {
      ...pack,
      uid: 'me',
      licenze: 'CC0',
      licence: undefined,
      domains: [{ id: 'N', title: { English: 'x' }, weight: 200 }],
    };
    expect(
      problemsOf(spoiled)
        .map(({ code, path }) => `${code} ${path.join('/')}`)
        .toSorted(),
    ).toEqual([
      'bad_id domains/0/id',
      'bad_language domains/0/title/English',
      'bad_uid uid',
      'bad_weight domains/0/weight',
      'missing_key licence',
      'unknown_key_near licenze',
    ]);
  });
});

test('an exam goes through, and is read as closely as the rest', () => {
  const exam = {
    title: { en: 'Exam' },
    questions: 20,
    minutes: 40,
    pass: 70,
    kinds: ['single'],
    unscored: 2,
    scale: { min: 100, max: 1000, pass: 720 },
    retake: { days: 14 },
  };
  const parsed = parsePack(JSON.stringify({ ...pack, exam }), 'my.mondo.json');
  expect(parsed).toMatchObject({ ok: true, value: { exam } });
  expect(
    problemsOf({ ...pack, exam: { ...exam, questions: 0, kinds: ['essay'], pas: 1 } })
      .map(({ code, path }) => `${code} ${path.join('/')}`)
      .toSorted(),
  ).toEqual(['bad_count exam/questions', 'unknown_key_near exam/pas', 'wrong_value exam/kinds/0']);
});

test('what is above the limits is refused, with its place in the document', () => {
  const options = Array.from({ length: 13 }, (_, index) => ({ id: `o${index}`, right: false }));
  const concepts = pack.concepts.map((concept) => ({
    ...concept,
    scenarios: concept.scenarios.map((scenario) => ({ ...scenario, options })),
  }));
  expect(new Set(codesOf({ ...pack, concepts }))).toEqual(new Set(['too_many_options']));
});

const withRule = (block: unknown) => ({
  ...pack,
  concepts: pack.concepts.map((concept) => ({
    ...concept,
    text: { ...concept.text, en: { title: 'x', rule: [block] } },
  })),
});
const inline = (node: unknown) => withRule({ type: 'paragraph', children: [node] });

describe('the text tree', () => {
  test.each([
    ['an unknown block', withRule({ type: 'html', value: '<script>' }), 'wrong_value'],
    ['an unknown inline node', inline({ type: 'html', value: '<script>' }), 'wrong_value'],
    [
      'a javascript link',
      inline({ type: 'link', url: 'javascript:alert(1)', children: [] }),
      'bad_address',
    ],
    [
      'a remote picture',
      inline({ type: 'image', source: 'https://a/b.png', alt: 'x' }),
      'bad_image',
    ],
    ['a picture in a folder', inline({ type: 'image', source: '../b.png', alt: 'x' }), 'bad_image'],
    ['an SVG', inline({ type: 'image', source: 'b.svg', alt: 'x' }), 'bad_image'],
    [
      'a picture without words',
      inline({ type: 'image', source: 'b.png', alt: ' ' }),
      'image_without_alt',
    ],
    ['an unknown key', inline({ type: 'code', text: 'x', style: 'y' }), 'unknown_key'],
  ])('knows no %s', (_what, spoiled, code) => {
    expect(codesOf(spoiled)).toEqual([code]);
  });
});
