import { expect, test } from 'vitest';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import type { Note } from '#core/pack/model.ts';
import { coverageDocument } from './coverage-table.ts';

const note: Note = {
  id: 'manual',
  checked: { on: '2026-11-20', how: 'live' },
  references: [],
  claims: [
    { id: '1', verdict: 'holds', references: [] },
    { id: '2', verdict: 'outdated', since: '2019-11-25', references: [] },
    { id: '3', verdict: 'unverified', references: [], unasked: 'No page says so.' },
  ],
  text: {
    en: {
      title: 'Manual',
      body: [
        { type: 'claim', id: '1', says: ['Night is dark.'] },
        { type: 'claim', id: '2', says: ['A lamp | a rope', { type: 'code', text: ' helps' }] },
        { type: 'claim', id: '3', says: ['Bells are loud.'] },
      ],
    },
  },
};

const pack = samplePack({
  notes: [note],
  concepts: [
    sampleConcept({ scenarios: [sampleScenario('harbour', 0, { aged: ['manual#2'] })] }),
    sampleConcept({ id: 'lamps', claims: ['manual#1', 'manual#2'], scenarios: [] }),
  ],
});

test('each claim is told with its verdict and who asks it, corrects it, or why nobody does', () => {
  const lines = coverageDocument([{ name: 'sample', pack }]).split('\n');
  expect(lines).toContain('## Sample (`sample`)');
  expect(lines).toContain(
    '3 claims in 1 notes: 2 asked or corrected, 1 not asked; 2 do not simply hold today.',
  );
  expect(lines.filter((line) => /^\| \d/.test(line))).toEqual([
    '| 1 | Night is dark. | holds | `night-work`, `lamps` |',
    '| 2 | A lamp \\| a rope helps | outdated since 2019-11-25 | `lamps`; corrected by `night-work/harbour` |',
    '| 3 | Bells are loud. | unverified | not asked: No page says so. |',
  ]);
});

test('a pack without notes has no table', () => {
  const bare = { ...pack, notes: [] };
  expect(coverageDocument([{ name: 'sample', pack: bare }])).not.toContain('Sample');
});
