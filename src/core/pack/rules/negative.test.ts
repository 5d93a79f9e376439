import { expect, test } from 'vitest';
import type { Line } from '#core/pack/document.ts';
import { negative } from './negative.ts';
import { codesOf, inText, packWith, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);
const asking = (language: 'en' | 'ja', question: Line) =>
  codesOf(negative, packWith(inText(one, language, { question })));

test.each([
  ['en', 'Which lamp does not help?'],
  ['en', 'Which of these cannot be used?'],
  ['ja', '役に立たないものはどれですか。'],
] as const)('in %s, "%s" asks for what does not hold', (language, question) => {
  expect(asking(language, [question])).toEqual(['negative_unmarked']);
});

test.each([
  ['en', ['Which lamp does NOT help?']],
  ['en', ['Which lamp does ', { type: 'strong', children: ['not'] }, ' help?']],
  ['ja', ['役に', { type: 'mark', children: ['立たないもの'] }, 'はどれですか。']],
  ['en', ['The line does not work. What should be done?']],
  ['en', ['Which lamp needs the least oil?']],
  ['ja', ['動かない原因は何ですか。']],
] as const)('in %s, this question is accepted: %j', (language, question) => {
  expect(asking(language, question)).toEqual([]);
});
