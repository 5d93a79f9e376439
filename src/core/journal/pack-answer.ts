import type { Response } from '#core/answer/response.ts';
import { confidences } from '#core/answer/response.ts';
import type { Slug } from '#core/ids.ts';
import { kindNames } from '#core/pack/model.ts';
import type { Fact, Mode, Stamp } from './event.ts';
import { factorial, orderAt, orderRank } from './orders.ts';
import type { Dictionary, DictionaryWriter, QuestionEntry } from './pack-words.ts';
import { entryAt, putIndex, putWord, readEntry } from './pack-words.ts';
import type { Decoder, Encoder } from './range-coder.ts';
import { fields } from './range-coder.ts';

/** Answers, of study and of exams, in the dense form. */
export type Answer = Fact<'answered' | 'exam-answered'>;

const modes = ['study', 'drill', 'exam'] as const satisfies readonly Mode[];

/** More options than this have too many orders to be told apart evenly; such an answer is stored the long way. */
const MOST_OPTIONS = 9;

/** What rarely changes from one answer to the next. */
export const settingOf = (answer: Answer): readonly string[] =>
  answer.type === 'answered'
    ? [answer.language, answer.session, answer.mode]
    : [answer.language, answer.exam];

/** Whether the dense form can hold it. */
export const isDense = ({ shown, latency }: Answer): boolean =>
  new Set(shown).size === shown.length &&
  shown.length <= MOST_OPTIONS &&
  Number.isSafeInteger(latency);

export const confidenceCode = ({ confidence }: Answer): number =>
  confidence === null ? 0 : confidences.indexOf(confidence) + 1;

const entryOf = (answer: Answer): QuestionEntry => ({
  pack: answer.pack,
  concept: answer.concept,
  scenario: answer.scenario,
  textRev: answer.textRev,
  keyRev: answer.keyRev,
  options: answer.shown.toSorted(),
});

/** An id that a response names: by its place among the options when it is there, else as a word. */
function putId(
  coder: Encoder,
  id: Slug,
  options: readonly Slug[],
  dictionary: DictionaryWriter,
): void {
  const place = options.indexOf(id);
  coder.natural(fields.isAmongOptions, place < 0 ? 1 : 0);
  if (place < 0) putWord(coder, id, dictionary);
  else coder.uniform(place, options.length);
}

function readId(coder: Decoder, options: readonly Slug[], words: readonly string[]): Slug {
  const isWord = coder.natural(fields.isAmongOptions) === 1;
  return readEntry(coder, isWord ? words : options);
}

/** All that a response names, in one row. */
function idsOf(response: Response): readonly Slug[] {
  switch (response.kind) {
    case 'single':
      return [response.chosen];
    case 'multiple':
      return response.chosen;
    case 'ordering':
      return response.order;
    case 'matching':
      return response.pairs.flat();
    case 'short':
      return [response.typed];
  }
}

function responseFrom(kind: Response['kind'], ids: readonly Slug[]): Response {
  switch (kind) {
    case 'single':
      return { kind, chosen: entryAt(ids, 0) };
    case 'multiple':
      return { kind, chosen: ids };
    case 'ordering':
      return { kind, order: ids };
    case 'matching':
      return {
        kind,
        pairs: ids.flatMap((id, i) => (i % 2 === 0 ? [[id, entryAt(ids, i + 1)] as const] : [])),
      };
    case 'short':
      return { kind, typed: entryAt(ids, 0) };
  }
}

const hasOneId = (kind: Response['kind']): boolean => kind === 'single' || kind === 'short';

function putResponse(
  coder: Encoder,
  response: Response | null,
  options: readonly Slug[],
  dictionary: DictionaryWriter,
): void {
  coder.natural(fields.kind, response === null ? 0 : kindNames.indexOf(response.kind) + 1);
  if (response === null) return;
  const ids = idsOf(response);
  if (!hasOneId(response.kind)) coder.natural(fields.count, ids.length);
  for (const id of ids) putId(coder, id, options, dictionary);
}

function readResponse(
  coder: Decoder,
  options: readonly Slug[],
  words: readonly string[],
): Response | null {
  const number = coder.natural(fields.kind);
  if (number === 0) return null;
  const kind = entryAt(kindNames, number - 1);
  const count = hasOneId(kind) ? 1 : coder.natural(fields.count);
  return responseFrom(
    kind,
    Array.from({ length: count }, () => readId(coder, options, words)),
  );
}

export function putAnswer(coder: Encoder, answer: Answer, dictionary: DictionaryWriter): void {
  const entry = entryOf(answer);
  const question = dictionary.question(entry);
  putIndex(coder, question, dictionary.questions());
  const rank = orderRank(answer.shown.map((id) => entry.options.indexOf(id)));
  coder.uniform(rank, factorial(entry.options.length));
  putResponse(coder, answer.response, entry.options, dictionary);
  if (answer.type === 'answered') coder.natural(fields.isRight, answer.right ? 1 : 0);
  coder.natural(fields.latency, answer.latency);
}

export interface Circumstances {
  readonly type: Answer['type'];
  readonly confidence: number;
  /** As `settingOf` gives it. */
  readonly setting: readonly string[];
}

/**
 * @param stampAfter reads the rest of the stamp, which stands behind the answer
 * @throws on damage
 */
export function readAnswer(
  coder: Decoder,
  dictionary: Dictionary,
  { type, confidence, setting }: Circumstances,
  stampAfter: (latency: number) => Stamp,
): Stamp & Answer {
  const { pack, concept, scenario, textRev, keyRev, options } = readEntry(
    coder,
    dictionary.questions,
  );
  const rank = coder.uniform(factorial(options.length));
  const shown = orderAt(rank, options.length).map((place) => entryAt(options, place));
  const response = readResponse(coder, options, dictionary.words);
  const right = type === 'answered' && coder.natural(fields.isRight) === 1;
  const latency = coder.natural(fields.latency);
  // Keys in the order of the shape, so that the text is the same to the letter. Spelled out: spreads are slow.
  const { writer, seq, at, offset, epoch } = stampAfter(latency);
  const sure = confidence === 0 ? null : entryAt(confidences, confidence - 1);
  const language = entryAt(setting, 0);
  const session = entryAt(setting, 1);
  if (type === 'exam-answered') {
    // oxfmt-ignore
    return {
      writer, seq, at, offset, epoch, type, exam: session,
      pack, concept, scenario, textRev, keyRev, shown, response, confidence: sure, latency, language,
    };
  }
  const mode = modes.find((name) => name === setting[2]);
  if (mode === undefined) throw new Error('no such mode');
  // oxfmt-ignore
  return {
    writer, seq, at, offset, epoch, type,
    pack, concept, scenario, textRev, keyRev, shown, response, right, confidence: sure, latency, language,
    session, mode,
  };
}
