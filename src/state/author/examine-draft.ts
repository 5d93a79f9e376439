import { coverageOf } from '#core/author/coverage.ts';
import type { DraftFiles } from '#core/author/history.ts';
import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import { conceptChunk, titlesOf } from '#core/pack/cut.ts';
import { lineText } from '#core/pack/document.ts';
import { examine } from '#core/pack/doctor.ts';
import type { Concept, Pack, Scenario } from '#core/pack/model.ts';
import { sortedProblems, type Source } from '#core/pack/source.ts';
import {
  newReadMemory,
  readPack,
  type ReadMemory,
  type ReadPack,
} from '#formats/markdown/read-pack.ts';
import type { DraftReport, FocusReport, Outline, Seen } from './report.ts';

/** Looks at one draft again and again; what has not changed is not read anew. */
export interface Examiner {
  /** At once: the problems of one file, and what it shows. */
  readonly focus: (files: DraftFiles, file: string) => FocusReport;
  /** @param today `YYYY-MM-DD` */
  readonly whole: (files: DraftFiles, today: string) => DraftReport;
  readonly pack: (files: DraftFiles) => Pack | null;
  /** Files that are left out of the pack. */
  readonly unread: (files: DraftFiles) => readonly string[];
  /** Reads a draft in slices, before it is wanted as a whole. */
  readonly newReader: () => ReadOn;
}

/** Reads one concept more that has not been read as it is now; false when all are. */
type ReadOn = (files: DraftFiles) => boolean;

export function createExaminer(): Examiner {
  const memory: ReadMemory = newReadMemory();
  /** Concepts as they were when all was read last: to one file, only their names matter. */
  let others: readonly Concept[] = [];
  const readAll = (files: DraftFiles): ReadPack => {
    const read = readPack(files, '', memory);
    others = read.halves?.concepts ?? [];
    return read;
  };
  return {
    pack: (files) => readAll(files).pack,
    unread: (files) => [...new Set(readAll(files).problems.map(({ file }) => file))],
    focus(files, file) {
      const read = readAround(files, file, others, memory);
      return { file, ...focusOf(read, file, memory) };
    },
    newReader: () => createReader(memory),
    whole(files, today) {
      const { pack, halves, problems, source } = readAll(files);
      if (pack === null || halves === null)
        return { problems, silenced: 0, outline: null, coverage: null };
      const examined = examine(halves, source);
      return {
        problems: sortedProblems([...problems, ...examined.problems]),
        silenced: examined.silenced,
        outline: outlineOf(pack),
        coverage: coverageOf(halves, today, source.doubts),
      };
    },
  };
}

/**
 * Reads one concept after another. What was tried is not tried again, whatever came of it, unless it has changed or
 * `pack.yaml` has.
 */
function createReader(memory: ReadMemory): ReadOn {
  const tried = new Map<string, string | Uint8Array>();
  return (files) => {
    const yaml = files.get('pack.yaml') ?? '';
    if (tried.get('pack.yaml') !== yaml) tried.clear();
    tried.set('pack.yaml', yaml);
    const fresh = [...files].find(
      ([path, content]) => CONCEPT.test(path) && tried.get(path) !== content,
    );
    const [, folder] = CONCEPT.exec(fresh?.[0] ?? '') ?? [];
    if (folder === undefined) return false;
    for (const [path, content] of files) if (path.startsWith(folder)) tried.set(path, content);
    readPack(filesAround(files, folder, folder), '', memory);
    return true;
  };
}

const CONCEPT = /^(concepts\/[^/]+\/)/;

/** A file, what lies in its concept's folder that it depends on, and all that is no concept's. */
function filesAround(files: DraftFiles, file: string, own: string): DraftFiles {
  const isNear = (path: string): boolean =>
    path === file || path.startsWith(own) || !path.startsWith('concepts/');
  return new Map([...files].filter(([path]) => isNear(path)));
}

/** Reads what belongs to one file, and takes the other concepts as they are known. */
function readAround(
  files: DraftFiles,
  file: string,
  others: readonly Concept[],
  memory: ReadMemory,
): ReadPack {
  const [, own = ''] = CONCEPT.exec(file) ?? [];
  const read = readPack(filesAround(files, file, `${own}concept.md`), '', memory);
  const { halves } = read;
  if (halves === null) return read;
  const near = new Set(halves.concepts.map(({ id }) => id));
  const rest = others.filter(({ id }) => !near.has(id) && `concepts/${id}/` !== own);
  // Before all was read, the names of the folders are what is known of the others.
  const known = new Set([...near, ...rest.map(({ id }) => id), own.split('/')[1]]);
  const ids = new Set(
    [...files.keys()].flatMap((path) => /^concepts\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  const unread = [...ids].filter((id) => !known.has(id)).map((id) => standIn(halves, id));
  return { ...read, halves: { ...halves, concepts: [...halves.concepts, ...rest, ...unread] } };
}

const mapped = <T, U>(texts: Localized<T>, make: (text: T) => U): Localized<U> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      text === undefined ? [] : [[language, make(text)]],
    ),
  );

