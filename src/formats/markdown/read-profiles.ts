import { checkProfile } from '#core/exam/profile-check.ts';
import { profileYaml, type ExamProfile } from '#core/exam/profile.ts';
import { isSlug } from '#core/ids.ts';
import type { Problem } from '#core/pack/problem.ts';
import { placeOf, sortedProblems } from '#core/pack/source.ts';
import type { Files } from './folder.ts';
import { complain, newReport, start, type Report } from './report.ts';
import { readYaml } from './yaml.ts';

export interface ReadProfiles {
  /** In the order of their ids; one with a problem is not among them. */
  readonly profiles: readonly ExamProfile[];
  readonly problems: readonly Problem[];
}

/** A pack's uid looks so: a profile of that form could be taken for one. */
const LIKE_UID = /^[a-z0-9]{12}$/;

/**
 * Reads profiles of exams.
 * @param files by their paths below the folder of profiles; each ends in `.yaml`
 * @param folder put before the paths in problems
 */
export function readProfiles(files: Files, folder = '_exams'): ReadProfiles {
  const profiles: ExamProfile[] = [];
  const problems: Problem[] = [];
  for (const [path, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const report = newReport(`${folder}/${path}`, []);
    const profile = readProfile(report, path, content);
    problems.push(...report.problems);
    if (profile && report.problems.length === 0) profiles.push(profile);
  }
  return { profiles, problems: sortedProblems(problems) };
}

function readProfile(
  report: Report,
  path: string,
  content: string | Uint8Array,
): ExamProfile | null {
  const id = path.replace(/\.yaml$/, '');
  if (id === path || !isSlug(id) || LIKE_UID.test(id)) {
    complain(report, 'bad_profile_name', start, { name: path });
    return null;
  }
  const text = textOf(report, content);
  const read = text === null ? null : readYaml(report, profileYaml, text, 1);
  if (read === null) return null;
  const profile: ExamProfile = { id, ...read };
  for (const { code, path: where, params } of checkProfile(profile))
    complain(report, code, placeOf(report, where), params);
  return profile;
}

function textOf(report: Report, content: string | Uint8Array): string | null {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    complain(report, 'not_utf8', start);
    return null;
  }
}
