import { beforeAll, expect, test } from 'vitest';
import { shareOf } from '#core/insight/share.ts';
import { samplePack } from '#core/study/sample.ts';
import { parseDay } from '#core/calendar-day.ts';
import { studyDay } from '#core/time.ts';
import { createI18n } from '#i18n/i18n.ts';
import { duration, namesIn, points, promised, shareWords, type Words } from './numbers.ts';

let t: Words;
let ja: Words;

beforeAll(async () => {
  t = (await createI18n('en', ['progress'])).getFixedT('en', 'progress');
  ja = (await createI18n('ja', ['progress'])).getFixedT('ja', 'progress');
});

test('a time is as long as it needs to be', () => {
  expect([0, 41_600, 120_000, 92_000].map((millis) => duration(t, millis))).toEqual([
    '0 s',
    '42 s',
    '2 min',
    '1 min 32 s',
  ]);
  expect(duration(ja, 92_000)).toBe('1 分 32 秒');
});

test('a share has its interval and its count beside it', () => {
  expect(shareWords(t, shareOf(56, 70))).toBe('80 % (69 to 88), 70 answers');
  expect(shareWords(ja, shareOf(56, 70))).toBe('80 % (69～88)、70 件');
});

test('thousands are set apart in sentences, too', () => {
  expect(t('counted', { count: 12_345 })).toBe('12,345 answers count.');
  expect(t('counted', { count: 1 })).toBe('1 answer counts.');
  expect(ja('counted', { count: 12_345 })).toBe('集計対象は 12,345 件の解答です。');
  expect(shareWords(t, shareOf(900, 1200))).toBe('75 % (72 to 77), 1,200 answers');
});

test('what memory promises is rounded down, and less than nothing has a minus', () => {
  expect(promised(0.899)).toBe(89);
  expect([points(-0.031), points(0), points(0.18)]).toEqual(['−3', '0', '18']);
});

test('a domain says whose it is where another pack has one of the same name, and else not', () => {
  const titled = (uid: string, domains: readonly string[]) => ({
    ...samplePack({ uid }),
    title: { en: `Pack ${uid}` },
    domains: domains.map((title, i) => ({ id: `d${i}`, title: { en: title }, weight: 50 })),
  });
  const packs = [titled('one', ['General', 'Keys']), titled('two', ['Logs', 'General'])];
  const names = namesIn(packs, 'en', 'en', studyDay(20_000));
  expect([names.domain('one', 'd0'), names.domain('two', 'd1')]).toEqual([
    'General · Pack one',
    'General · Pack two',
  ]);
  expect([names.domain('one', 'd1'), names.domain('two', 'gone')]).toEqual(['Keys', 'gone']);
});

test('a day of another year says which, so that no two in a table are the same', () => {
  const day = (text: string) => parseDay(text) ?? studyDay(0);
  const en = namesIn([], 'en', 'en', day('2026-01-03'));
  const days = ['2026-01-01', '2025-12-31', '2024-12-31'].map(day);
  expect(days.map(en.day)).toEqual(['Jan 1', 'Dec 31, 2025', 'Dec 31, 2024']);
  const japanese = namesIn([], 'ja', 'ja', day('2026-01-03'));
  expect(days.map(japanese.day)).toEqual(['1月1日', '2025年12月31日', '2024年12月31日']);
});
