import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfiles } from './read-profiles.ts';

const sound = `title: { en: Harbour pilot, ja: 水先人 }
questions: 20
unscored: 4
minutes: 30
scale: { min: 0, max: 500, pass: 350 }
kinds: [single]
retake: { days: 14 }
ends: { last: 2026-11-30, next: HP-3 }
domains:
  - { id: tides, title: { en: Tides, ja: 潮 }, weight: 60, tasks: ["1.1", "1.2"] }
  - { id: signs, title: { en: Signs, ja: 標識 }, weight: 40 }
sources:
  - url: https://example.org/guide
    on: 2026-11-26
    how: live
    for: [questions, unscored, minutes, scale, kinds, retake, ends, domains]
`;

const read = (text: string, name = 'harbour-pilot.yaml') => readProfiles(new Map([[name, text]]));

test('a sound profile is read, with its name as id', () => {
  const { profiles, problems } = read(sound);
  expect(problems).toEqual([]);
  expect(profiles).toMatchObject([
    {
      id: 'harbour-pilot',
      minutes: 30,
      retake: { days: 14 },
      ends: { last: '2026-11-30', next: 'HP-3' },
      domains: [{ tasks: ['1.1', '1.2'] }, {}],
    },
  ]);
});

test('a number that nobody could confirm is left out', () => {
  const { profiles, problems } = read(sound.replace('minutes: 30\n', ''));
  expect(problems).toEqual([]);
  expect(profiles[0]).not.toHaveProperty('minutes');
});

test.each([
  ['last: 2026-11-30, next: HP-3', { last: '2026-11-30', next: 'HP-3' }],
  ['last: 2026-11-30', { last: '2026-11-30' }],
  ['last: { en: 2026-11-30, ja: 2027-01-13 }', { last: { en: '2026-11-30', ja: '2027-01-13' } }],
])('an exam ends on a day, or on one for each language: %s', (written, ends) => {
  const { profiles, problems } = read(sound.replace('last: 2026-11-30, next: HP-3', written));
  expect(problems).toEqual([]);
  expect(profiles[0]?.ends).toEqual(ends);
});

test.each([
  ['weights_sum', 'weight: 60', 'weight: 50', 9, 1],
  ['profile_weight_missing', ', weight: 40', '', 9, 1],
  ['bad_weight', 'weight: 60', 'weight: 160', 10, 47],
  ['bad_count', 'questions: 20', 'questions: 0.5', 2, 1],
  ['bad_minutes', 'minutes: 30', 'minutes: -1', 4, 1],
  ['exam_all_unscored', 'unscored: 4', 'unscored: 20', 3, 1],
  ['exam_scale', 'pass: 350', 'pass: 600', 5, 1],
  ['no_kind', 'kinds: [single]', 'kinds: []', 6, 1],
  ['bad_task', '"1.2"', '"one"', 10, 74],
  ['profile_twice', '"1.2"', '"1.1"', 10, 59],
  ['profile_twice', 'id: signs', 'id: tides', 11, 5],
  ['profile_unsourced', 'retake, ends', 'ends', 7, 1],
  ['profile_unsourced', 'ends, domains', 'domains', 8, 1],
  ['bad_date', 'last: 2026-11-30', 'last: 2026-11-31', 8, 9],
  ['bad_date', 'last: 2026-11-30', 'last: { en: 2026-11-30, ja: 2027-02-29 }', 8, 33],
  ['bad_language', 'last: 2026-11-30', 'last: { english: 2026-11-30 }', 8, 17],
  ['bad_last_day', 'last: 2026-11-30', 'last: {}', 8, 9],
  ['bad_last_day', 'last: 2026-11-30', 'last: 2026', 8, 9],
  ['missing_key', 'last: 2026-11-30, ', '', 8, 1],
  ['wrong_value', 'next: HP-3', 'next: 3', 8, 27],
  ['empty_text', 'next: HP-3', 'next: " "', 8, 27],
  ['unknown_key_near', 'next: HP-3', 'nex: HP-3', 8, 27],
  ['unknown_key_near', 'minutes:', 'minuts:', 4, 1],
  ['yaml_error', 'kinds: [single]', 'kinds: [single', 7, 1],
])('%s is told with its place', (code, before, after, line, column) => {
  const { profiles, problems } = read(sound.replace(before, after));
  expect(profiles).toEqual([]);
  expect(problems).toContainEqual(
    expect.objectContaining({ code, file: '_exams/harbour-pilot.yaml', line, column }),
  );
});

test.each(['Harbour.yaml', 'harbour.yml', 'abcdefgh1234.yaml', 'a/b.yaml'])(
  'no profile has the name %s',
  (name) => {
    expect(read(sound, name)).toMatchObject({
      profiles: [],
      problems: [{ code: 'bad_profile_name', line: 1 }],
    });
  },
);

test('bytes that are no text are told', () => {
  const { problems } = readProfiles(new Map([['a.yaml', new Uint8Array([0xff, 0xfe])]]));
  expect(problems).toMatchObject([{ code: 'not_utf8' }]);
});

test('the profiles of this repository are sound', () => {
  const folder = 'questions/_exams';
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(`${folder}/${name}`)] as const,
  );
  const { profiles, problems } = readProfiles(new Map(files));
  expect(problems).toEqual([]);
  expect(profiles.map(({ id }) => id)).toEqual([
    'aws-aif-c01',
    'aws-clf-c02',
    'aws-dva-c02',
    'aws-mla-c01',
    'aws-saa-c03',
    'aws-sap-c02',
    'aws-scs-c03',
    'aws-soa-c03',
  ]);
});
