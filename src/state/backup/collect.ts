import type { Localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { BackupParts } from '#storage/backup.ts';
import { historyOf, type DraftHead } from '#storage/drafts.ts';
import type { KeptPacks } from '#storage/kept-packs.ts';
import { hasPackDatabase } from '#storage/pack-database.ts';
import type { Ports } from '#storage/ports.ts';
import { isInbox } from '#state/author/inbox.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import { draftEntry, faultIn, filesDigest } from './draft-entry.ts';
import { packEntry } from './pack-entry.ts';

/** What is not in a backup, and why. */
export interface LeftOut {
  readonly kind: 'pack' | 'draft';
  readonly title: Localized<string>;
  readonly why: 'unreadable' | 'too-large';
}

/** The packs and drafts of this device, as a backup holds them. */
export interface Collected extends BackupParts {
  readonly leftOut: readonly LeftOut[];
  /** They could not be looked at: none of them is in it. */
  readonly isShut: boolean;
}

/** Characters that packs and drafts may have in one file: a text of more does not fit into every browser. */
const MOST_LETTERS = 120_000_000;
/** As many packs and as many drafts are read from a file. */
export const MOST_PARTS = 500;

const nothing: Collected = { packs: [], drafts: [], leftOut: [], isShut: false };

type Line = Result<string, LeftOut['why']>;

/** Takes lines as long as there is room; what cannot be read or does not fit is told. */
function newFile(mostLetters: number) {
  const leftOut: LeftOut[] = [];
  let room = mostLetters;
  return {
    leftOut,
    async take<T>(
      kind: LeftOut['kind'],
      parts: readonly T[],
      titleOf: (part: T) => LeftOut['title'],
      lineOf: (part: T) => Promise<Line>,
    ): Promise<readonly string[]> {
      const lines: string[] = [];
      for (const part of parts) {
        // One after the other: the largest ones would not all fit into the memory at once.
        // oxlint-disable-next-line no-await-in-loop
        const line = await lineOf(part).catch((): Line => err('unreadable'));
        const isFull = line.ok && (line.value.length > room || lines.length >= MOST_PARTS);
        const why = line.ok ? 'too-large' : line.error;
        if (!line.ok || isFull) leftOut.push({ kind, title: titleOf(part), why });
        else {
          lines.push(line.value);
          room -= line.value.length;
        }
      }
      return lines;
    },
  };
}

async function packLine(kept: KeptPacks, uid: string): Promise<Line> {
  const [pack, pictures] = await Promise.all([kept.read(uid), kept.pictures(uid)]);
  if (!pack.ok || !pictures.ok || pack.value === null) return err('unreadable');
  const entry = packEntry(pack.value, pictures.value);
  return entry === null ? err('unreadable') : ok(entry);
}

async function draftLine(ports: Ports, { id, title, changedAt }: DraftHead): Promise<Line> {
  const stored = await draftsOf(ports).read(id);
  if (typeof stored === 'string') return err('unreadable');
  const { files } = historyOf(stored);
  const fault = faultIn(files);
  if (fault !== null) return err(fault === 'too-large' ? fault : 'unreadable');
  return ok(draftEntry({ id, title, changedAt, files, digest: await filesDigest(files) }));
}

/**
 * Every added pack and every draft that is not in the bin. Drafts come first: a pack may be had again from where it
 * came from.
 */
export async function collectParts(ports: Ports, mostLetters = MOST_LETTERS): Promise<Collected> {
  if ((await hasPackDatabase(ports)) === false) return nothing;
  const kept = keptPacksOf(ports);
  const [heads, indexes] = await Promise.all([draftsOf(ports).list(), kept.indexes()]);
  const file = newFile(mostLetters);
  const drafts = await file.take(
    'draft',
    (heads ?? []).filter((head) => head.deletedAt === undefined && !isInbox(head)),
    // What is in the storage may be broken in any way.
    ({ title }) => ({ '': typeof title === 'string' ? title : '' }),
    (head) => draftLine(ports, head),
  );
  const packs = await file.take<PackIndex>(
    'pack',
    indexes.ok ? indexes.value : [],
    ({ title }) => title,
    ({ uid }) => packLine(kept, uid),
  );
  return { packs, drafts, leftOut: file.leftOut, isShut: heads === null || !indexes.ok };
}
