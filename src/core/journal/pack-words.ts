import type { PackUid, Slug } from '#core/ids.ts';
import type { Decoder, Encoder } from './range-coder.ts';
import { fields, MOST_UNIFORM } from './range-coder.ts';

/** What the answers of one revision of a scenario have in common. */
export interface QuestionEntry {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
  readonly textRev: string;
  readonly keyRev: string;
  /** The ids that were shown, sorted. */
  readonly options: readonly Slug[];
}

/** Texts and questions that records name by number. */
export interface Dictionary {
  readonly words: readonly string[];
  readonly questions: readonly QuestionEntry[];
}

/** Collects what records name. Numbers are given in the order of asking. */
export interface DictionaryWriter {
  readonly word: (text: string) => number;
  readonly question: (entry: QuestionEntry) => number;
  /** How many there are so far; a second pass over the same records finds them all. */
  readonly words: () => number;
  readonly questions: () => number;
  readonly format: () => string;
}

const UNSAFE = /[^\w./-]/g;

/** Only letters, digits and `_./-~`: all others part entries or mark lines. */
const escaped = (text: string): string =>
  text.replace(UNSAFE, (character) => `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const unescaped = (text: string): string =>
  text.replace(/~([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

/** The number of a text, which gets the next one when it is new. */
function numbered(map: Map<string, number>, text: string): number {
  const number = map.get(text) ?? map.size;
  map.set(text, number);
  return number;
}

export function writeDictionary(): DictionaryWriter {
  const words = new Map<string, number>();
  const questions = new Map<string, number>();
  const word = (text: string) => numbered(words, escaped(text));
  return {
    word,
    question({ pack, concept, scenario, textRev, keyRev, options }) {
      // Revisions are each used once; all else recurs in other questions.
      const names = [pack, concept, scenario, ...options].map((name) => word(name).toString(36));
      return numbered(questions, [escaped(textRev), escaped(keyRev), ...names].join(','));
    },
    words: () => words.size,
    questions: () => questions.size,
    format: () => `${[...words.keys()].join(';')}|${[...questions.keys()].join(';')}`,
  };
}

const list = (text: string): string[] => (text === '' ? [] : text.split(';'));

/**
 * The inverse of `format`.
 * @throws when a question names a word that is not there
 */
export function parseDictionary(text: string): Dictionary {
  const [first = '', second = ''] = text.split('|');
  const words = first.split(';').map(unescaped);
  return { words, questions: list(second).map((entry) => parseQuestion(entry, words)) };
}

function parseQuestion(entry: string, words: readonly string[]): QuestionEntry {
  const [textRev = '', keyRev = '', ...numbers] = entry.split(',');
  const names = numbers.map((number) => entryAt(words, Number.parseInt(number, 36)));
  const [pack = '', concept = '', scenario = '', ...options] = names;
  return {
    pack,
    concept,
    scenario,
    textRev: unescaped(textRev),
    keyRev: unescaped(keyRev),
    options,
  };
}

/** @throws when there is no such entry */
export function entryAt<T>(entries: readonly T[], number: number): T {
  const entry = entries[number];
  if (entry === undefined) throw new Error('no such entry in the dictionary');
  return entry;
}

/** Appends the number of one entry among so many. */
export function putIndex(coder: Encoder, index: number, total: number): void {
  if (total <= MOST_UNIFORM) coder.uniform(index, total);
  else coder.natural(fields.whole, index);
}

/** @throws on damage */
export function readEntry<T>(coder: Decoder, entries: readonly T[]): T {
  const total = entries.length;
  return entryAt(
    entries,
    total <= MOST_UNIFORM ? coder.uniform(total) : coder.natural(fields.whole),
  );
}

export function putWord(coder: Encoder, text: string, dictionary: DictionaryWriter): void {
  const index = dictionary.word(text);
  putIndex(coder, index, dictionary.words());
}
