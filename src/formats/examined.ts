import { examine } from '#core/pack/doctor.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { packDigest, readPackFile, readPackParts, type Media, type PackFile } from './archive.ts';
import { digest } from './digest.ts';

/** A shared pack that may be kept. */
interface ExaminedPack {
  /** With revisions of our own reckoning: a file may say what it likes. */
  readonly pack: Pack;
  readonly media: Media;
  /** Names the version. */
  readonly digest: string;
}

export interface Examined {
  /** `null` when there is an error. */
  readonly found: ExaminedPack | null;
  /** The first of them, errors before warnings. */
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
}

/** Nobody reads more, and a hostile file can make a million. */
const MOST_TOLD = 100;

const isError = ({ severity }: Problem): boolean => severity === 'error';

function told(found: ExaminedPack | null, problems: readonly Problem[]): Examined {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  return {
    found,
    problems: [...errors, ...warnings].slice(0, MOST_TOLD),
    errors: errors.length,
    warnings: warnings.length,
  };
}

/** Reads a shared pack and looks at it as the doctor does: what has an error is not let in. */
export const examinePackFile = (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Examined> =>
  examineRead(readPackFile(bytes, name), name);

/** The same of a pack whose document and pictures come one by one. */
export const examinePackParts = (
  document: Uint8Array<ArrayBuffer>,
  pictures: Media,
  name: string,
): Promise<Examined> => examineRead(readPackParts(document, pictures, name), name);

async function examineRead(read: PackFile, name: string): Promise<Examined> {
  if (read.pack === null) return told(null, read.problems);
  const { problems: found } = examine(read.pack);
  const problems = [...read.problems, ...found.map((problem) => ({ ...problem, file: name }))];
  if (problems.some(isError)) return told(null, problems);
  const pack = await withRevisions(read.pack, digest);
  return told({ pack, media: read.media, digest: await packDigest(pack, read.media) }, problems);
}
