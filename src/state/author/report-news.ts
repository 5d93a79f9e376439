import type { Slug } from '#core/ids.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { DraftReport, Outline, OutlineConcept } from './report.ts';

/** Some of what has changed since the report before. */
export interface ReportNews {
  /** Files with all the problems that they have now. */
  readonly problems: readonly FileProblems[];
  readonly concepts: readonly OutlineConcept[];
}

type FileProblems = readonly [file: string, problems: readonly Problem[]];

/** What a report says besides its news. */
interface ReportRest extends Pick<DraftReport, 'silenced' | 'coverage'> {
  readonly outline: (Omit<Outline, 'concepts'> & { readonly concepts: readonly Slug[] }) | null;
}

/** Ends a report, all news of which have been told. */
export type ReportEnd = ReportRest | 'same';

/** So many files or concepts are told at once: to take in a thousand would keep a letter waiting. */
const AT_ONCE = 50;

function byFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const own = files.get(problem.file);
    if (own === undefined) files.set(problem.file, [problem]);
    else own.push(problem);
  }
  return files;
}

/** Remembers what was told under a name, and says whether it is news. */
function newMemory() {
  const told = new Map<string, string>();
  return {
    names: () => [...told.keys()],
    isNews(name: string, value: unknown): boolean {
      const text = JSON.stringify(value);
      const isNew = told.get(name) !== text;
      told.set(name, text);
      return isNew;
    },
  };
}

function inPieces(
  problems: readonly FileProblems[],
  concepts: readonly OutlineConcept[],
): readonly ReportNews[] {
  const count = Math.ceil(Math.max(problems.length, concepts.length) / AT_ONCE);
  return Array.from({ length: count }, (_, piece) => {
    const range = [piece * AT_ONCE, (piece + 1) * AT_ONCE] as const;
    return { problems: problems.slice(...range), concepts: concepts.slice(...range) };
  });
}

/** Tells of each report what is new in it; the other side has to hear all of it, in this order. */
export function newReportTeller() {
  const problems = newMemory();
  const concepts = newMemory();
  const rests = newMemory();
  return (
    report: DraftReport,
  ): { readonly news: readonly ReportNews[]; readonly end: ReportEnd } => {
    const { silenced, coverage, outline } = report;
    const now = byFile(report.problems);
    const calm = problems.names().filter((file) => !now.has(file));
    const all: readonly FileProblems[] = [...calm.map((file) => [file, []] as const), ...now];
    const known = outline?.concepts ?? [];
    const order = known.map(({ id }) => id);
    const rest = { silenced, coverage, outline: outline && { ...outline, concepts: order } };
    const news = inPieces(
      all.filter(([file, own]) => problems.isNews(file, own)),
      known.filter((concept) => concepts.isNews(concept.id, concept)),
    );
    return { news, end: rests.isNews('rest', rest) ? rest : 'same' };
  };
}

const NOTHING: ReportRest = { silenced: 0, coverage: null, outline: null };

/** The reports of one teller; what is as before is the same object as before. */
export interface ReportListener {
  readonly hear: (news: ReportNews) => void;
  readonly end: (end: ReportEnd) => DraftReport;
}

export function newReportListener(): ReportListener {
  const problems = new Map<string, readonly Problem[]>();
  const concepts = new Map<Slug, OutlineConcept>();
  let rest = NOTHING;
  let list: readonly Problem[] | null = null;
  let outline: Outline | null = null;
  let report: DraftReport | null = null;
  const outlineNow = (): Outline | null =>
    rest.outline && {
      ...rest.outline,
      concepts: rest.outline.concepts.flatMap((id) => concepts.get(id) ?? []),
    };
  return {
    hear(news) {
      for (const [file, own] of news.problems) problems.set(file, own);
      for (const concept of news.concepts) concepts.set(concept.id, concept);
      if (news.problems.length > 0) list = null;
      if (news.concepts.length > 0) outline = null;
      report = null;
    },
    end(end) {
      if (end !== 'same') {
        rest = end;
        outline = null;
        report = null;
      }
      list ??= [...problems.keys()].toSorted().flatMap((file) => problems.get(file) ?? []);
      outline ??= outlineNow();
      const { silenced, coverage } = rest;
      report ??= { problems: list, silenced, coverage, outline };
      return report;
    },
  };
}
