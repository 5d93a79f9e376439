import { isScalar } from 'yaml';
import type { Language } from '#core/language.ts';
import type { Path } from '#core/pack/source.ts';
import { draftOf, textIn } from './draft-files.ts';
import type { Files } from './folder.ts';
import { itemsOf } from './item-layout.ts';
import {
  blocksRange,
  headingRange,
  layoutOf,
  lineEnd,
  lineStart,
  type Layout,
  type PartLayout,
  type Range,
} from './layout.ts';
import { yamlEntries } from './lenient.ts';
import { runs } from './note.ts';
import { applyPatches, patchBetween, patchesOfRaw, type Patch } from './patch.ts';
import { isDecides } from './scenario.ts';
import { normalised } from './tree.ts';
import { parseYaml } from './yaml-document.ts';
import { editYaml } from './yaml-edit.ts';

/** A text that is looked for: letter by letter, no pattern. */
export interface Sought {
  readonly text: string;
  readonly isCaseSensitive: boolean;
}

/** Where it was found; line and column from 1, in the file. */
export interface Occurrence {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line around it. */
  readonly context: string;
}

/**
 * Every place in the texts of a draft, those of front matter and `pack.yaml` included. Ids, marks and addresses are no
 * texts.
 */
export function findText(files: Files, sought: Sought): readonly Occurrence[] {
  const { languages } = draftOf(files);
  return textFiles(files).flatMap((file) => {
    const found = foundIn(file, textIn(files, file), languages, sought);
    return found ? occurrences(file, found) : [];
  });
}

export interface Replaced {
  readonly files: Files;
  readonly count: number;
  /** Files that the new text would take apart; they stay as they were. */
  readonly refused: readonly string[];
}

/** Puts another text in every such place. */
export function replaceText(files: Files, sought: Sought, by: string): Replaced {
  const { languages } = draftOf(files);
  const next = new Map(files);
  const refused: string[] = [];
  let count = 0;
  for (const file of textFiles(files)) {
    const raw = textIn(files, file);
    const found = foundIn(file, raw, languages, sought);
    if (!found || found.offsets.length + found.values.length === 0) continue;
    const edited = replacedIn(raw, found, sought, by);
    const isWhole =
      edited !== null && shapeOf(file, edited, languages) === shapeOf(file, raw, languages);
    if (!isWhole) refused.push(file);
    else {
      next.set(file, edited);
      count += found.offsets.length + found.values.reduce((sum, { hits }) => sum + hits, 0);
    }
  }
  return { files: next, count, refused };
}

const textFiles = (files: Files): readonly string[] =>
  [...files]
    .filter(([path, content]) => typeof content === 'string' && /^pack\.yaml$|\.md$/.test(path))
    .map(([path]) => path)
    .toSorted();

interface Found {
  readonly text: string;
  /** In the body, as offsets of the text. */
  readonly offsets: readonly number[];
  /** Words in YAML that hold it. */
  readonly values: readonly {
    readonly path: Path;
    readonly value: string;
    readonly at: number;
    readonly hits: number;
  }[];
  readonly yaml: Range;
}

const pattern = ({ text, isCaseSensitive }: Sought): RegExp =>
  new RegExp(text.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, '\\$&'), isCaseSensitive ? 'gu' : 'giu');

function foundIn(
  file: string,
  raw: string,
  languages: readonly Language[],
  sought: Sought,
): Found | null {
  const text = normalised(raw);
  // Most files do not hold it, and need not be parsed.
  if (sought.text === '' || !pattern(sought).test(text)) return null;
  const layout = file === 'pack.yaml' ? null : layoutOf(raw, languages);
  const yaml =
    file === 'pack.yaml' ? { from: 0, to: text.length } : (layout?.front ?? { from: 0, to: 0 });
  const offsets = (layout ? textRanges(layout) : []).flatMap(({ from, to }) =>
    [...text.slice(from, to).matchAll(pattern(sought))]
      .map(({ index }) => from + index)
      .filter((at) => !isInAddress(text.slice(from, at))),
  );
  return { text, offsets, values: wordsIn(text.slice(yaml.from, yaml.to), sought), yaml };
}

