import { changesBetween, type PackChange, type Version } from '#core/pack/change.ts';
import { fitted, type Review } from '#core/memory/fit.ts';
import type { Personal } from '#core/memory/model.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Problem } from '#core/pack/problem.ts';
import { ok, type Result } from '#core/result.ts';
import { writeArchive, writeDocument, type Media } from '#formats/archive.ts';
import { examinePackFile } from '#formats/examined.ts';
import { writePackLink } from '#formats/link.ts';
import type { PartFault } from './backup/part-fault.ts';
import { unpackPack } from './backup/unpack-pack.ts';
import { indexOf, parsedPack } from './own-index.ts';

/**
 * What is done with whole packs, or with all answers: it may take seconds, so a worker does it. Pure, so that tests
 * can do without one.
 */

export interface ReadPack {
  readonly index: PackIndex;
  /** The interchange document in its canonical form. */
  readonly document: string;
  readonly digest: string;
  readonly media: Media;
}

export interface ReadOutcome {
  /** `null` when there is an error. */
  readonly read: ReadPack | null;
  /** The first of them, errors before warnings. */
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
}

type UnpackOutcome = Result<ReadPack & { readonly from: string | null }, PartFault>;

interface Jobs {
  read: {
    ask: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };
    answer: ReadOutcome;
  };
  /** A pack of a backup, as JSON. */
  unpack: { ask: { readonly entry: string }; answer: UnpackOutcome };
  /** Both as JSON. */
  compare: { ask: { readonly former: string; readonly present: string }; answer: PackChange };
  archive: {
    ask: { readonly document: string; readonly media: Media };
    answer: Uint8Array<ArrayBuffer> | null;
  };
  /** `null` when it is too long for a link. */
  link: { ask: { readonly document: string }; answer: string | null };
  /** The numbers of a memory, by the answers to each concept. */
  fit: { ask: { readonly histories: readonly (readonly Review[])[] }; answer: Personal };
}

export type JobName = keyof Jobs;
export type Job = { [N in JobName]: { readonly name: N; readonly ask: Jobs[N]['ask'] } }[JobName];
export type Ask<N extends JobName> = Jobs[N]['ask'];
export type Answer<N extends JobName> = Jobs[N]['answer'];

async function read({ bytes, name }: Ask<'read'>): Promise<ReadOutcome> {
  const { found, ...told } = await examinePackFile(bytes, name);
  if (found === null) return { read: null, ...told };
  const { pack, media, digest } = found;
  const document = writeDocument(pack);
  return { read: { index: indexOf(pack), document, digest, media }, ...told };
}

async function unpack({ entry }: Ask<'unpack'>): Promise<UnpackOutcome> {
  const unpacked = await unpackPack(entry);
  if (!unpacked.ok) return unpacked;
  const { pack, ...rest } = unpacked.value;
  return ok({ ...rest, index: indexOf(pack), document: writeDocument(pack) });
}

const versionIn = (document: string): Version => {
  const version: Version = JSON.parse(document);
  return version;
};

function archive({ document, media }: Ask<'archive'>): Answer<'archive'> {
  const pack = parsedPack(document);
  return pack && writeArchive(pack, media);
}

export async function runJob({ name, ask }: Job): Promise<Answer<JobName>> {
  switch (name) {
    case 'read':
      return read(ask);
    case 'unpack':
      return unpack(ask);
    case 'compare':
      return changesBetween(versionIn(ask.former), versionIn(ask.present));
    case 'archive':
      return archive(ask);
    case 'link':
      return writePackLink(ask.document);
    case 'fit':
      return fitted(ask.histories);
  }
}
