import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { limits } from '#core/pack/limits.ts';
import { PACK_FORMAT, type Case, type Concept, type Note, type Pack } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import {
  pathKey,
  sortedProblems,
  type Aspect,
  type Path,
  type Place,
  type Silence,
  type Source,
} from '#core/pack/source.ts';
import type { TellItems } from '#formats/imported.ts';
import { readCase, readConcept, type ReadConcept } from './concept.ts';
import { unreadConcept, unreadScenario } from './doubts.ts';
import { sortFiles, type Files, type Folder } from './folder.ts';
import { packYaml, type PackYaml } from './front.ts';
import { readNote } from './note.ts';
import { complain, newReport, start, type Report } from './report.ts';
import { readScenario, type ReadScenario } from './scenario.ts';
import { readYaml } from './yaml.ts';

export interface ReadPack {
  /** What could be read; null when `pack.yaml` could not. Revisions are still empty. */
  readonly pack: Pack | null;
  /** The same with what can be read only by halves, for the doctor alone: the source tells what is in doubt. */
  readonly halves: Pack | null;
  /** By file and line; a scenario, note or case with a problem is not in the pack. */
  readonly problems: readonly Problem[];
  readonly source: Source;
}

/** What reading one file gave. */
interface Found<T> {
  readonly value: T | null;
  readonly report: Report;
}

interface Remembered<T> extends Found<T> {
  readonly content: string | Uint8Array | undefined;
  /** What else its reading depends on. */
  readonly given: string;
}

type Kept<T> = Map<string, Remembered<T>>;

/** What was read before: a file that has not changed since is not read again. */
export interface ReadMemory {
  readonly head: Kept<PackYaml>;
  readonly notes: Kept<Note>;
  readonly cases: Kept<Case>;
  readonly concepts: Kept<ReadConcept>;
  readonly scenarios: Kept<ReadScenario>;
}

export const newReadMemory = (): ReadMemory => ({
  head: new Map(),
  notes: new Map(),
  cases: new Map(),
  concepts: new Map(),
  scenarios: new Map(),
});

/** Reads one pack after another file by file, and keeps what was found on the way. */
interface Reader {
  readonly files: Files;
  readonly memory: ReadMemory;
  /** Languages and pictures of the pack, as far as a file's reading depends on them. */
  given: string;
  /** The pack's folder and a slash, for the problems. */
  readonly prefix: string;
  readonly problems: Problem[];
  readonly places: Map<string, Place>;
  readonly silences: Silence[];
  readonly doubts: Map<string, ReadonlySet<Aspect>>;
  readonly tell: TellItems | undefined;
}

/**
 * Reads a pack from its files.
 * @param files paths below the pack's folder
 * @param folder the folder's name, put before the paths in problems
 * @param memory of an earlier reading of the same folder; it is brought up to date
 * @param tell how far it is, before each scenario
 */
export function readPack(
  files: Files,
  folder = '',
  memory = newReadMemory(),
  tell?: TellItems,
): ReadPack {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = { problems: [], places: new Map(), silences: [], doubts: new Map() };
  const reader: Reader = { files, memory, given: '', prefix, ...found, tell };
  const yaml = withReport(reader, memory.head, 'pack.yaml', [], new Set(), (report, raw) =>
    readYaml(report, packYaml, raw, 1),
  );
  const read = yaml && readAll(reader, yaml);
  const { problems, places, silences, doubts } = reader;
  return {
    pack: read && { ...read.head, concepts: read.concepts.flatMap(({ sound }) => sound) },
    halves: read && { ...read.head, concepts: read.concepts.map(({ halves }) => halves) },
    problems: sortedProblems(problems),
    source: { places, silences, doubts },
  };
}

function textOf(report: Report, content: string | Uint8Array | undefined): string {
  if (content === undefined) complain(report, 'file_missing', start, { path: report.file });
  const size = content?.length ?? 0;
  if (size > limits.file) complain(report, 'file_too_large', start, { limit: limits.file });
  if (content === undefined || typeof content === 'string') return content ?? '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    complain(report, 'not_utf8', start);
    return '';
  }
}

