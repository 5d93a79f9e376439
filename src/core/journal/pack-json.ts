import type { Json } from './event.ts';
import type { Dictionary, DictionaryWriter } from './pack-words.ts';
import { putWord, readEntry } from './pack-words.ts';
import type { Decoder, Encoder } from './range-coder.ts';
import { fields } from './range-coder.ts';

const tags = {
  null: 0,
  false: 1,
  true: 2,
  whole: 3,
  number: 4,
  text: 5,
  list: 6,
  object: 7,
} as const;

/** Beyond this a whole number is written as digits: doubled, it would no longer be exact. */
const GREATEST = 2 ** 50;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Escaped as in a JSON Pointer (RFC 6901). */
const formatKeys = (keys: readonly string[]): string =>
  keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

const parseKeys = (text: string): string[] =>
  text.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Any value of JSON. The keys of an object are one word, since objects of one type have the same. */
export function putJson(coder: Encoder, value: Json, dictionary: DictionaryWriter): void {
  const tag = (name: keyof typeof tags) => coder.natural(fields.tag, tags[name]);
  if (value === null) tag('null');
  else if (typeof value === 'boolean') tag(value ? 'true' : 'false');
  else if (typeof value === 'number') {
    const isWhole = Number.isInteger(value) && Math.abs(value) < GREATEST;
    tag(isWhole ? 'whole' : 'number');
    if (isWhole) coder.whole(fields.whole, value);
    else putWord(coder, String(value), dictionary);
  } else if (typeof value === 'string') {
    tag('text');
    putWord(coder, value, dictionary);
  } else if (isList(value)) {
    tag('list');
    coder.natural(fields.count, value.length);
    for (const item of value) putJson(coder, item, dictionary);
  } else {
    tag('object');
    putWord(coder, formatKeys(Object.keys(value)), dictionary);
    coder.natural(fields.count, Object.keys(value).length);
    for (const item of Object.values(value)) putJson(coder, item, dictionary);
  }
}

/** @throws on damage */
export function readJson(coder: Decoder, dictionary: Dictionary): Json {
  const tag = coder.natural(fields.tag);
  const word = () => readEntry(coder, dictionary.words);
  switch (tag) {
    case tags.null:
      return null;
    case tags.false:
    case tags.true:
      return tag === tags.true;
    case tags.whole:
      return coder.whole(fields.whole);
    case tags.number:
      return Number(word());
    case tags.text:
      return word();
    case tags.list:
      return Array.from({ length: coder.natural(fields.count) }, () => readJson(coder, dictionary));
    case tags.object: {
      const keys = parseKeys(word());
      const count = coder.natural(fields.count);
      return Object.fromEntries(
        keys.slice(0, count).map((key) => [key, readJson(coder, dictionary)]),
      );
    }
    default:
      throw new Error('no such tag');
  }
}
