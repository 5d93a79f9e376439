import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { packOf, packWith } from '#core/pack/rules/sample.ts';
import { noDoubts } from '#core/pack/doubts.ts';
import { pathKey } from '#core/pack/source.ts';
import { coverageOf } from './coverage.ts';

const [concept] = packWith({}).concepts;
const [scenario] = concept?.scenarios ?? [];
if (!scenario) throw new Error('the sample has no scenario');

const checkedOn = (on: string): Scenario => ({ ...scenario, checked: { on, how: 'live' } });

const coverage = (...days: readonly string[]) =>
  coverageOf(packOf(...days.map(checkedOn)), '2026-11-20', noDoubts);

test('a concept with fewer than three scenarios is thin', () => {
  const day = '2026-11-20';
  expect(coverage(day, day).thin).toEqual([{ id: concept?.id, scenarios: 2, unread: 0 }]);
  expect(coverage(day, day, day).thin).toEqual([]);
});

test('a scenario that cannot be read is there all the same, and said to be unread', () => {
  const day = '2026-11-20';
  const pack = packOf(
    ...[day, '2020-01-01'].map((on, index) => ({ ...checkedOn(on), id: `one-${index}` })),
  );
  const [one] = pack.concepts;
  const [, last] = one?.scenarios ?? [];
  const path = ['concepts', one?.id ?? '', 'scenarios', last?.id ?? ''];
  const { thin, ages, domains } = coverageOf(
    pack,
    day,
    new Map([[pathKey(path), new Set(['items'])]]),
  );
  expect(thin).toEqual([{ id: one?.id, scenarios: 2, unread: 1 }]);
  expect(ages).toEqual({ underSix: 1, underTwelve: 0, older: 0, unchecked: 0 });
  expect(domains).toMatchObject([{ scenarios: 2 }]);
});

test('a domain has its share beside its weight', () => {
  const [domain] = coverage('2026-11-20').domains;
  expect(domain).toMatchObject({ weight: 100, share: 100, concepts: 1, scenarios: 1 });
  expect(coverage().domains[0]?.share).toBe(0);
});

test('references are counted by whole months since they were checked', () => {
  expect(coverage('2026-05-21', '2026-05-20', '2025-11-21', '2025-11-20').ages).toEqual({
    underSix: 1,
    underTwelve: 2,
    older: 1,
    unchecked: 0,
  });
});

test('a scenario that nobody has checked, or without a reference, is counted apart', () => {
  const { checked: _, ...never } = scenario;
  const bare: Scenario = { ...scenario, references: [] };
  expect(coverageOf(packOf(never, bare), '2026-11-20', noDoubts).ages.unchecked).toBe(2);
});
