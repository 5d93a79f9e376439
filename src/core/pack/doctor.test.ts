import { describe, expect, test } from 'vitest';
import { examine } from './doctor.ts';
import { packWith, sampleConcept, samplePack } from './rules/sample.ts';
import { pathKey, type Source } from './source.ts';

const path = ['concepts', 'night-work', 'scenarios', 'harbour'];
const source: Source = {
  places: new Map([
    [pathKey(path), { file: 'p/concepts/night-work/harbour.md', line: 9, column: 3 }],
  ]),
  silences: [],
  doubts: new Map(),
};

describe('the doctor', () => {
  test('finds nothing in the sample', () => {
    expect(examine(samplePack())).toEqual({ problems: [], silenced: 0 });
  });

  test('says where the nearest known place around a problem is', () => {
    const { problems } = examine(packWith({ references: [] }), source);
    expect(problems).toMatchObject([
      { code: 'no_reference', file: 'p/concepts/night-work/harbour.md', line: 9, column: 3, path },
    ]);
  });

  test('counts a silenced warning and does not report it', () => {
    const checked = { on: '2020-01-01', how: 'live' } as const;
    const silences = [{ path, code: 'reference_old' }];
    expect(examine(packWith({ checked }), { ...source, silences })).toEqual({
      problems: [],
      silenced: 1,
    });
  });

  test('silences a warning of no other scenario', () => {
    const checked = { on: '2020-01-01', how: 'live' } as const;
    const silences = [{ path: [...path.slice(0, 3), 'hills'], code: 'reference_old' }];
    const { problems } = examine(packWith({ checked }), { ...source, silences });
    expect(problems.map(({ code }) => code)).toEqual(['silence_unused', 'reference_old']);
  });

  test('lets nobody silence an error', () => {
    const silences = [{ path, code: 'unknown_case' }];
    const { problems } = examine(packWith({ case: 'pier' }), { ...source, silences });
    expect(problems.map(({ code }) => code)).toContain('unknown_case');
  });

  test('says everything that is wrong, not the first of it', () => {
    const concept = sampleConcept({ domain: 'days', confusable: ['noon'], claims: [] });
    const { problems } = examine(samplePack({ concepts: [concept] }));
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      'claim_unasked',
      'domain_far_from_weight',
      'unknown_concept',
      'unknown_domain',
    ]);
  });
});
