import { formatBytes, parseBytes } from './base85.ts';
import { checksum, sealed } from './checksum.ts';
import { formatEvent } from './codec.ts';
import type { AnyEvent } from './event.ts';
import { refKey } from './event.ts';
import { compareRefs } from './order.ts';
import { formatChunks, parseChunks } from './pack-chunks.ts';
import { formatRange, parsePackHead } from './pack-head.ts';
import { nothingBefore, putRecord, readRecord } from './pack-record.ts';
import type { Dictionary, DictionaryWriter } from './pack-words.ts';
import { parseDictionary, writeDictionary } from './pack-words.ts';
import type { Model } from './range-coder.ts';
import { createDecoder, createEncoder, createModel, fields } from './range-coder.ts';
import { rangesOf } from './ranges.ts';
import type { Slices } from './slices.ts';
import { finish } from './slices.ts';

/**
 * The dense form of closed segments. A head line; the dictionary in chunks with a parity; blocks of at most 32
 * records. Every line bears its checksum and a mark that stands nowhere else, so that a broken character,
 * a line end included, costs one block at most, and nothing when it hits the dictionary.
 */
const BLOCK_RECORDS = 32;
const BLOCK_MARK = '#';
const LINES = /\n|(?=[#%&])/;

export interface PackContent {
  readonly events: readonly AnyEvent[];
  /** Lines that could not be read; with one there may be events missing. */
  readonly broken: number;
}

function formatBlock(
  events: readonly AnyEvent[],
  dictionary: DictionaryWriter,
  asText: ReadonlySet<string>,
  model: Model,
): string {
  const coder = createEncoder(model);
  coder.natural(fields.records, events.length);
  let before = nothingBefore;
  for (const event of events) {
    before = putRecord(coder, event, before, dictionary, asText.has(refKey(event)));
  }
  const text = formatBytes(coder.finish());
  return `${BLOCK_MARK}${checksum(text)}${text}`;
}

function* write(events: readonly AnyEvent[], asText: ReadonlySet<string>): Slices<string> {
  const dictionary = writeDictionary();
  const model = createModel();
  const groups = Array.from({ length: Math.ceil(events.length / BLOCK_RECORDS) }, (_, i) =>
    events.slice(i * BLOCK_RECORDS, (i + 1) * BLOCK_RECORDS),
  );
  // The first pass only fills the dictionary: its size decides how a number is written.
  for (const group of groups) {
    formatBlock(group, dictionary, asText, model);
    yield;
  }
  const blocks: string[] = [];
  for (const group of groups) {
    blocks.push(formatBlock(group, dictionary, asText, model));
    yield;
  }
  const ranges = rangesOf(events).map(formatRange).join(',');
  const head = sealed(`mondo-journal 1 packed ${blocks.length} ${ranges}`);
  return [head, ...formatChunks(dictionary.format()), ...blocks].join('\n');
}

/** Events that a text does not give back to the letter. */
function* lostIn(text: string, events: readonly AnyEvent[]): Slices<Set<string>> {
  const content = yield* unpacking(text);
  const back = new Map(content.events.map((event) => [refKey(event), event]));
  const lost = new Set<string>();
  for (const [i, event] of events.entries()) {
    const same = back.get(refKey(event));
    if (same === undefined || formatEvent(same) !== formatEvent(event)) lost.add(refKey(event));
    if (i % BLOCK_RECORDS === 0) yield;
  }
  return lost;
}

/**
 * Packs events. What the dense form would not give back to the letter is stored as its text, and the whole is read
 * again before it is handed out.
 */
export function* packing(events: readonly AnyEvent[]): Slices<string> {
  const sorted = events.toSorted(compareRefs);
  const dense = yield* write(sorted, new Set());
  const odd = yield* lostIn(dense, sorted);
  if (odd.size === 0) return dense;
  const text = yield* write(sorted, odd);
  const lost = yield* lostIn(text, sorted);
  if (lost.size > 0) throw new Error('a pack that does not give back its events');
  return text;
}

export const formatPack = (events: readonly AnyEvent[]): string => finish(packing(events));

function parseBlock(line: string, dictionary: Dictionary, model: Model): AnyEvent[] | undefined {
  const text = line.slice(9);
  if (line.slice(1, 9) !== checksum(text)) return undefined;
  try {
    const coder = createDecoder(parseBytes(text), model);
    const events: AnyEvent[] = [];
    let before = nothingBefore;
    for (let left = coder.natural(fields.records); left > 0; left -= 1) {
      const record = readRecord(coder, before, dictionary);
      events.push(record.event);
      before = record.before;
    }
    return events;
  } catch {
    return undefined;
  }
}

function dictionaryIn(words: string): Dictionary | undefined {
  try {
    return parseDictionary(words);
  } catch {
    return undefined;
  }
}

/** Reads everything of a pack that can still be read. */
export function* unpacking(text: string): Slices<PackContent> {
  const [, ...lines] = text.split(LINES);
  const head = parsePackHead(text);
  const { text: words, broken: brokenChunks } = parseChunks(lines);
  const dictionary = words === undefined ? undefined : dictionaryIn(words);
  const model = createModel();
  const blocks = lines.filter((line) => line.startsWith(BLOCK_MARK));
  const events: AnyEvent[] = [];
  let whole = 0;
  for (const line of blocks) {
    const block = dictionary && parseBlock(line, dictionary, model);
    if (block !== undefined) {
      whole += 1;
      for (const event of block) events.push(event);
    }
    yield;
  }
  const expected = Math.max(head?.blocks ?? 0, blocks.length);
  const broken = expected - whole + brokenChunks + (head === undefined ? 1 : 0);
  return { events, broken };
}

export const parsePack = (text: string): PackContent => finish(unpacking(text));
