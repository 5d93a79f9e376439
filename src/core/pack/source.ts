import type { Problem } from './problem.ts';

/**
 * Where something stands in the model, by ids and not by positions where it has an id:
 * `['concepts', 'tls-offload', 'scenarios', 'bank-nginx', 'text', 'ja', 'options', 'nacl', 'why']`.
 */
export type Path = readonly (string | number)[];

/** A place in a file; line and column from 1, the column in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A warning that an author has weighed and keeps. */
export interface Silence {
  /** What it holds for, with everything below. */
  readonly path: Path;
  readonly code: string;
}

/**
 * What a scenario or concept consists of, as far as findings depend on it: its kind, its items (which there are, and
 * which are right), its words, and keys of its front matter by their names.
 */
export type Aspect = string;

/** Of scenarios and concepts, by `pathKey`: the parts that could not be read. */
export type Doubts = ReadonlyMap<string, ReadonlySet<Aspect>>;

/** What the reader of files knows beside the pack: places for problems, and silenced warnings. */
export interface Source {
  /** By `pathKey`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly silences: readonly Silence[];
  /** What could not be read, and stands in the pack by halves. */
  readonly doubts: Doubts;
}

/** Slashes cannot stand in ids, so that two paths never share a key. */
export const pathKey = (path: Path): string => path.join('/');

const nowhere: Place = { file: '', line: 1, column: 1 };

/** The place of a path, else of the nearest thing around it. */
export function placeOf(source: Pick<Source, 'places'>, path: Path): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = source.places.get(pathKey(path.slice(0, length)));
    if (place) return place;
  }
  return nowhere;
}

const isBelow = (path: Path, above: Path): boolean =>
  above.every((part, index) => path[index] === part);

export const isSilenced = (source: Source, problem: Problem): boolean =>
  problem.severity === 'warning' &&
  source.silences.some(({ path, code }) => code === problem.code && isBelow(problem.path, path));

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** As an editor lists them: by file, line, column. */
export const sortedProblems = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) =>
      byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.code, b.code),
  );
