import type { Problem } from '#core/pack/problem.ts';
import { pathKey, type Path, type Place } from '#core/pack/source.ts';

/** Line and column, from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** The problems and places of one file while it is read. */
export interface Report {
  readonly file: string;
  /** What the file is in the model. */
  readonly path: Path;
  /** Names in the pack's media folder. */
  readonly media: ReadonlySet<string>;
  readonly problems: Problem[];
  readonly places: Map<string, Place>;
}

export const newReport = (
  file: string,
  path: Path,
  media: ReadonlySet<string> = new Set(),
): Report => ({
  file,
  path,
  media,
  problems: [],
  places: new Map(),
});

/** Nobody reads more, and a file that means no good can make a million. */
const MOST = 1_000;

/** Notes an error of the file. */
export function complain(
  report: Report,
  code: string,
  spot: Spot,
  params: Problem['params'] = {},
): void {
  if (report.problems.length >= MOST) return;
  const { file, path } = report;
  const { line, column } = spot;
  report.problems.push({ severity: 'error', code, file, line, column, path, params });
}

/** Notes where a part of the model stands, for problems found later. */
export function mark(report: Report, path: Path, { line, column }: Spot): void {
  const { file } = report;
  report.places.set(pathKey([...report.path, ...path]), { file, line, column });
}

export const start: Spot = { line: 1, column: 1 };
