import { expect, test } from 'vitest';
import { kindNames } from '#core/pack/model.ts';
import { chosenSoFar } from './chosen-so-far.ts';
import { emptyDraft } from './draft.ts';

test.each(kindNames)('an empty draft of kind %s has chosen nothing', (kind) => {
  expect(chosenSoFar(emptyDraft(kind))).toBeNull();
});

test.each([
  { kind: 'single', chosen: 'a' },
  { kind: 'multiple', chosen: ['a'] },
  { kind: 'ordering', order: ['a'] },
  { kind: 'matching', pairs: [['a', 'x']] },
  { kind: 'short', typed: ' word ' },
] as const)('a draft that has begun is a response, complete or not: %j', (draft) => {
  expect(chosenSoFar(draft)).toEqual(draft);
});

test('blanks alone are nothing', () => {
  expect(chosenSoFar({ kind: 'short', typed: '  ' })).toBeNull();
});
