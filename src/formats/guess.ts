import { looksLikeAiken } from './aiken.ts';
import { looksLikeAnkiPackage } from './anki-package/archive.ts';
import { looksLikeAnkiText } from './anki/read-text.ts';
import { decodeText } from './decode.ts';
import { looksLikeExamMarkdown } from './exam-markdown/looks-like.ts';
import { looksLikeGift } from './gift/looks-like.ts';
import type { FormatName, ForeignFile, Imported } from './imported.ts';
import { looksLikeMoodleXml } from './moodle-xml/read.ts';
import { looksLikeQti, looksLikeQtiPackage } from './qti/looks-like.ts';
import { looksLikeBrightspace, looksLikeTable, looksLikeXlsx } from './table/looks-like.ts';
import { isZip } from './zip.ts';

/** What a guess is made from: the file, its first words, and the names that an archive lists. */
interface Sample {
  readonly file: ForeignFile;
  /** Empty for an archive. */
  readonly text: string;
  readonly names: readonly string[];
}

/** One that opens a database has to wait for what reads databases. */
type AnyReader = (file: ForeignFile) => Imported | Promise<Imported>;

interface Format {
  /** 0 to 1. */
  readonly looksLike: (sample: Sample) => number;
  /** Fetches the reader when it is wanted. */
  readonly load: () => Promise<AnyReader>;
}

/** Every foreign format; one that is missing here does not compile. */
const formats: { readonly [F in FormatName]: Format } = {
  aiken: {
    looksLike: ({ text }) => looksLikeAiken(text),
    load: async () => (await import('./aiken.ts')).readAiken,
  },
  'anki-package': {
    looksLike: ({ names }) => Number(looksLikeAnkiPackage(names)) * 0.95,
    load: async () => (await import('./anki-package/read-package.ts')).readAnkiPackage,
  },
  'anki-text': {
    looksLike: ({ text }) => (text === '' ? 0 : Number(looksLikeAnkiText(text)) * 0.7),
    load: async () => (await import('./anki/read-text.ts')).readAnkiText,
  },
  'exam-markdown': {
    looksLike: ({ text }) => looksLikeExamMarkdown(text),
    load: async () => (await import('./exam-markdown/read.ts')).readExamMarkdown,
  },
  gift: {
    looksLike: ({ text }) => looksLikeGift(text),
    load: async () => (await import('./gift/read.ts')).readGift,
  },
  'moodle-xml': {
    looksLike: ({ text }) => looksLikeMoodleXml(text),
    load: async () => (await import('./moodle-xml/read.ts')).readMoodleXml,
  },
  qti: {
    looksLike: ({ text, names }) =>
      looksLikeQti(text) ? 0.95 : Number(looksLikeQtiPackage(names)) * 0.8,
    load: async () => (await import('./qti/read-qti.ts')).readQti,
  },
  table: {
    looksLike: ({ text, names }) => {
      if (looksLikeXlsx(names)) return 0.9;
      if (text === '') return 0;
      return looksLikeBrightspace(text) ? 0.97 : Number(looksLikeTable(text)) * 0.5;
    },
    load: async () => {
      const [{ readGrid }, { guessMapping }, { readTable }] = await Promise.all([
        import('./table/looks-like.ts'),
        import('./table/guess-mapping.ts'),
        import('./table/read-table.ts'),
      ]);
      return ({ bytes, language, tell }) => {
        const grid = readGrid(bytes);
        return readTable(grid, guessMapping(grid), language, tell);
      };
    },
  },
};

const HEAD = 64_000;
const TAIL = 2_000_000;

/** The names in the list of contents at an archive's end, which nobody compresses. */
function namesIn(bytes: Uint8Array): readonly string[] {
  const list = new TextDecoder('latin1').decode(bytes.subarray(-TAIL));
  // oxlint-disable-next-line no-control-regex -- the sign before each entry of the list
  return [...list.matchAll(/PK\u0001\u0002[^]{24}([^])([^])[^]{16}/g)].map((match) => {
    const length = (match[1] ?? '').charCodeAt(0) + 256 * (match[2] ?? '').charCodeAt(0);
    const at = match.index + match[0].length;
    return list.slice(at, at + length);
  });
}

const sampleOf = (file: ForeignFile): Sample =>
  isZip(file.bytes)
    ? { file, text: '', names: namesIn(file.bytes) }
    : { file, text: decodeText(file.bytes.subarray(0, HEAD)).text, names: [] };

/** What a name ends in, by the format that it means: for a file whose content says too little. */
const endings: Readonly<Record<string, FormatName>> = {
  apkg: 'anki-package',
  colpkg: 'anki-package',
  csv: 'table',
  gift: 'gift',
  md: 'exam-markdown',
  tsv: 'table',
};

function byName(name: string): FormatName | null {
  const ending = /\.([a-z]{2,6})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? (endings[ending] ?? null) : null;
}

const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** Below that, a guess is none. */
const LEAST = 0.3;

/** What a file most likely is; `null` when it is like nothing that we know. */
export function guessFormat(file: ForeignFile): FormatName | null {
  const sample = sampleOf(file);
  const guesses = Object.entries(formats)
    .map(([name, { looksLike }]) => ({ name, certainty: looksLike(sample) }))
    .toSorted((a, b) => b.certainty - a.certainty);
  const [best] = guesses;
  return best && best.certainty >= LEAST && isFormat(best.name) ? best.name : byName(file.name);
}

export const readerOf = (format: FormatName): Promise<AnyReader> => formats[format].load();
