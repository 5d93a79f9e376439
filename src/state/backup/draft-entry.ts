import * as v from 'valibot';
import type { DraftFiles } from '#core/author/history.ts';
import { limits } from '#core/pack/limits.ts';
import { err, ok, type Result } from '#core/result.ts';
import { instant, type Instant } from '#core/time.ts';
import { digest } from '#formats/digest.ts';
import { decodeBase64, encodeBase64 } from '#formats/base64.ts';
import { leadsOut } from '#formats/zip.ts';
import { shortName, type PartFault } from './part-fault.ts';

/** A draft as it stands now, without what was taken back or could be done again. */
export interface DraftPart {
  readonly id: string;
  readonly title: string;
  readonly changedAt: Instant;
  readonly files: DraftFiles;
  /** SHA-256 over its files. */
  readonly digest: string;
}

/** A draft as a backup holds it: texts as they are, pictures as base64. */
const shape = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{12}$/)),
  title: v.string(),
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
  digest: v.string(),
  files: v.array(
    // One of both; a union would be one more thing to load before the first question.
    v.object({
      path: v.string(),
      text: v.optional(v.string()),
      base64: v.optional(v.string()),
    }),
  ),
});

/** More than the largest pack needs, and few enough to list. */
const MOST_FILES = 20_000;
const LONGEST_PATH = 300;

const isPath = (path: string): boolean =>
  path !== '' && path.length <= LONGEST_PATH && !leadsOut(path.replaceAll('\\', '/'));

/** Why the files are none that a backup may hold; pictures are counted as they are, not as base64. */
export function faultIn(files: DraftFiles): PartFault | null {
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (files.size > MOST_FILES || size > limits.inflated) return 'too-large';
  return [...files.keys()].every(isPath) ? null : 'damaged';
}

/** Names what stands in the files, in whichever order they are. */
export async function filesDigest(files: DraftFiles): Promise<string> {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const contents = await Promise.all(
    sorted.map(async ([path, content]) =>
      typeof content === 'string'
        ? [path, 'text', await digest(content)]
        : [path, 'picture', await digest(new Uint8Array(content))],
    ),
  );
  return digest(JSON.stringify(contents));
}

export function draftEntry({ id, title, changedAt, files, digest: sum }: DraftPart): string {
  const list = [...files].map(([path, content]) =>
    typeof content === 'string' ? { path, text: content } : { path, base64: encodeBase64(content) },
  );
  const changed = new Date(changedAt).toISOString();
  return JSON.stringify({ id, title, changedAt: changed, digest: sum, files: list });
}

/** Reads a draft of a backup. What stands in its files may be as broken as any draft's; the editor says so. */
export async function unpackDraft(
  entry: unknown,
  signal: AbortSignal,
): Promise<Result<DraftPart, PartFault>> {
  if (signal.aborted) return err('too-long');
  const parsed = v.safeParse(shape, entry);
  if (!parsed.success) return err('damaged');
  const { id, title, changedAt, digest: sum } = parsed.output;
  const files = filesOf(parsed.output.files);
  const fault = files === null ? 'damaged' : faultIn(files);
  if (files === null || fault !== null) return err(fault ?? 'damaged');
  const at = Date.parse(changedAt);
  if (Number.isNaN(at) || (await filesDigest(files)) !== sum) return err('damaged');
  return ok({ id, title: shortName(title), changedAt: instant(at), files, digest: sum });
}

type Entry = v.InferOutput<typeof shape>['files'][number];

/** `null` when a path is there twice, or a picture is no base64. */
function filesOf(list: readonly Entry[]): DraftFiles | null {
  const files = new Map<string, string | Uint8Array>();
  for (const { path, text, base64 } of list) {
    const content = text ?? (base64 === undefined ? null : decodeBase64(base64));
    if (content === null || files.has(path)) return null;
    files.set(path, content);
  }
  return files;
}
