import { expect, test } from 'vitest';
import { stranger } from './stranger.ts';
import { codesOf, inText, packWith, paragraph, samplePack, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);

const terms = [
  ...samplePack().terms,
  { id: 'waf', title: { en: 'AWS WAF', ja: 'AWS WAF' } },
  { id: 's3', title: { en: 'Amazon S3', ja: 'Amazon S3' } },
  { id: 'key', title: { en: 'data key', ja: 'データキー' } },
];

const deciding = (english: string, situation = 'A port at night.') => ({
  ...packWith(inText(one, 'en', { decides: paragraph(english), situation: paragraph(situation) })),
  terms,
});

test.each([['AWS WAF sees the address.'], ['The port needs WAF, and quiet.'], ['S3 keeps it.']])(
  '"%s" names a service that neither options nor situation do',
  (english) => {
    expect(codesOf(stranger, deciding(english))).toEqual(['stranger_named']);
  },
);

test('it is told where it is said', () => {
  expect(stranger(deciding('WAF decides.'))).toMatchObject([
    {
      path: ['concepts', 'night-work', 'scenarios', 'harbour', 'text', 'en', 'decides'],
      params: { name: 'WAF' },
    },
  ]);
});

test.each([
  ['It is night.', 'A port at night.'],
  ['WAF sees the address.', 'AWS WAF stands before the port.'],
  ['MS37 sails at night.', 'A port at night.'],
  // What is translated is a thing that sentences explain with, not a service.
  ['The data key is gone.', 'A port at night.'],
])('"%s" after "%s" names no stranger', (english, situation) => {
  expect(codesOf(stranger, deciding(english, situation))).toEqual([]);
});

test('a service that an option stands for may be named', () => {
  const [first, ...rest] = one.options;
  if (first === undefined) throw new Error('the sample has options');
  const options = [{ ...first, standsFor: 'waf' }, ...rest];
  const scenario = {
    ...one,
    ...inText(one, 'en', { decides: paragraph('WAF decides.') }),
    options,
  };
  expect(codesOf(stranger, { ...packWith(scenario), terms })).toEqual([]);
});
