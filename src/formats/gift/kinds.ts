import { lineText, type Document } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { Origin } from '#core/pack/model.ts';
import {
  buildChoice,
  buildMatching,
  buildShort,
  type Built,
  type FoundOption,
  type FoundPair,
  type Parts,
} from '#formats/build.ts';
import type { Remark } from '#formats/imported.ts';
import type { Answers, RawAnswer } from './answers.ts';
import { asSource, unshielded } from './escapes.ts';
import { readNumeric, type NumericAnswer } from './numeric.ts';
import { formatted, type TextReader } from './texts.ts';
import { truthWords } from './truth.ts';

/** A question whose kind and answers are still to be read. */
export interface Source {
  readonly reader: TextReader;
  readonly name: string;
  readonly id: string | undefined;
  readonly parts: Omit<Parts, 'origin'>;
}

/** The parts with what GIFT alone knows, under its own names. */
function partsOf({ parts, name, id }: Source, more: Readonly<Record<string, string>> = {}): Parts {
  const kept = { ...(id === undefined ? {} : { id }), ...more };
  const origin: Origin = {
    format: 'gift',
    ...(name === '' ? {} : { name }),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
  };
  return { ...parts, origin };
}

const saying = (remarks: readonly Remark[], built: Built): Built => ({
  ...built,
  remarks: [...remarks, ...built.remarks],
});

export function buildKind(source: Source, answers: Exclude<Answers, { type: 'essay' }>): Built {
  switch (answers.type) {
    case 'none':
      return { remarks: [{ code: 'right-missing' }] };
    case 'many':
      return tooMany(answers.count);
    case 'choice':
      return choice(source, answers.answers);
    case 'short':
      return short(source, answers.answers);
    case 'matching':
      return matching(source, answers.answers);
    case 'numeric':
      return numeric(source, answers.raw);
    case 'truth':
      return truth(source, answers);
  }
}

/** No reason is no empty reason. */
const why = (reader: TextReader, feedback: string): Document | undefined =>
  feedback.trim() === '' ? undefined : reader.blocks(feedback);

const isRight = ({ mark, weight }: RawAnswer): boolean => (weight ?? (mark === '=' ? 100 : 0)) > 0;
const isFull = ({ mark, weight }: RawAnswer): boolean =>
  (weight ?? (mark === '=' ? 100 : 0)) >= 100;

/** Said before any text of them is read: a hostile file has a hundred thousand. */
const tooMany = (count: number): Built => ({
  remarks: [{ code: 'options-too-many', params: { count, limit: limits.options } }],
});

/** One `=` and it is a question with one answer; without any, all with a positive weight are to be chosen. */
function choice(source: Source, answers: readonly RawAnswer[]): Built {
  if (answers.length > limits.options) return tooMany(answers.length);
  const { reader } = source;
  const several = answers.every(({ mark }) => mark !== '=');
  const counts = several ? isRight : isFull;
  const rights = answers.filter(counts);
  const options: readonly FoundOption[] = answers.map((answer) => ({
    text: reader.line(answer.text),
    right: counts(answer),
    why: why(reader, answer.feedback),
  }));
  const remarks: Remark[] = [];
  if (!several && rights.length > 1)
    remarks.push({ code: 'gift-several-right', params: { count: rights.length } });
  const partial = several
    ? new Set(rights.map(({ weight }) => weight)).size > 1
    : answers.some((answer) => isRight(answer) && !isFull(answer));
  if (partial) remarks.push({ code: 'gift-partial' });
  const weights = answers.map(({ mark, weight }) => weight ?? (mark === '=' ? 100 : 0)).join(' ');
  const hasWeights = answers.some(({ weight }) => weight !== undefined);
  const parts = partsOf(source, hasWeights ? { weights } : {});
  return saying(remarks, buildChoice(parts, options, several || rights.length > 1));
}

/** `*` stands for anything, `\*` for itself. */
const wildcard = /(?<!\\)\*/;

