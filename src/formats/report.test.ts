import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MistakeReport } from '#core/pack/report.ts';
import { readReport } from './report.ts';

const report: MistakeReport = {
  report: 1,
  pack: 'packpackpack',
  version: '1.2.0',
  concept: 'night-work',
  scenario: 'harbour',
  textRev: 'abcd1234',
  keyRev: 'efgh5678',
  language: 'ja',
  wrong: 'ランプは<b>もう</b>ない',
  better: 'ロープ',
};

test('a report is read as it was written, and what a later version adds is left', () => {
  expect(readReport(JSON.stringify({ ...report, mood: 'fine' }))).toEqual({
    ok: true,
    value: report,
  });
  const { scenario: _scenario, textRev: _text, keyRev: _key, better: _better, ...bare } = report;
  expect(readReport(JSON.stringify(bare))).toEqual({ ok: true, value: bare });
});

test.each([
  ['', 'not-json'],
  ['{', 'not-json'],
  ['null', 'not-a-report'],
  ['[]', 'not-a-report'],
  [JSON.stringify({ ...report, pack: '../etc' }), 'not-a-report'],
  [JSON.stringify({ ...report, wrong: 'x'.repeat(100_000) }), 'not-a-report'],
  [JSON.stringify({ ...report, report: 2 }), 'newer'],
])('%.40s is no report: %s', (text, error) => {
  expect(readReport(text)).toEqual({ ok: false, error });
});

test('whatever stands in it, it is read to an end', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readReport(text).ok).toBe(false);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
