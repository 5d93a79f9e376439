import { limits } from '#core/pack/limits.ts';
import { lineText, type Block, type Document, type Line } from '#core/pack/document.ts';
import type { ScenarioText } from '#core/pack/model.ts';
import type { ImportedQuestion, Remark } from '#formats/imported.ts';
import type { Draft, Told } from './draft.ts';
import { pairsOf } from './pairs.ts';
import {
  letter,
  refusal,
  tooMany,
  written,
  type Kind,
  type KindBody,
  type Written,
} from './parts.ts';
import { isBlank, type Scribe } from './scribe.ts';

/** What stands in the text for a field or a menu. */
const GAP = '____';

/** Letters in the title that is made of the question. */
const TITLE = 60;

const saysNothing = (title: string): boolean =>
  /^(?:question|item|frage|問題)?[\s#._-]*\d*$/i.test(title);

const shortened = (words: string): string => {
  const letters = Array.from(words.replaceAll(/\s+/g, ' ').trim());
  return letters.length <= TITLE ? letters.join('') : `${letters.slice(0, TITLE - 1).join('')}…`;
};

/** The words of a title, unless it is but a number. */
export const titleOf = (title: string): string =>
  saysNothing(title.trim()) ? '' : shortened(title);

interface Asked {
  readonly situation: Document;
  readonly question: Line;
}

const says = (block: Block, passes: (words: string) => boolean): boolean =>
  block.type === 'paragraph' && passes(lineText(block.children).trim());

/** Where the question stands: before a blank that stands alone, in the last gap, else in the last paragraph. */
function askingAt(blocks: Document): number {
  const alone = blocks.findLastIndex((block) => says(block, (words) => words === GAP));
  if (alone > 0) return alone - 1;
  const within = blocks.findLastIndex((block) => says(block, (words) => words.includes(GAP)));
  return within < 0 ? blocks.findLastIndex(({ type }) => type === 'paragraph') : within;
}

/** One paragraph asks; what stands around it is the situation. */
function lastAsks(blocks: Document): Asked | null {
  const index = askingAt(blocks);
  const block = blocks[index];
  if (block?.type !== 'paragraph') return null;
  const situation = blocks.filter(
    (each, at) => at !== index && !(at === index + 1 && says(each, (words) => words === GAP)),
  );
  return { situation, question: block.children };
}

function asked(told: Told, scribe: Scribe): Asked | null {
  const passage = scribe.blocks(told.passage);
  const stem = scribe.blocks(told.stem);
  const prompt = lastAsks(scribe.blocks(told.prompt));
  if (prompt)
    return { situation: [...passage, ...stem, ...prompt.situation], question: prompt.question };
  const found = lastAsks(stem);
  if (found) return { ...found, situation: [...passage, ...found.situation] };
  if (titleOf(told.title) === '') return null;
  scribe.say('qti-title-asks');
  return { situation: [...passage, ...stem], question: [told.title] };
}

/** The last options, where the file holds them there and lets the others move. */
function pinned(shown: readonly Written[]): readonly string[] {
  const lastFree = shown.findLastIndex(({ part }) => part.isFixed !== true);
  return lastFree < 0
    ? []
    : shown.slice(lastFree + 1).map((_each, index) => letter(lastFree + 1 + index));
}

function choiceOf(draft: Draft & { kind: 'choice' }, told: Told, scribe: Scribe): Kind {
  if (draft.keys.length === 0) return refusal('qti-no-key');
  if (draft.parts.length > limits.options) return tooMany(draft.parts.length);
  const all = written(draft.parts, told, scribe);
  const isRight = ({ part }: Written) => draft.keys.includes(part.ident);
  const shown = all.filter((each) => isRight(each) || !isBlank(each.option.text));
  if (shown.some(({ option }) => isBlank(option.text))) return refusal('qti-blank-key');
  if (shown.length < all.length)
    scribe.say('qti-blank-option', { count: all.length - shown.length });
  if (shown.length < 2) return refusal('qti-one-option');
  const right = shown.filter(isRight).length;
  if (right === 0) return refusal('qti-no-key');
  const options = shown.map((each, index) => ({ id: letter(index), right: isRight(each) }));
  const texts = shown.map(({ option }, index) => ({ ...option, id: letter(index) }));
  const pin = pinned(shown);
  const body: KindBody =
    right === 1
      ? { kind: 'single', options, pin }
      : { kind: 'multiple', choose: right, options, pin };
  return { body, options: texts };
}

function orderOf(draft: Draft & { kind: 'order' }, told: Told, scribe: Scribe): Kind {
  if (draft.parts.length > limits.options) return tooMany(draft.parts.length);
  const keys = [...new Set(draft.keys)];
  const steps = keys.flatMap((key) => draft.parts.filter(({ ident }) => ident === key));
  if (steps.length < 2) return refusal('qti-no-key');
  if (keys.length < draft.keys.length) return refusal('qti-order-twice');
  const spare = draft.parts.filter((part) => !steps.includes(part));
  const options = written([...steps, ...spare], told, scribe).map(({ option }) => option);
  if (options.some(({ text }) => isBlank(text))) return refusal('qti-blank-key');
  const ids = options.map(({ id }) => id);
  const body = {
    kind: 'ordering',
    steps: ids.slice(0, steps.length),
    spare: ids.slice(steps.length),
  } as const;
  return { body, options };
}

function shortOf(draft: Draft & { kind: 'short' }): Kind {
  const texts = [...new Set(draft.answers.map((answer) => answer.trim()))].filter(
    (answer) => answer !== '',
  );
  if (texts.length === 0) return refusal('qti-no-key');
  if (texts.length > limits.options) return tooMany(texts.length);
  const answers = texts.map((text, index) => ({ id: letter(index), right: true, texts: [text] }));
  return {
    body: { kind: 'short', compare: draft.compare, answers },
    options: answers.map(({ id, texts: [text] }) => ({ id, text: [text ?? ''] })),
  };
}

function kindOf(draft: Draft, told: Told, scribe: Scribe): Kind {
  switch (draft.kind) {
    case 'choice':
      return choiceOf(draft, told, scribe);
    case 'order':
      return orderOf(draft, told, scribe);
    case 'pairs':
      return pairsOf(draft, told, scribe);
    case 'short':
      return shortOf(draft);
    case 'refused':
      return { refusal: draft.remark };
  }
}

/** The question of an item, or why there is none. */
export function questionOf(
  draft: Draft,
  told: Told,
  scribe: Scribe,
): { readonly question: ImportedQuestion } | { readonly refusal: Remark } {
  const kind = kindOf(draft, told, scribe);
  if ('refusal' in kind) return kind;
  const words = asked(told, scribe);
  if (!words) return { refusal: { code: 'qti-no-words' } };
  const text: ScenarioText = {
    ...words,
    options: kind.options,
    decides: scribe.blocks(told.decides),
  };
  const kept = Object.fromEntries(told.kept);
  const title = titleOf(told.title) || shortened(lineText(words.question)) || told.ident;
  return {
    question: {
      ...kind.body,
      title,
      path: told.path,
      tags: told.tags,
      text: { [told.language]: text },
      origin: {
        format: 'qti',
        ...(told.ident === '' ? {} : { name: told.ident }),
        ...(told.kept.size === 0 ? {} : { kept }),
      },
    },
  };
}
