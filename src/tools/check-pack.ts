import type { ExamProfile } from '#core/exam/profile.ts';
import { examine } from '#core/pack/doctor.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { placeOf, sortedProblems } from '#core/pack/source.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import type { PackFolder } from './folders.ts';

/** A pack's folder, read and examined. */
export interface CheckedPack {
  readonly name: string;
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
  /** Warnings that scenarios silence. */
  readonly silenced: number;
}

/** What packs are held against. */
interface Against {
  /** The exams that they may say they cover. */
  readonly profiles: readonly ExamProfile[];
  /** The day, `YYYY-MM-DD`, for which facts have to be fresh; that of a pack's release when `null`. */
  readonly today: string | null;
}

function checkPack(
  { name, files }: PackFolder,
  owners: Map<string, string>,
  { profiles, today }: Against,
): CheckedPack {
  const { pack, halves, problems, source } = readPack(files, name);
  if (!pack || !halves) return { name, pack, problems, silenced: 0 };
  const { uid } = pack;
  const seen = today === null ? halves : { ...halves, released: today };
  const examined = examine(seen, source, profiles);
  const other = owners.get(uid);
  const clash: Problem[] =
    other === undefined
      ? []
      : [
          {
            severity: 'error',
            code: 'uid_twice',
            ...placeOf(source, ['uid']),
            path: ['uid'],
            params: { uid, other },
          },
        ];
  owners.set(uid, name);
  return {
    name,
    pack,
    problems: sortedProblems([...problems, ...examined.problems, ...clash]),
    silenced: examined.silenced,
  };
}

/** Checks packs each by itself, and that no two have the same uid. */
export function checkPacks(
  folders: readonly PackFolder[],
  { profiles = [], today = null }: Partial<Against> = {},
): CheckedPack[] {
  const owners = new Map<string, string>();
  return folders.map((folder) => checkPack(folder, owners, { profiles, today }));
}
