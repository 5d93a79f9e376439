import { expect, test } from 'vitest';
import { textRevOf } from '#core/pack/revisions.ts';
import { inText, packOf, paragraph, sampleScenario } from '#core/pack/rules/sample.ts';
import { digest } from '#formats/digest.ts';
import { reviewProblems } from './review-table.ts';

const harbour = sampleScenario('harbour', 0);
const revisionOf = (scenario: typeof harbour, language: string) =>
  textRevOf(packOf(scenario), scenario, language, digest);
const en = await revisionOf(harbour, 'en');
const ja = await revisionOf(harbour, 'ja');
const document = `# Read\n\n| s/night-work/harbour | ${en} | yes | no | ${ja} | mended | yes | yes |\n`;

const found = async (scenario: typeof harbour) => {
  const problems = await reviewProblems(
    { name: 's', pack: packOf(scenario) },
    document,
    'REVIEW.md',
  );
  return problems.map(({ severity, code, line, params }) => ({ severity, code, line, params }));
};

test('a scenario that was read as it is now is no problem', async () => {
  expect(await found(harbour)).toEqual([]);
});

test('a text that has changed since is told at its row, with the revision to write', async () => {
  const changed = { ...harbour, ...inText(harbour, 'ja', { situation: paragraph('別の話。') }) };
  const revision = await revisionOf(changed, 'ja');
  expect(await found(changed)).toEqual([
    {
      severity: 'warning',
      code: 'review_stale',
      line: 3,
      params: { id: 's/night-work/harbour', language: 'ja', revision },
    },
  ]);
});

test('a scenario without a row is told with both revisions', async () => {
  expect(await found({ ...harbour, id: 'pier' })).toEqual([
    {
      severity: 'warning',
      code: 'review_missing',
      line: 1,
      params: { id: 's/night-work/pier', revisions: `en ${en}, ja ${ja}` },
    },
  ]);
});
