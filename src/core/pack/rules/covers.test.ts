import { expect, test } from 'vitest';
import type { ExamProfile } from '#core/exam/profile.ts';
import type { Covers } from '#core/pack/model.ts';
import { covers } from './covers.ts';
import { samplePack } from './sample.ts';

const pack = samplePack();
const [own] = pack.domains;
const domain = own?.id ?? '';

const profile: ExamProfile = {
  id: 'harbour-pilot',
  title: { en: 'Harbour pilot' },
  kinds: ['single'],
  domains: [
    { id: 'tides', title: { en: 'Tides' }, weight: 60, tasks: ['1.1'] },
    { id: 'signs', title: { en: 'Signs' }, weight: 40 },
  ],
  sources: [],
};

const found = (claimed: Covers, profiles: readonly ExamProfile[] = [profile]) =>
  covers({ ...pack, covers: claimed }, profiles).map(({ code, path }) => [code, path.at(-1)]);

test('what is covered is found by exam, domain and task', () => {
  expect(found({ 'harbour-pilot': { [domain]: { tides: ['1.1'], signs: [] } } })).toEqual([]);
  expect(covers(pack, [profile])).toEqual([]);
});

test.each<[string, Covers, string]>([
  ['covers_profile', { 'sea-pilot': {} }, 'sea-pilot'],
  ['covers_own_domain', { 'harbour-pilot': { nowhere: {} } }, 'nowhere'],
  ['covers_domain', { 'harbour-pilot': { [domain]: { ropes: [] } } }, 'ropes'],
  ['covers_task', { 'harbour-pilot': { [domain]: { tides: ['1.9'] } } }, '1.9'],
  ['covers_task', { 'harbour-pilot': { [domain]: { signs: ['2.1'] } } }, '2.1'],
])('%s: a name that is not there', (code, claimed, last) => {
  expect(found(claimed)).toEqual([[code, last]]);
});

test('a domain without concepts covers nothing', () => {
  const empty = { ...pack, domains: [...pack.domains, { id: 'bare', title: {}, weight: 0 }] };
  const claimed = { 'harbour-pilot': { bare: { tides: ['1.1'] } } };
  expect(covers({ ...empty, covers: claimed }, [profile])).toMatchObject([
    { code: 'covers_nothing' },
  ]);
});

test('where no profiles are at hand their names are believed', () => {
  expect(found({ 'sea-pilot': { [domain]: { ropes: ['1.9'] } } }, [])).toEqual([]);
});
