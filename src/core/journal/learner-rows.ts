import {
  conceptKey,
  conceptOf,
  scenarioBelow,
  type ConceptKey,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import { addDays, studyDay, type StudyDay } from '#core/time.ts';
import type { ConceptState, ScenarioState, WrongAnswers } from './learner-state.ts';
import {
  numberReader,
  numberWriter,
  type NumberReader,
  type NumberWriter,
} from './packed-numbers.ts';
import { readWords, wordReader, writeWords } from './packed-words.ts';

// Concepts and scenarios as few long texts: all numbers in one, all names in another. A concept comes with its
// scenarios, so that neither says again what the other has said. About 30 letters each, and quick to read.

type Concepts = ReadonlyMap<ConceptKey, ConceptState>;
type Scenarios = ReadonlyMap<ScenarioKey, ScenarioState>;

export interface Rows {
  readonly concepts: Map<ConceptKey, ConceptState>;
  readonly scenarios: Map<ScenarioKey, ScenarioState>;
}

export interface PackedRows {
  readonly numbers: string;
  /** Packs, concepts and scenarios, as they come. */
  readonly names: string;
  /** `keyRev` of each scenario. */
  readonly revs: string;
  /** Options that wrong answers chose, each once. */
  readonly options: string;
}

/** FSRS rounds to eight places, so this makes whole numbers. */
const SCALE = 1e8;

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

interface Writing {
  readonly numbers: NumberWriter;
  readonly names: string[];
  readonly revs: string[];
  readonly options: Map<Slug, number>;
}

type Below = readonly Row<ScenarioKey, ScenarioState>[];

export function writeRows(concepts: Concepts, evidence: Scenarios): PackedRows {
  const below = groupedBy(evidence, conceptOf);
  const packs = groupedBy(concepts, packOf);
  const to: Writing = { numbers: numberWriter(), names: [], revs: [], options: new Map() };
  to.numbers.whole(packs.size);
  for (const [pack, rows] of packs) {
    to.names.push(pack);
    to.numbers.whole(rows.length);
    for (const [key, state] of rows) writeConcept(to, lastPart(key), state, below.get(key) ?? []);
  }
  return {
    numbers: to.numbers.text(),
    names: writeWords(to.names),
    revs: writeWords(to.revs),
    options: writeWords([...to.options.keys()]),
  };
}

type Row<K, V> = readonly [K, V];

const packOf = (key: ConceptKey): string => key.slice(0, key.lastIndexOf('/'));

/** Rows by what comes before the last part of their keys. */
function groupedBy<K extends string, V, P extends string>(
  rows: ReadonlyMap<K, V>,
  parentOf: (key: K) => P,
): ReadonlyMap<P, readonly Row<K, V>[]> {
  const groups = new Map<P, Row<K, V>[]>();
  let prefix: string | undefined;
  let group: Row<K, V>[] = [];
  for (const row of rows) {
    const [key] = row;
    // Rows of one group mostly come in a row: then nothing need be cut off or looked up.
    if (
      prefix === undefined ||
      !key.startsWith(prefix) ||
      key.lastIndexOf('/') !== prefix.length - 1
    ) {
      const parent = parentOf(key);
      prefix = `${parent}/`;
      group = groups.get(parent) ?? [];
      groups.set(parent, group);
    }
    group.push(row);
  }
  return groups;
}

function writeConcept(to: Writing, id: Slug, state: ConceptState, scenarios: Below): void {
  const { memory, misconception } = state;
  const { whole, signed } = to.numbers;
  to.names.push(id);
  writeReal(to, memory.stability);
  writeReal(to, memory.difficulty);
  signed(memory.day);
  whole(state.answers * 2 + (state.lastRight ? 1 : 0));
  whole(state.right);
  whole(state.lapses);
  whole(misconception === null ? 0 : 1);
  if (misconception !== null) signed(memory.day - misconception);
  const last = scenarios.findIndex(([key]) => lastPart(key) === state.lastScenario);
  whole(last + 1);
  if (last < 0) to.names.push(state.lastScenario);
  whole(scenarios.length);
  for (const [key, evidence] of scenarios) writeScenario(to, lastPart(key), evidence, memory.day);
}

/** Exact: what is no multiple of 1e-8 is written out, among the names. */
function writeReal(to: Writing, value: number): void {
  const multiple = Math.round(value * SCALE);
  const isExact = multiple / SCALE === value && multiple >= 0 && multiple < Number.MAX_SAFE_INTEGER;
  to.numbers.whole(isExact ? multiple + 1 : 0);
  if (!isExact) to.names.push(String(value));
}

function writeScenario(to: Writing, id: Slug, state: ScenarioState, day: StudyDay): void {
  const { whole, signed } = to.numbers;
  const flags = (state.lastRight ? 4 : 0) + (state.firstRight ? 2 : 0) + (state.wrong ? 1 : 0);
  to.names.push(id);
  to.revs.push(state.keyRev);
  whole(state.answers * 8 + flags);
  whole(state.right);
  signed(day - state.lastDay);
  whole(state.lastTurn);
  if (state.wrong !== null) writeWrong(to, state.wrong, state.lastDay);
}

function writeWrong(to: Writing, { times, lastDay, chosen }: WrongAnswers, day: StudyDay): void {
  const { whole, signed } = to.numbers;
  whole(times);
  signed(day - lastDay);
  whole(chosen.length);
  for (const [option, often] of chosen) {
    const place = to.options.get(option) ?? to.options.size;
    to.options.set(option, place);
    whole(place);
    whole(often);
  }
}

interface Reading extends Rows {
  readonly numbers: NumberReader;
  readonly name: () => string;
  readonly rev: () => string;
  readonly chosen: ChosenReader;
}

type Chosen = WrongAnswers['chosen'];
type ChosenReader = (count: number) => Chosen;

/** Most wrong answers chose one option once: these lists are made once for each option, and shared. */
function chosenReader(options: readonly Slug[], whole: () => number): ChosenReader {
  const optionAt = (place: number): Slug => options[place] ?? missing();
  const once: Chosen[] = [];
  return (count) => {
    if (count === 1) {
      const place = whole();
      const times = whole();
      if (times > 1) return [[optionAt(place), times]];
      const shared = once[place] ?? [[optionAt(place), 1]];
      once[place] = shared;
      return shared;
    }
    const chosen: (readonly [Slug, number])[] = [];
    for (let left = count; left > 0; left -= 1) chosen.push([optionAt(whole()), whole()]);
    return chosen;
  };
}

/** @throws SyntaxError when it is not what `writeRows` wrote */
export function readRows({ numbers, names, revs, options }: PackedRows): Rows {
  const name = wordReader(names);
  const rev = wordReader(revs);
  const reader = numberReader(numbers);
  const from: Reading = {
    concepts: new Map(),
    scenarios: new Map(),
    numbers: reader,
    name: name.next,
    rev: rev.next,
    chosen: chosenReader(readWords(options), reader.whole),
  };
  const packs = from.numbers.whole();
  for (let i = 0; i < packs; i += 1) {
    const pack = from.name();
    const rows = from.numbers.whole();
    for (let row = 0; row < rows; row += 1) readConcept(from, pack);
  }
  if (!from.numbers.isAtEnd() || !name.isAtEnd() || !rev.isAtEnd())
    throw new SyntaxError('something is left over');
  return { concepts: from.concepts, scenarios: from.scenarios };
}

const missing = (): never => {
  throw new SyntaxError('a word is missing');
};

function readConcept(from: Reading, pack: string): void {
  const { whole, signed } = from.numbers;
  const key = conceptKey(pack, from.name());
  const stability = readReal(from);
  const difficulty = readReal(from);
  const day = studyDay(signed());
  const answers = whole();
  const right = whole();
  const lapses = whole();
  const misconception = whole() === 0 ? null : addDays(day, -signed());
  const last = whole();
  let lastScenario = last === 0 ? from.name() : undefined;
  const scenarios = whole();
  for (let i = 1; i <= scenarios; i += 1) {
    const id = from.name();
    from.scenarios.set(scenarioBelow(key, id), readScenario(from, day));
    if (i === last) lastScenario = id;
  }
  from.concepts.set(key, {
    memory: { stability, difficulty, day },
    answers: answers >> 1,
    right,
    lapses,
    lastRight: (answers & 1) === 1,
    lastScenario: lastScenario ?? missing(),
    misconception,
  });
}

function readReal(from: Reading): number {
  const multiple = from.numbers.whole();
  return multiple === 0 ? Number(from.name()) : (multiple - 1) / SCALE;
}

function readScenario(from: Reading, day: StudyDay): ScenarioState {
  const { whole, signed } = from.numbers;
  const seen = whole();
  const flags = seen & 7;
  const right = whole();
  const lastDay = addDays(day, -signed());
  return {
    keyRev: from.rev(),
    answers: seen >> 3,
    right,
    lastDay,
    lastTurn: whole(),
    lastRight: (flags & 4) !== 0,
    firstRight: (flags & 2) !== 0,
    wrong: (flags & 1) === 0 ? null : readWrong(from, lastDay),
  };
}

function readWrong(from: Reading, day: StudyDay): WrongAnswers {
  const { whole, signed } = from.numbers;
  const times = whole();
  const lastDay = addDays(day, -signed());
  return { times, lastDay, chosen: from.chosen(whole()) };
}
