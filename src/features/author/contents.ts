import { localized, type Language, type Localized } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { DraftReport, Outline } from '#state/author/report.ts';

type RowKind =
  | 'pack'
  | 'concepts'
  | 'concept'
  | 'scenario'
  | 'notes'
  | 'note'
  | 'cases'
  | 'case'
  | 'media';

/** One line of the table of contents. */
export interface Row {
  /** The file that it opens; a heading has none. */
  readonly file: string | null;
  /** Names it among the others. */
  readonly key: string;
  readonly kind: RowKind;
  /** From 1. */
  readonly level: number;
  readonly id: string;
  /** As far as the file can be read. */
  readonly title: string;
  readonly errors: number;
  readonly warnings: number;
  /** Whether rows hang below it. */
  readonly isParent: boolean;
  readonly parent: string | null;
}

export const scenarioFile = (concept: string, scenario: string): string =>
  `concepts/${concept}/${scenario}.md`;
export const conceptFile = (concept: string): string => scenarioFile(concept, 'concept');

const byFile = (problems: readonly Problem[]) => {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { file, severity } of problems) {
    const count = counts.get(file) ?? { errors: 0, warnings: 0 };
    counts.set(file, count);
    if (severity === 'error') count.errors += 1;
    else count.warnings += 1;
  }
  return counts;
};

/** The ids of the concepts with their scenarios, as the names of the files have them. */
export function conceptsOf(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const concepts = new Map<string, string[]>();
  for (const path of [...paths].toSorted()) {
    const [, concept, file] = /^concepts\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
    if (concept === undefined || file === undefined) continue;
    const scenarios = concepts.get(concept) ?? [];
    concepts.set(concept, scenarios);
    if (file !== 'concept') scenarios.push(file);
  }
  return concepts;
}

const idsIn = (paths: readonly string[], folder: string): readonly string[] =>
  paths
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.md'))
    .map((path) => path.slice(folder.length + 1, -'.md'.length))
    .toSorted();

type Titles = ReadonlyMap<string, Localized<string>>;

/** Titles by file. */
function titlesOf(outline: Outline | null): Titles {
  const titles = new Map<string, Localized<string>>();
  for (const { id, title } of outline?.notes ?? []) titles.set(`notes/${id}.md`, title);
  for (const { id, title } of outline?.cases ?? []) titles.set(`cases/${id}.md`, title);
  for (const { id, title, scenarios } of outline?.concepts ?? []) {
    titles.set(conceptFile(id), title);
    for (const one of scenarios) titles.set(scenarioFile(id, one.id), one.title);
  }
  return titles;
}

type Place = Pick<Row, 'kind' | 'level' | 'id' | 'isParent' | 'parent'>;

const heading = (kind: RowKind): Row => ({
  file: null,
  key: kind,
  kind,
  level: 1,
  id: kind,
  title: '',
  errors: 0,
  warnings: 0,
  isParent: true,
  parent: null,
});

/** Every line of the table of contents, from top to bottom, with nothing folded away. */
function rowsOf(
  paths: readonly string[],
  report: DraftReport | null,
  language: Language,
): readonly Row[] {
  const counts = byFile(report?.problems ?? []);
  const titles = titlesOf(report?.outline ?? null);
  const source = report?.outline?.languages[0];
  const row = (file: string, place: Place): Row => {
    const { errors = 0, warnings = 0 } = counts.get(file) ?? {};
    const title = localized(titles.get(file) ?? {}, language, source)?.trim() ?? '';
    return { ...place, file, key: file, title, errors, warnings };
  };
  const leaf = (file: string, kind: RowKind, id: string, parent: string): Row =>
    row(file, { kind, level: 2, id, isParent: false, parent });
  const group = (folder: 'notes' | 'cases', kind: 'note' | 'case'): Row[] => {
    const shown = idsIn(paths, folder).map((id) => leaf(`${folder}/${id}.md`, kind, id, folder));
    return shown.length === 0 ? [] : [heading(folder), ...shown];
  };
  const concepts = [...conceptsOf(paths)].flatMap(([id, scenarios]) => {
    const file = conceptFile(id);
    const isParent = scenarios.length > 0;
    return [
      row(file, { kind: 'concept', level: 1, id, isParent, parent: null }),
      ...scenarios.map((one) => leaf(scenarioFile(id, one), 'scenario', one, file)),
    ];
  });
  return [
    row('pack.yaml', { kind: 'pack', level: 1, id: 'pack', isParent: false, parent: null }),
    ...concepts,
    ...group('cases', 'case'),
    ...group('notes', 'note'),
  ];
}

let last: { readonly of: readonly unknown[]; readonly rows: readonly Row[] } | null = null;

/** The same, worked out once: what is drawn when there is time begins anew with each letter. */
export function rowsOnce(...of: Parameters<typeof rowsOf>): readonly Row[] {
  const isSame = last !== null && of.every((one, index) => one === last?.of[index]);
  if (last === null || !isSame) last = { of, rows: rowsOf(...of) };
  return last.rows;
}

/** The lines in sight: those whose parents are open. */
export const openRows = (rows: readonly Row[], closed: ReadonlySet<string>): readonly Row[] =>
  rows.filter(({ parent }) => parent === null || !closed.has(parent));
