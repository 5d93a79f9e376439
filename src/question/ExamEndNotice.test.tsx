import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { parseDay } from '#core/calendar-day.ts';
import type { ExamEnd } from '#core/exam/date.ts';
import type { InterfaceLanguage } from '#core/language.ts';
import { studyDay } from '#core/time.ts';
import { ExamEndNotice } from './ExamEndNotice.tsx';
import { show } from './harness.tsx';

const last = parseDay('2026-11-16') ?? studyDay(0);
const end: ExamEnd = { last, language: null, next: 'SAP-C03', isOver: false };

const cases: readonly (readonly [InterfaceLanguage, Partial<ExamEnd>, string])[] = [
  ['en', {}, 'This exam can be taken until November 16, 2026. SAP-C03 follows it.'],
  ['en', { next: null }, 'This exam can be taken until November 16, 2026.'],
  [
    'en',
    { isOver: true },
    'This exam could be taken until November 16, 2026. SAP-C03 has taken its place: the weights here are those of the old exam.',
  ],
  [
    'en',
    { language: 'ja' },
    'In Japanese this exam can be taken until November 16, 2026. SAP-C03 follows it.',
  ],
  [
    'en',
    { language: 'en', isOver: true, next: null },
    'In English this exam could be taken until November 16, 2026.',
  ],
  ['ja', {}, 'この試験を受けられるのは2026年11月16日までです。その後は SAP-C03 に切り替わります。'],
  [
    'ja',
    { language: 'en', isOver: true },
    'この試験の英語での実施は2026年11月16日で終了しました。現在は SAP-C03 に切り替わっています。ここでの配点比率は旧試験のものです。',
  ],
];

test.each(cases)('in %s, %j: %s', async (language, changed, sentence) => {
  await show(<ExamEndNotice end={{ ...end, ...changed }} />, language);
  const notice = await screen.findByRole('status');
  expect(notice.querySelector('.notice-body')?.textContent).toBe(sentence);
});

test('nothing is said where no end was announced', async () => {
  const { container } = await show(<ExamEndNotice end={null} />);
  expect(container.textContent).toBe('');
});