/** Whether a text ends within the address of a link or picture. */
const isInAddress = (before: string): boolean => /\]\([^()\s]*$|<https?:[^>\s]*$/.test(before);

/** Where texts stand in a file. */
const textRanges = ({ text, parts }: Layout): readonly Range[] =>
  parts.flatMap((part) => partRanges(text, part));

const some = (range: Range | null): readonly Range[] => (range ? [range] : []);

const partRanges = (text: string, { lead, sections }: PartLayout): readonly Range[] => [
  ...some(blocksRange(text, lead)),
  ...sections.flatMap((section) => [
    ...(isDecides(section) ? [] : some(headingRange(section.heading))),
    ...runs(section.blocks).flatMap(({ isClaims, blocks }) =>
      isClaims
        ? itemsOf(text, blocks).flatMap((item) => [
            item.text,
            ...some(item.why?.range ?? null),
            ...some(item.when?.range ?? null),
          ])
        : some(blocksRange(text, blocks)),
    ),
  ]),
];

/** Keys below which YAML holds words for people. */
const wordy = new Set(['title', 'summary', 'terms', 'unasked', 'change', 'reason']);

function wordsIn(yaml: string, sought: Sought): Found['values'] {
  const { document } = parseYaml(yaml);
  const walk = (value: unknown, path: Path): Found['values'] => {
    if (typeof value === 'string') {
      const hits = [...value.matchAll(pattern(sought))].length;
      const isWord = path.some((key) => wordy.has(String(key)));
      const node: unknown = document.getIn(path, true);
      const at = isScalar(node) ? (node.range?.[0] ?? 0) : 0;
      return isWord && hits > 0 ? [{ path, value, at, hits }] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    const isList = Array.isArray(value);
    return Object.entries(value).flatMap(([key, one]) =>
      walk(one, [...path, isList ? Number(key) : key]),
    );
  };
  return walk(yamlEntries(yaml), []);
}

function occurrences(file: string, { text, offsets, values, yaml }: Found): readonly Occurrence[] {
  const all = [
    ...values.flatMap(({ at, hits }) => Array.from({ length: hits }, () => yaml.from + at)),
    ...offsets,
  ];
  return all
    .toSorted((a, b) => a - b)
    .map((at) => ({
      file,
      line: text.slice(0, at).split('\n').length,
      column: at - lineStart(text, at) + 1,
      context: text.slice(lineStart(text, at), lineEnd(text, at)),
    }));
}

function replacedIn(raw: string, found: Found, sought: Sought, by: string): string | null {
  const { text, offsets, values, yaml } = found;
  const before = text.slice(yaml.from, yaml.to);
  const changes = values.map(({ path, value }) => ({
    path,
    value: value.replaceAll(pattern(sought), () => by),
  }));
  const after = editYaml(before, changes);
  if (after === null) return null;
  const body = offsets.map((from): Patch => ({ from, to: from + sought.text.length, insert: by }));
  const patches = [...patchBetween(before, after, yaml.from), ...body];
  return applyPatches(raw, patchesOfRaw(raw, patches));
}

/** What a text must not change: languages, sections, and the ids and marks of options. */
function shapeOf(file: string, raw: string, languages: readonly Language[]): string {
  if (file === 'pack.yaml') return '';
  const layout = layoutOf(raw, languages);
  const parts = layout?.parts.map(({ language, lead, sections }) => [
    language,
    lead.length,
    sections.map((section) => [
      isDecides(section),
      section.blocks.length,
      itemsOf(layout.text, section.blocks).map(({ id, right, pair, term, never, when }) => [
        id,
        right,
        pair?.id,
        term?.id,
        never !== null,
        when !== null,
      ]),
    ]),
  ]);
  return JSON.stringify(parts ?? null);
}
