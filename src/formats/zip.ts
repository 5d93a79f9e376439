import { unzipSync, type Unzipped, type UnzipFileInfo } from 'fflate';
import { limits } from '#core/pack/limits.ts';
import type { Remark } from './imported.ts';

/** What an archive holds, as far as it may be trusted. */
export interface Archive {
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Entries that were refused, and why. */
  readonly remarks: readonly Remark[];
}

export const isZip = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b].every((byte, index) => bytes[index] === byte) &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** A name that leads out of the archive's own folder, or into a drive. */
export const leadsOut = (name: string): boolean =>
  name.startsWith('/') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..') ||
  // oxlint-disable-next-line no-control-regex -- what no file is called
  /[\u0000-\u001f]/.test(name);

/**
 * Opens an archive within the limits. The sizes that it declares are believed: what is longer is cut there, so that
 * a bomb can only fill what it has announced.
 * @param wanted which entries to inflate; the others cost nothing
 */
export function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Archive {
  const remarks: Remark[] = [];
  let entries = 0;
  let inflated = 0;
  const names = new Set<string>();
  const filter: Filter = ({ name, originalSize }) => {
    const path = name.replaceAll('\\', '/');
    if (path.endsWith('/') || !wanted(path)) return false;
    entries += 1;
    if (entries > limits.entries) return false;
    if (leadsOut(path)) {
      remarks.push({ code: 'zip-path', params: { name } });
      return false;
    }
    if (inflated + originalSize > limits.inflated) {
      remarks.push({ code: 'zip-too-large', params: { name, limit: limits.inflated } });
      return false;
    }
    inflated += originalSize;
    names.add(name);
    return true;
  };
  const isListed = list(bytes, filter);
  if (!isListed) remarks.push({ code: 'zip-unreadable' });
  if (entries > limits.entries)
    remarks.push({ code: 'zip-too-many', params: { count: entries, limit: limits.entries } });
  return { files: inflate(bytes, names, remarks), remarks };
}

type Filter = (info: UnzipFileInfo) => boolean;

/** Looks at the list of contents alone; false when there is none. */
function list(bytes: Uint8Array, look: Filter): boolean {
  return (
    attempt(bytes, (info) => {
      look(info);
      return false;
    }) !== null
  );
}

/** One broken entry spoils a whole call: then the others are had one by one. */
function inflate(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  remarks: Remark[],
): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  if (names.size === 0) return new Map();
  const all = attempt(bytes, ({ name }) => names.has(name));
  if (all !== null) return byPath(Object.entries(all));
  return byPath(
    [...names].flatMap((name) => {
      const content = attempt(bytes, (info) => info.name === name)?.[name];
      if (content === undefined) remarks.push({ code: 'zip-broken', params: { name } });
      return content === undefined ? [] : [[name, content] as const];
    }),
  );
}

function attempt(bytes: Uint8Array, filter: Filter): Unzipped | null {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return null;
  }
}

const byPath = (
  entries: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
): ReadonlyMap<string, Uint8Array<ArrayBuffer>> =>
  new Map(entries.map(([name, content]) => [name.replaceAll('\\', '/'), content]));
