import * as v from 'valibot';
import { confidences } from '#core/answer/response.ts';
import { ratings } from '#core/memory/rating.ts';
import { instant } from '#core/time.ts';
import type { Fact, FactType, Json, Stamp } from './event.ts';

/**
 * The shape of each fact. Objects are loose on purpose: a key that a newer Mondo added is carried along,
 * so that neither merging nor a backup strips it.
 */

/** Deeper values than this are refused: they would exhaust the stack of whoever walks them. */
const MAX_DEPTH = 64;

/** Whether a value can stand in JSON and come back the same. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (depth > MAX_DEPTH) return false;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return typeof value === 'object' && Object.values(value).every((item) => isJson(item, depth + 1));
}

const text = v.string();
const texts = v.array(v.string());
const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const finite = v.pipe(v.number(), v.finite());
const json = v.custom<Json>((value) => isJson(value));
const ref = v.looseObject({ writer: text, seq: positive });
const range = v.looseObject({ writer: text, first: positive, last: positive });
const target = v.looseObject({ pack: text, concept: text, scenario: v.exactOptional(text) });
const mode = v.picklist(['study', 'drill', 'exam']);

const filter = v.looseObject({
  pack: v.exactOptional(text),
  domain: v.exactOptional(text),
  concept: v.exactOptional(text),
  only: v.exactOptional(v.picklist(['missed', 'flagged', 'unseen', 'contrast'])),
  pair: v.exactOptional(v.tuple([text, text])),
  size: v.exactOptional(finite),
  minutes: v.exactOptional(finite),
  planned: v.exactOptional(v.literal(true)),
});

const response = v.variant('kind', [
  v.looseObject({ kind: v.literal('single'), chosen: text }),
  v.looseObject({ kind: v.literal('multiple'), chosen: texts }),
  v.looseObject({ kind: v.literal('ordering'), order: texts }),
  v.looseObject({ kind: v.literal('matching'), pairs: v.array(v.tuple([text, text])) }),
  v.looseObject({ kind: v.literal('short'), typed: text }),
]);

const question = {
  pack: text,
  concept: text,
  scenario: text,
  textRev: text,
  keyRev: text,
  shown: texts,
  response: v.nullable(response),
};

const circumstances = {
  confidence: v.nullable(v.picklist(confidences)),
  latency: v.pipe(finite, v.minValue(0)),
  language: text,
};

const onOff = { target, on: v.boolean() };

const shapes = {
  answered: v.looseObject({
    type: v.literal('answered'),
    ...question,
    right: v.boolean(),
    ...circumstances,
    session: text,
    mode,
  }),
  undone: v.looseObject({ type: v.literal('undone'), ref }),
  overruled: v.looseObject({ type: v.literal('overruled'), ref, rating: v.picklist(ratings) }),
  suspended: v.looseObject({ type: v.literal('suspended'), ...onOff }),
  buried: v.looseObject({ type: v.literal('buried'), ...onOff }),
  flagged: v.looseObject({ type: v.literal('flagged'), ...onOff }),
  noted: v.looseObject({ type: v.literal('noted'), target, text: v.nullable(text) }),
  setting: v.looseObject({ type: v.literal('setting'), key: text, value: json }),
  'session-started': v.looseObject({
    type: v.literal('session-started'),
    session: text,
    seed: finite,
    mode,
    filter,
  }),
  'session-ended': v.looseObject({ type: v.literal('session-ended'), session: text }),
  'exam-started': v.looseObject({ type: v.literal('exam-started'), exam: text, form: json }),
  'exam-answered': v.looseObject({
    type: v.literal('exam-answered'),
    exam: text,
    ...question,
    ...circumstances,
  }),
  'exam-submitted': v.looseObject({
    type: v.literal('exam-submitted'),
    exam: text,
    timedOut: v.boolean(),
  }),
  'miss-cause': v.looseObject({ type: v.literal('miss-cause'), ref, cause: text }),
  'pack-applied': v.looseObject({
    type: v.literal('pack-applied'),
    pack: text,
    version: text,
    revs: v.record(text, v.tuple([text, text])),
  }),
  imported: v.looseObject({ type: v.literal('imported'), ranges: v.array(range) }),
  'import-revoked': v.looseObject({
    type: v.literal('import-revoked'),
    ranges: v.array(range),
  }),
  'clock-corrected': v.looseObject({
    type: v.literal('clock-corrected'),
    corrects: text,
    from: positive,
    to: positive,
    shift: v.pipe(v.number(), v.safeInteger()),
  }),
  'epoch-started': v.looseObject({ type: v.literal('epoch-started') }),
} satisfies { readonly [T in FactType]: v.GenericSchema<unknown, Fact<T>> };

const stamp = v.object({
  writer: v.pipe(text, v.regex(/^[a-z0-9]{10}$/)),
  seq: positive,
  at: v.pipe(v.number(), v.safeInteger(), v.transform(instant)),
  offset: finite,
  epoch: natural,
});

const isFactType = (type: string): type is FactType => Object.hasOwn(shapes, type);

/** A known fact in its canonical order of keys, or undefined when it is none that this version knows. */
export function parseFact(value: { readonly type: string }): Fact | undefined {
  if (!isFactType(value.type)) return undefined;
  const result = v.safeParse(shapes[value.type], value);
  return result.success ? result.output : undefined;
}

/** Who and when, or undefined when a value bears no valid stamp. */
export function parseStamp(value: unknown): Stamp | undefined {
  const result = v.safeParse(stamp, value);
  return result.success ? result.output : undefined;
}

/** An object of JSON; neither a list nor something that JSON cannot hold. */
export const isRecord = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value);
