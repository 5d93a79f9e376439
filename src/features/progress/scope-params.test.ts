import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '#core/study/sample.ts';
import { paramsOf, periods, scopeOf } from './scope-params.ts';

const packs = [samplePack(), samplePack({ uid: 'other', domains: 3 })];
const read = (search: string) => scopeOf(new URLSearchParams(search), packs);

test('an address without anything asks for everything', () => {
  expect(read('')).toEqual({ pack: null, domain: null, days: null });
});

test('what is not there is not asked for', () => {
  expect(read('pack=gone&domain=d0&days=12')).toEqual({ pack: null, domain: null, days: null });
  expect(read('pack=pack&domain=d2&days=-1')).toEqual({ pack: 'pack', domain: null, days: null });
});

test('every scope is read from its own address', () => {
  const scopes = fc.constantFrom(...packs).chain((pack) =>
    fc.record({
      pack: fc.constant(pack.uid),
      domain: fc.constantFrom(null, ...pack.domains.map(({ id }) => id)),
      days: fc.constantFrom(...periods).map((period) => (period === 0 ? null : period)),
    }),
  );
  fc.assert(
    fc.property(scopes, (scope) => {
      expect(scopeOf(new URLSearchParams(paramsOf(scope)), packs)).toEqual(scope);
    }),
  );
});
