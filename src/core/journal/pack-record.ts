import { instant } from '#core/time.ts';
import { formatEvent, parseEvent, parsePlainEvent, plainEvent } from './codec.ts';
import type { AnyEvent, Json, Stamp } from './event.ts';
import type { Answer } from './pack-answer.ts';
import { confidenceCode, isDense, putAnswer, readAnswer, settingOf } from './pack-answer.ts';
import { putJson, readJson } from './pack-json.ts';
import type { Dictionary, DictionaryWriter } from './pack-words.ts';
import { putWord, readEntry } from './pack-words.ts';
import type { Decoder, Encoder } from './range-coder.ts';
import { fields } from './range-coder.ts';
import { isRecord } from './shape.ts';

/** How one record of a block is written. */
const forms = { value: 0, answered: 1, examAnswered: 2, text: 3 } as const;

/** What the record before said; each block starts anew, so that none depends on another. */
export interface Before {
  readonly stamp: Stamp | undefined;
  readonly setting: readonly string[];
}

export const nothingBefore: Before = { stamp: undefined, setting: [] };

const isAnswer = (event: AnyEvent): event is Stamp & Answer =>
  event.type === 'answered' || event.type === 'exam-answered';

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** Far from the numbers whose double is no longer exact. */
const isPlainStamp = ({ at, offset }: Stamp): boolean =>
  Number.isInteger(offset) && Math.abs(at) < 2 ** 48 && Math.abs(offset) < 2 ** 48;

function formOf(event: AnyEvent, asText: boolean): number {
  if (asText || !isPlainStamp(event)) return forms.text;
  if (!isAnswer(event) || !isDense(event)) return forms.value;
  return event.type === 'answered' ? forms.answered : forms.examAnswered;
}

const afterwards = (event: AnyEvent, before: Before): Before => ({
  stamp: event,
  setting: isAnswer(event) ? settingOf(event) : before.setting,
});

/** The answer's own time is most of the time that passed since the record before. */
const expectedAt = (last: Stamp | undefined, latency: number): number =>
  last === undefined ? 0 : last.at + latency;

/** @param asText stores the event as its own text: for what the dense forms would not give back */
export function putRecord(
  coder: Encoder,
  event: AnyEvent,
  before: Before,
  dictionary: DictionaryWriter,
  asText: boolean,
): Before {
  const form = formOf(event, asText);
  coder.natural(fields.form, form);
  if (form === forms.text) {
    putWord(coder, formatEvent(event), dictionary);
    return afterwards(event, before);
  }
  putNameAndZone(coder, event, before.stamp, dictionary);
  if (form !== forms.value && isAnswer(event)) {
    putSetting(coder, event, before.setting, dictionary);
    putAnswer(coder, event, dictionary);
    coder.whole(fields.time, event.at - expectedAt(before.stamp, event.latency));
  } else {
    putJson(coder, restOf(event), dictionary);
    coder.whole(fields.time, event.at - expectedAt(before.stamp, 0));
  }
  return afterwards(event, before);
}

function putNameAndZone(
  coder: Encoder,
  event: Stamp,
  last: Stamp | undefined,
  dictionary: DictionaryWriter,
): void {
  const isNext = last?.writer === event.writer && last.seq + 1 === event.seq;
  const isSameZone = last?.offset === event.offset && last.epoch === event.epoch;
  coder.natural(fields.isNext, isNext ? 0 : 1);
  if (!isNext) {
    putWord(coder, event.writer, dictionary);
    coder.natural(fields.seq, event.seq);
  }
  coder.natural(fields.isSameZone, isSameZone ? 0 : 1);
  if (!isSameZone) {
    coder.whole(fields.offset, event.offset);
    coder.natural(fields.epoch, event.epoch);
  }
}

function putSetting(
  coder: Encoder,
  answer: Answer,
  before: readonly string[],
  dictionary: DictionaryWriter,
): void {
  const setting = settingOf(answer);
  const isSame = isSameList(setting, before);
  coder.natural(fields.isSameSetting, isSame ? 0 : 1);
  if (!isSame) for (const word of setting) putWord(coder, word, dictionary);
  coder.natural(fields.confidence, confidenceCode(answer));
}

/** A fact with its type, without the stamp. */
function restOf(event: AnyEvent): Json {
  const { writer: _w, seq: _s, at: _a, offset: _o, epoch: _e, ...rest } = plainEvent(event);
  if (!isRecord(rest)) throw new Error('an event that JSON cannot hold');
  return rest;
}

function readNameAndZone(
  coder: Decoder,
  last: Stamp | undefined,
  words: readonly string[],
): Omit<Stamp, 'at'> {
  const isNext = coder.natural(fields.isNext) === 0;
  const isAfter = isNext && last !== undefined;
  const writer = isAfter ? last.writer : readEntry(coder, words);
  const seq = isAfter ? last.seq + 1 : coder.natural(fields.seq);
  const isSameZone = coder.natural(fields.isSameZone) === 0 && last !== undefined;
  const offset = isSameZone ? last.offset : coder.whole(fields.offset);
  const epoch = isSameZone ? last.epoch : coder.natural(fields.epoch);
  return { writer, seq, offset, epoch };
}

function readAnswered(
  coder: Decoder,
  type: Answer['type'],
  before: Before,
  dictionary: Dictionary,
  stampAfter: (latency: number) => Stamp,
): Stamp & Answer {
  const isSame = coder.natural(fields.isSameSetting) === 0;
  const count = type === 'answered' ? 3 : 2;
  const setting = isSame
    ? before.setting
    : Array.from({ length: count }, () => readEntry(coder, dictionary.words));
  const confidence = coder.natural(fields.confidence);
  return readAnswer(coder, dictionary, { type, confidence, setting }, stampAfter);
}

/** @throws on damage */
export function readRecord(
  coder: Decoder,
  before: Before,
  dictionary: Dictionary,
): { readonly event: AnyEvent; readonly before: Before } {
  const event = readEvent(coder, before, dictionary);
  if (event === undefined) throw new Error('not an event');
  return { event, before: afterwards(event, before) };
}

function readEvent(coder: Decoder, before: Before, dictionary: Dictionary): AnyEvent | undefined {
  const form = coder.natural(fields.form);
  if (form === forms.text) return parseEvent(readEntry(coder, dictionary.words));
  const { writer, seq, offset, epoch } = readNameAndZone(coder, before.stamp, dictionary.words);
  const stamp = (latency: number): Stamp => {
    const at = instant(expectedAt(before.stamp, latency) + coder.whole(fields.time));
    return { writer, seq, at, offset, epoch };
  };
  if (form === forms.value) {
    const value = readJson(coder, dictionary);
    return isRecord(value) ? parsePlainEvent({ ...value, ...stamp(0) }) : undefined;
  }
  const type = form === forms.answered ? 'answered' : 'exam-answered';
  return readAnswered(coder, type, before, dictionary, stamp);
}
