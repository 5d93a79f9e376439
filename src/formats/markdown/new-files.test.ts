import { expect, test } from 'vitest';
import { kindNames } from '#core/pack/model.ts';
import { newConceptFile, newPackFiles, newScenarioFile, type NewPack } from './new-files.ts';
import { readPack } from './read-pack.ts';

const wanted: NewPack = {
  uid: 'abcdefgh1234',
  title: 'Night: school # "1"',
  languages: ['ja', 'en'],
  author: 'Hanako',
  licence: 'CC0-1.0',
  domain: 'Main',
  released: '2026-11-20',
};

test('a pack that has only a name can be read', () => {
  const { pack, problems } = readPack(newPackFiles(wanted));
  expect(problems).toEqual([]);
  expect(pack).toMatchObject({
    title: { ja: wanted.title, en: wanted.title },
    languages: ['ja', 'en'],
  });
});

test('weights of several domains add up to 100', () => {
  const domains = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  const { pack } = readPack(newPackFiles({ ...wanted, domains }));
  expect(pack?.domains.map(({ weight }) => weight)).toEqual([33, 33, 34]);
});

const emptyTexts = ['option_without_text', 'rule_missing', 'title_missing'];

test.each(kindNames)('of a new %s nothing is missing but words', (kind) => {
  const files = new Map([
    ...newPackFiles(wanted),
    ['concepts/a/concept.md', newConceptFile(['ja', 'en'], 'main', 'Night')] as const,
    ['concepts/a/b.md', newScenarioFile(kind, ['ja', 'en'])] as const,
  ]);
  const codes = readPack(files).problems.map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !emptyTexts.includes(code))).toEqual([]);
});
