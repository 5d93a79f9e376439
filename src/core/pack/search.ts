import type { PackUid, Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { documentText, lineText, type Document } from './document.ts';
import type { ConceptChunk, NoteChunk, PackIndex } from './library.ts';
import type { Scenario } from './model.ts';

/** Where in a concept or note a text stands; of equal finds the first comes first. */
const fields = [
  'title',
  'rule',
  'note',
  'question',
  'situation',
  'option',
  'decides',
  'reason',
] as const;
type Field = (typeof fields)[number];

/** What a hit leads to. */
interface Place {
  readonly pack: PackUid;
  readonly type: 'concept' | 'note';
  readonly id: Slug;
}

/** One text that can be found. */
export interface Passage extends Place {
  readonly language: Language;
  readonly field: Field;
  /** Of the scenario in which it stands. */
  readonly scenario?: Slug;
  readonly text: string;
}

/** A passage with its text as it is compared. */
export interface Indexed extends Passage {
  readonly folded: string;
}

/** All that was found in one language of one concept or note: every term is in one of its texts. */
export interface Found extends Place {
  readonly language: Language;
  /** Passages with a hit, those with most terms first. */
  readonly passages: readonly Passage[];
}

/** A stretch of an excerpt. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

// Blanks beside Japanese letters (they mean nothing there), other blanks, or a letter with the marks that belong to it:
// half-width voicing marks are letters of their own.
const CLUSTER =
  /(?<gone>(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEFー])\s+|\s+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEFー]))|\s+|\S[\p{M}\uFF9E\uFF9F]*/gu;
const KATAKANA = /[ァ-ヶヽヾ]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** A few thousand different clusters make up all texts, so each is folded once. */
const foldedClusters = new Map<string, string>();

/** One cluster as it is compared. Upper case first: it knows more (ß is SS). */
function foldCluster(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  const folded = cluster
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  foldedClusters.set(cluster, folded);
  return folded;
}

interface Folded {
  readonly text: string;
  /** For each unit of `text` where its cluster begins in the original, and at last where the original ends. */
  readonly starts: readonly number[];
}

function foldWithPlaces(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    if (match.groups?.['gone'] !== undefined) continue;
    const [cluster] = match;
    const folded = cluster.trim() === '' ? ' ' : foldCluster(cluster);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(match.index);
  }
  return { text, starts: [...starts, original.length] };
}

/**
 * A text as it is compared: NFKC, without case, katakana as hiragana, plain quotes and dashes, one blank for many,
 * none beside Japanese letters.
 */
export const fold = (text: string): string => foldWithPlaces(text).text;

/** What is searched for: the words between blanks (full-width ones too), folded, each once. */
export const searchTerms = (query: string): string[] => [
  ...new Set(
    query
      .split(/\s+/)
      .map(fold)
      .filter((term) => term !== ''),
  ),
];

/** A pack's text ready to be searched. */
const indexed = (passages: readonly Passage[]): Indexed[] =>
  passages
    .filter(({ text }) => text.trim() !== '')
    .map((passage) => ({ ...passage, folded: fold(passage.text) }));

/** All texts of a concept in one language. Reserve scenarios are kept for mock exams: nothing of them is found. */
export function indexConcept({ uid }: Pick<PackIndex, 'uid'>, chunk: ConceptChunk): Indexed[] {
  const { id, language, title, rule, cases, scenarios } = chunk;
  const common = { pack: uid, type: 'concept', id, language } as const;
  const open = scenarios.filter(({ reserve }) => !reserve);
  const shared = cases.filter((each) => open.some((scenario) => scenario.case === each.id));
  return indexed([
    { ...common, field: 'title', text: title },
    { ...common, field: 'rule', text: documentText(rule) },
    ...shared.map((each): Passage => ({
      ...common,
      field: 'situation',
      text: `${each.title}\n${documentText(each.situation)}`,
    })),
    ...open.flatMap((scenario) =>
      scenarioTexts(scenario, language).map(([field, text]): Passage => ({
        ...common,
        field,
        text,
        scenario: scenario.id,
      })),
    ),
  ]);
}

const written = (document: Document | undefined): string =>
  document === undefined ? '' : documentText(document);

function scenarioTexts(scenario: Scenario, language: Language): (readonly [Field, string])[] {
  const text = scenario.text[language];
  if (text === undefined) return [];
  return [
    ['situation', documentText(text.situation)],
    ['question', lineText(text.question)],
    ['decides', documentText(text.decides)],
    ...text.options.flatMap(({ text: words, why, rightWhen }): (readonly [Field, string])[] => [
      ['option', lineText(words)],
      ['reason', written(why)],
      ['reason', rightWhen === undefined ? '' : lineText(rightWhen)],
    ]),
  ];
}