function short(source: Source, answers: readonly RawAnswer[]): Built {
  const { reader } = source;
  const typed = answers.filter(({ text }) => !wildcard.test(text));
  if (typed.length > limits.options) return tooMany(typed.length);
  const wild = answers.filter(({ text }) => wildcard.test(text));
  const isPartial = typed.some(({ weight = 100 }) => weight > 0 && weight < 100);
  const remarks: readonly Remark[] = [
    ...wild.map(({ text }) => ({ code: 'gift-wildcard', params: { answer: excerpt(text) } })),
    ...(isPartial ? [{ code: 'gift-partial' }] : []),
  ];
  const found = typed.map(({ text, weight = 100, feedback }) => ({
    text: [typedAnswer(formatted(text, 'plain').text)],
    right: weight >= 100,
    why: why(reader, feedback),
  }));
  const weights = typed.map(({ weight = 100 }) => weight).join(' ');
  const kept = {
    ...(wild.length === 0
      ? {}
      : { answers: wild.map((one) => wildSource(source, one)).join('\n') }),
    ...(isPartial ? { weights } : {}),
  };
  return saying(remarks, buildShort(partsOf(source, kept), found));
}

const excerpt = (text: string): string => unshielded(text, ' ').slice(0, 200);

/** The feedback says its own format, for the question may come back in another one. */
const keptFeedback = ({ reader }: Source, feedback: string): string =>
  feedback === '' ? '' : `#${asSource(reader.withFormat(feedback))}`;

const wildSource = (source: Source, { text, weight = 100, feedback }: RawAnswer): string =>
  `=%${weight}%${asSource(text)}${keptFeedback(source, feedback)}`;

/** Answers are typed, so they have no format. */
const typedAnswer = (text: string): string =>
  unshielded(text, ' ')
    .replaceAll(String.raw`\*`, '*')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

function matching(source: Source, answers: readonly RawAnswer[]): Built {
  if (answers.length > limits.options) return tooMany(answers.length);
  const pairs: FoundPair[] = [];
  for (const { text, feedback } of answers) {
    // Nothing here has feedback: a # is a #.
    const body = feedback === '' ? text : `${text}#${feedback}`;
    const arrow = body.indexOf('->');
    if (arrow < 0)
      return { remarks: [{ code: 'gift-matching-arrow', params: { text: excerpt(body) } }] };
    const prompt = source.reader.line(body.slice(0, arrow));
    pairs.push({ prompt, choice: [typedAnswer(body.slice(arrow + 2))] });
  }
  return buildMatching(partsOf(source), pairs);
}

/** Why no number can be typed. */
function untyped(answers: readonly NumericAnswer[], broken: readonly string[]): Remark {
  const [text] = broken;
  if (text !== undefined) return { code: 'gift-numeric-broken', params: { text: excerpt(text) } };
  const range = answers.find(({ texts }) => texts.length === 0)?.range;
  return range === undefined
    ? { code: 'right-missing' }
    : { code: 'gift-numeric-range', params: { text: range } };
}

function numeric(source: Source, raw: string): Built {
  const { answers, broken, otherwise, isExact } = readNumeric(raw);
  const typed = answers.filter(({ texts }) => texts.length > 0);
  if (typed.every(({ right }) => !right)) return { remarks: [untyped(answers, broken)] };
  const accepted = typed.flatMap(({ texts, right }) => (right ? texts : []));
  const remarks: readonly Remark[] =
    isExact && broken.length === 0 && typed.length === answers.length
      ? []
      : [{ code: 'gift-numeric', params: { answers: accepted.join(', ').slice(0, 200) } }];
  const found = typed.flatMap(({ texts, right, feedback }) => {
    const reason = why(source.reader, feedback);
    return texts.map((answer) => ({ text: [answer], right, why: reason }));
  });
  const sources = [
    ...answers.map((answer) => answer.source),
    ...(otherwise === '' ? [] : [`~${keptFeedback(source, otherwise)}`]),
  ];
  const kept = { type: 'numeric', answers: sources.join('\n') };
  return saying(remarks, buildShort(partsOf(source, kept), uniqueByText(found)));
}

/** `1822` with full marks and `1822:2` with half of them: the better one comes first, and counts. */
function uniqueByText(found: readonly FoundOption[]): readonly FoundOption[] {
  const best = new Map<string, FoundOption>();
  for (const option of found.toSorted((a, b) => Number(b.right) - Number(a.right))) {
    const text = lineText(option.text);
    if (!best.has(text)) best.set(text, option);
  }
  return [...best.values()];
}

function truth(source: Source, answers: Extract<Answers, { type: 'truth' }>): Built {
  const { reader, parts } = source;
  const [yes, no] = truthWords(parts.language);
  const right = why(reader, answers.right);
  const wrong = why(reader, answers.wrong);
  return buildChoice(partsOf(source, { type: 'truefalse' }), [
    { text: [yes], right: answers.isTrue, why: answers.isTrue ? right : wrong },
    { text: [no], right: !answers.isTrue, why: answers.isTrue ? wrong : right },
  ]);
}
