import { expect, test } from 'vitest';
import { termsDiffer } from './terms-differ.ts';
import { codesOf, inText, packWith, paragraph, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);

function saying(english: string, japanese: string) {
  const scenario = { ...one, ...inText(one, 'en', { decides: paragraph(english) }) };
  return packWith(inText(scenario, 'ja', { decides: paragraph(japanese) }));
}

test.each([
  ['KMS holds the key.', '鍵は CloudHSM にあります。', ['KMS', 'CloudHSM']],
  ['CloudFront answers.', '応答が返ります。', ['CloudFront']],
])('"%s" and "%s" differ in names', (english, japanese, names) => {
  expect(termsDiffer(saying(english, japanese)).map(({ params }) => params['name'])).toEqual(names);
});

test.each([
  ['All VPCs use KMS.', 'すべての VPC が KMS を使います。'],
  ['Lambda@Edge runs.', 'Lambda@Edge が動きます。'],
  ['Which TWO? The process with ID 1.', '2 つ。PID 1 です。'],
  ['The address is blocked.', 'IP アドレスが拒否されます。'],
])('"%s" and "%s" name the same', (english, japanese) => {
  expect(codesOf(termsDiffer, saying(english, japanese))).toEqual([]);
});