/** All texts of a note in one language, with its claims and what is true of them today. */
export function indexNote({ uid }: Pick<PackIndex, 'uid'>, chunk: NoteChunk): Indexed[] {
  const { id, language } = chunk;
  const text = chunk.text[language];
  if (text === undefined) return [];
  const common = { pack: uid, type: 'note', id, language } as const;
  const bodies = text.body.map((part) =>
    part.type === 'text'
      ? documentText(part.blocks)
      : `${lineText(part.says)}\n${part.today === undefined ? '' : documentText(part.today)}`,
  );
  return indexed([
    { ...common, field: 'title', text: text.title },
    ...bodies.map((body): Passage => ({ ...common, field: 'note', text: body })),
  ]);
}

const placeKey = ({ pack, type, id, language }: Passage): string =>
  `${pack}/${type}/${id}/${language}`;

const termsIn = (folded: string, terms: readonly string[]): number =>
  terms.filter((term) => folded.includes(term)).length;

/**
 * What is found of all terms, one entry for each concept or note and language: each term must be somewhere in it.
 * Hits in titles come first, then those where one text has all terms; else the order of the index.
 */
export function search(index: readonly Indexed[], terms: readonly string[]): Found[] {
  if (terms.length === 0) return [];
  const groups = new Map<string, Indexed[]>();
  for (const passage of index) {
    if (termsIn(passage.folded, terms) === 0) continue;
    const key = placeKey(passage);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [passage]);
    else group.push(passage);
  }
  return [...groups.values()]
    .filter((group) => terms.every((term) => group.some(({ folded }) => folded.includes(term))))
    .map((group) => ranked(group, terms))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ found }) => found);
}

function ranked(group: readonly Indexed[], terms: readonly string[]) {
  const passages = group
    .map((passage) => ({ passage, count: termsIn(passage.folded, terms) }))
    .toSorted(
      (a, b) =>
        b.count - a.count || fields.indexOf(a.passage.field) - fields.indexOf(b.passage.field),
    );
  const [best] = passages;
  if (best === undefined) throw new Error('a group without a passage');
  const { pack, type, id, language, field } = best.passage;
  const isComplete = best.count === terms.length;
  const rank = (isComplete ? 0 : fields.length) + fields.indexOf(field);
  return {
    rank,
    found: { pack, type, id, language, passages: passages.map(({ passage }) => passage) },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the terms stand in the original, merged where they touch. */
function hitsIn({ text, starts }: Folded, terms: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const from = starts[at] ?? 0;
      spans.push({ from, to: endOf(starts, at + term.length - 1) });
    }
  }
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** Where the cluster of a folded unit ends: where the next one begins. */
function endOf(starts: readonly number[], unit: number): number {
  const own = starts[unit] ?? 0;
  return starts.slice(unit).find((start) => start > own) ?? own;
}

/**
 * The part of a text around its first hit, cut into what was found and what was not.
 * @param length letters to show, about
 */
export function excerpt(text: string, terms: readonly string[], length: number = 140): Piece[] {
  const hits = hitsIn(foldWithPlaces(text), terms);
  const first = hits[0]?.from ?? 0;
  const from = text.length <= length ? 0 : wordStart(text, first - Math.floor(length / 3));
  const to = wordEnd(text, from + length);
  const pieces: Piece[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let at = from;
  for (const hit of hits.filter((span) => span.from >= from && span.from < to)) {
    pieces.push({ text: text.slice(at, hit.from), hit: false });
    pieces.push({ text: text.slice(hit.from, hit.to), hit: true });
    at = hit.to;
  }
  pieces.push({ text: text.slice(at, Math.max(at, to)), hit: false });
  if (Math.max(at, to) < text.length) pieces.push({ text: ' …', hit: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** How far a cut may move to find a blank. */
const REACH = 12;

/** A place at or before `at` where a word begins, if one is near. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.slice(Math.max(0, at - REACH), at).lastIndexOf(' ');
  return blank < 0 ? wholeLetter(text, at) : Math.max(0, at - REACH) + blank + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(at, at + REACH).indexOf(' ');
  return blank < 0 ? wholeLetter(text, at) : at + blank;
}

/** Never between the halves of a surrogate pair. */
const wholeLetter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
