import * as v from 'valibot';

/** Why a pack or a draft of a backup is not taken. */
export type PartFault =
  /** It has not the shape that it should have, or not the content that its digest names. */
  | 'damaged'
  /** A newer Mondo has made it. */
  | 'newer'
  /** The doctor finds errors in it. */
  | 'errors'
  | 'too-large'
  /** To read it took too long. */
  | 'too-long'
  /** It stands in the file a second time. */
  | 'twice'
  /** There are more of its kind in the file than are looked at. */
  | 'too-many';

/** Longer names are cut. */
const MOST_LETTERS = 200;

export const shortName = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name;

const titled = v.object({ title: v.string() });
const named = v.object({ document: v.object({ title: v.record(v.string(), v.string()) }) });

/** What a part that cannot be read seems to be called; empty when it does not say. */
export function guessedName(entry: unknown): string {
  const draft = v.safeParse(titled, entry);
  if (draft.success) return shortName(draft.output.title);
  const pack = v.safeParse(named, entry);
  return pack.success ? shortName(Object.values(pack.output.document.title)[0] ?? '') : '';
}
