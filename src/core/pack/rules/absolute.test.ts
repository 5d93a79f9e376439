import { expect, test } from 'vitest';
import { absolute } from './absolute.ts';
import { codesOf, inOption, packWith, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);
const saying = (language: 'en' | 'ja', ids: readonly string[], text: string) =>
  ids.reduce(
    (scenario, id) => ({
      ...scenario,
      ...inOption(scenario, language, id, (option) => ({ ...option, text: [`${text} ${id}`] })),
    }),
    one,
  );

test.each([
  ['en', 'Always use'],
  ['ja', '必ず使う'],
] as const)('in %s, "%s" in wrong options alone is found', (language, text) => {
  expect(codesOf(absolute, packWith(saying(language, ['rope', 'bell'], text)))).toEqual([
    'absolute_words',
  ]);
});

test('a right option that says it too, or a single wrong one, is accepted', () => {
  expect(codesOf(absolute, packWith(saying('en', ['lamp', 'rope', 'bell'], 'Always')))).toEqual([]);
  expect(codesOf(absolute, packWith(saying('en', ['rope'], 'Always')))).toEqual([]);
});