const outlineOf = ({ languages, domains, terms, concepts, notes, cases }: Pack): Outline => ({
  languages,
  domains,
  terms,
  concepts: concepts.map(({ id, domain, text, scenarios }) => ({
    id,
    domain,
    title: titlesOf(text),
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      kind: scenario.kind,
      title: mapped(scenario.text, ({ question }) => lineText(question)),
    })),
  })),
  notes: notes.map(({ id, text }) => ({ id, title: titlesOf(text) })),
  cases: cases.map(({ id, text }) => ({ id, title: titlesOf(text) })),
});

/** The pack with one scenario alone, so that all rules about it are quick; names are still all there. */
const aloneIn = (pack: Pack, concept: Slug, scenario: Scenario): Pack => ({
  ...pack,
  concepts: pack.concepts.map((one) => ({
    ...one,
    scenarios: one.id === concept ? [scenario] : [],
  })),
});

function focusOf(read: ReadPack, file: string, memory: ReadMemory) {
  const { pack, halves, problems: all, source } = read;
  const problems = all.filter((problem) => problem.file === file);
  if (pack === null || halves === null) return { problems, seen: null };
  const [folder, name = '', scenarioFile] = file.replace(/\.md$/, '').split('/');
  if (folder === 'notes') {
    const note = pack.notes.find(({ id }) => id === name);
    return { problems, seen: note ? ({ type: 'note', text: note.text } as const) : null };
  }
  if (folder === 'cases') {
    const shared = pack.cases.find(({ id }) => id === name);
    const text = mapped(shared?.text ?? {}, ({ title, situation }) => ({
      title,
      blocks: situation,
    }));
    return { problems, seen: shared ? ({ type: 'text', text } as const) : null };
  }
  const readable = pack.concepts.find(({ id }) => id === name);
  if (scenarioFile === 'concept') {
    const text = mapped(readable?.text ?? {}, ({ title, rule }) => ({ title, blocks: rule }));
    return { problems, seen: readable ? ({ type: 'text', text } as const) : null };
  }
  const found = memory.scenarios.get(file)?.value;
  if (!found) return { problems, seen: null };
  const { scenario, doubts } = found;
  const own = ownProblems(aloneIn(halves, name, scenario), source, file);
  const seen =
    doubts.size > 0 ? null : scenarioSeen(pack, readable ?? standIn(pack, name), scenario);
  return { problems: [...problems, ...own], seen };
}

/** For a concept that cannot be read: its scenarios can be looked at all the same. */
const standIn = ({ languages, domains }: Pack, id: Slug): Concept => ({
  id,
  domain: domains[0]?.id ?? '',
  claims: [],
  confusable: [],
  was: [],
  text: Object.fromEntries(languages.map((language) => [language, { title: id, rule: [] }])),
  scenarios: [],
});

const ownProblems = (pack: Pack, source: Source, file: string) =>
  // A silence of another scenario would seem unused here.
  examine(pack, { ...source, silences: source.silences.filter(isOf(file)) }).problems.filter(
    (problem) => problem.file === file,
  );

const isOf =
  (file: string) =>
  ({ path }: Source['silences'][number]): boolean =>
    file === `concepts/${path[1]}/${path[3]}.md`;

function scenarioSeen(pack: Pack, concept: Concept, scenario: Scenario): Seen {
  const chunks = pack.languages.flatMap((language) => {
    const chunk = conceptChunk(pack, { ...concept, scenarios: [scenario] }, language);
    return chunk ? [[language, chunk] as const] : [];
  });
  const domain = pack.domains.find(({ id }) => id === concept.domain);
  const labels = (language: Language, title: string): readonly string[] => [
    domain?.title[language] ?? concept.domain,
    title,
  ];
  return {
    type: 'scenario',
    scenario,
    labels: Object.fromEntries(chunks.map(([code, { title }]) => [code, labels(code, title)])),
    sharedCase: Object.fromEntries(chunks.map(([code, { cases }]) => [code, cases[0]])),
    aged: Object.fromEntries(chunks.map(([code, { aged }]) => [code, aged])),
  };
}