/** Reads one file, unless it is remembered, and gathers what its report says. */
function withReport<T>(
  reader: Reader,
  kept: Kept<T>,
  file: string,
  path: Path,
  media: ReadonlySet<string>,
  read: (report: Report, raw: string) => T | null,
): T | null {
  const content = reader.files.get(file);
  const { given } = reader;
  const before = kept.get(file);
  const isSame = before?.content === content && before?.given === given;
  const { value, report } = isSame ? before : readFile(reader, file, path, media, read);
  kept.set(file, { content, given, value, report });
  reader.problems.push(...report.problems);
  reader.places.set(pathKey(path), { file: report.file, ...start });
  for (const [key, place] of report.places) reader.places.set(key, place);
  return value;
}

function readFile<T>(
  { files, prefix }: Reader,
  file: string,
  path: Path,
  media: ReadonlySet<string>,
  read: (report: Report, raw: string) => T | null,
): Found<T> {
  const report = newReport(`${prefix}${file}`, path, media);
  const raw = textOf(report, files.get(file));
  return { value: report.problems.length > 0 ? null : read(report, raw), report };
}

const slugFirst = ([a]: readonly [Slug, unknown], [b]: readonly [Slug, unknown]): number =>
  a < b ? -1 : Number(a > b);

interface ReadAll {
  readonly head: Omit<Pack, 'concepts'>;
  readonly concepts: readonly Halved[];
}

/** A concept as far as it is what its author wrote, if it is, and with what can be read by halves. */
interface Halved {
  readonly sound: readonly Concept[];
  readonly halves: Concept;
}

function readAll(reader: Reader, yaml: PackYaml): ReadAll {
  const folder = sortFiles(reader.files, (path, code, params = {}) => {
    const report = newReport(`${reader.prefix}${path}`, []);
    complain(report, code, start, params);
    reader.problems.push(...report.problems);
  });
  const { languages, terms, ...head } = yaml;
  reader.given = [...languages, '', ...folder.media].join('/');
  const each = <T>(
    kind: 'notes' | 'cases',
    kept: Kept<T>,
    read: (report: Report, raw: string, id: Slug, languages: readonly Language[]) => T | null,
  ): T[] =>
    [...folder[kind]].toSorted(slugFirst).flatMap(([id, file]) => {
      const found = withReport(reader, kept, file, [kind, id], folder.media, (report, raw) =>
        read(report, raw, id, languages),
      );
      return found === null ? [] : [found];
    });
  return {
    head: {
      format: PACK_FORMAT,
      ...head,
      languages,
      terms: Object.entries(terms).map(([id, title]) => ({ id, title })),
      notes: each('notes', reader.memory.notes, readNote),
      cases: each('cases', reader.memory.cases, readCase),
    },
    concepts: readConcepts(reader, folder, languages),
  };
}

/** Keeps in mind what of a part is in doubt; true when nothing is. */
function isSound({ doubts: all }: Reader, path: Path, doubts: ReadonlySet<Aspect>): boolean {
  if (doubts.size > 0) all.set(pathKey(path), doubts);
  return doubts.size === 0;
}

function readConcepts(
  reader: Reader,
  folder: Folder,
  languages: readonly Language[],
): readonly Halved[] {
  const { memory } = reader;
  const all = [...folder.concepts.values()];
  const count = all.reduce((sum, { scenarios }) => sum + scenarios.size, 0);
  let begun = 0;
  return [...folder.concepts].toSorted(slugFirst).map(([id, { own, scenarios }]) => {
    const path = ['concepts', id];
    const read = [...scenarios].toSorted(slugFirst).map(([scenario, file]) => {
      const below = [...path, 'scenarios', scenario];
      reader.tell?.(begun, count);
      begun += 1;
      const found =
        withReport(reader, memory.scenarios, file, below, folder.media, (report, raw) =>
          readScenario(report, raw, scenario, languages),
        ) ?? unreadScenario(scenario);
      return { ...found, isSound: isSound(reader, below, found.doubts) };
    });
    reader.silences.push(...read.flatMap(({ silences }) => silences));
    const file = own ?? `concepts/${id}/concept.md`;
    const { concept, doubts } =
      withReport(reader, memory.concepts, file, path, folder.media, (report, raw) =>
        readConcept(report, raw, id, languages),
      ) ?? unreadConcept(id);
    const whole = read.filter((one) => one.isSound).map(({ scenario }) => scenario);
    return {
      sound: isSound(reader, path, doubts) ? [{ ...concept, scenarios: whole }] : [],
      halves: { ...concept, scenarios: read.map(({ scenario }) => scenario) },
    };
  });
}
