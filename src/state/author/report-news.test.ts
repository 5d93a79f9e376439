import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedProblems } from '#core/pack/source.ts';
import type { DraftReport } from './report.ts';
import { newReportListener, newReportTeller, type ReportEnd } from './report-news.ts';

const problem = fc.record({
  severity: fc.constantFrom('error', 'warning'),
  file: fc.constantFrom('pack.yaml', 'concepts/a/x.md', 'concepts/a/y.md', 'concepts/B/x.md'),
  line: fc.integer({ min: 1, max: 3 }),
  column: fc.constant(1),
  path: fc.constant([]),
  code: fc.constantFrom('one', 'two'),
  params: fc.constant({}),
});

const title = fc.record({ en: fc.constantFrom('A', 'B') });

const outline = fc.record({
  languages: fc.constant(['en']),
  domains: fc.constantFrom([], [{ id: 'all', title: { en: 'All' }, weight: 100 }]),
  terms: fc.constant([]),
  concepts: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      title,
      domain: fc.constant('all'),
      scenarios: fc.constant([]),
    }),
    { selector: ({ id }) => id },
  ),
  notes: fc.constant([]),
  cases: fc.constant([]),
});

const reports = fc.record({
  problems: fc.array(problem).map((list) => sortedProblems(list as DraftReport['problems'])),
  silenced: fc.nat(2),
  outline: fc.option(outline),
  coverage: fc.constant(null),
}) as fc.Arbitrary<DraftReport>;

/** What goes over a wire is copied there. */
function line() {
  const tell = newReportTeller();
  const listener = newReportListener();
  return (report: DraftReport) => {
    const { news, end } = tell(report);
    for (const piece of news) listener.hear(structuredClone(piece));
    return { heard: listener.end(structuredClone(end)), news, end };
  };
}

test('whatever comes after whatever, each report is heard as it was told', () => {
  fc.assert(
    fc.property(fc.array(reports, { maxLength: 6 }), (told) => {
      const over = line();
      for (const report of told) expect(over(report).heard).toEqual(report);
    }),
  );
});

const report = (count: number, names = count): DraftReport => ({
  problems: Array.from({ length: count }, (_, index) => ({
    severity: 'warning',
    file: `concepts/many/${String(index).padStart(4, '0')}.md`,
    line: 1,
    column: 1,
    path: [],
    code: 'numbers_differ',
    params: {},
  })),
  silenced: 0,
  outline: {
    languages: ['en'],
    domains: [],
    terms: [],
    concepts: Array.from({ length: names }, (_, index) => ({
      id: `concept-${index}`,
      title: { en: 'A concept' },
      domain: 'all',
      scenarios: [],
    })),
    notes: [],
    cases: [],
  },
  coverage: null,
});

test('what is as before is not told again, and is the same object', () => {
  const over = line();
  const first = over(report(120));
  const again = over(report(120));
  expect([again.news, again.end]).toEqual([[], 'same' satisfies ReportEnd]);
  expect(again.heard).toBe(first.heard);
  const next = over(report(119, 120));
  expect(next.news).toEqual([{ problems: [['concepts/many/0119.md', []]], concepts: [] }]);
  expect(next.heard.outline).toBe(first.heard.outline);
});

test('a long report is told in pieces', () => {
  const { news } = line()(report(120));
  expect(news.map(({ problems, concepts }) => [problems.length, concepts.length])).toEqual([
    [50, 50],
    [50, 50],
    [20, 20],
  ]);
});
