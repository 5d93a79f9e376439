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

function checkPack(
  { name, files }: PackFolder,
  owners: Map<string, string>,
  profiles: readonly ExamProfile[],
): CheckedPack {
  const { pack, problems, source } = readPack(files, name);
  if (!pack) return { name, pack, problems, silenced: 0 };
  const { uid } = pack;
  const examined = examine(pack, source, profiles);
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

/**
 * Checks packs each by itself, and that no two have the same uid.
 * @param profiles the exams that they may say they cover
 */
export function checkPacks(
  folders: readonly PackFolder[],
  profiles: readonly ExamProfile[] = [],
): CheckedPack[] {
  const owners = new Map<string, string>();
  return folders.map((folder) => checkPack(folder, owners, profiles));
}
