import { limits } from '#core/pack/limits.ts';
import { documentText, lineText } from '#core/pack/document.ts';
import type { ScenarioText } from '#core/pack/model.ts';
import { fewWords } from '#formats/few-words.ts';
import type { ImportedQuestion, Remark } from '#formats/imported.ts';
import { hasInvisible } from '#formats/invisible.ts';
import type { Draft, Told } from './draft.ts';
import { asked, titleOf } from './asking.ts';
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

/** The last options, where the file holds them there and lets the others move. */
function pinned(shown: readonly Written[]): readonly string[] {
  const lastFree = shown.findLastIndex(({ part }) => part.isFixed !== true);
  return lastFree < 0
    ? []
    : shown.slice(lastFree + 1).map((_each, index) => letter(lastFree + 1 + index));
}

function choiceOf(draft: Draft & { kind: 'choice' }, told: Told, scribe: Scribe): Kind {
  if (draft.keys.length === 0) return refusal({ code: 'qti-no-key' });
  if (draft.parts.length > limits.options) return tooMany(draft.parts.length);
  const all = written(draft.parts, told, scribe);
  const isRight = ({ part }: Written) => draft.keys.includes(part.ident);
  const shown = all.filter((each) => isRight(each) || !isBlank(each.option.text));
  if (shown.some(({ option }) => isBlank(option.text))) return refusal({ code: 'qti-blank-key' });
  if (shown.length < all.length)
    scribe.say({ code: 'qti-blank-option', params: { count: all.length - shown.length } });
  if (shown.length < 2) return refusal({ code: 'qti-one-option' });
  const right = shown.filter(isRight).length;
  if (right === 0) return refusal({ code: 'qti-no-key' });
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
  if (steps.length < 2) return refusal({ code: 'qti-no-key' });
  if (keys.length < draft.keys.length) return refusal({ code: 'qti-order-twice' });
  const spare = draft.parts.filter((part) => !steps.includes(part));
  const options = written([...steps, ...spare], told, scribe).map(({ option }) => option);
  if (options.some(({ text }) => isBlank(text))) return refusal({ code: 'qti-blank-key' });
  const ids = options.map(({ id }) => id);
  const body = {
    kind: 'ordering',
    steps: ids.slice(0, steps.length),
    spare: ids.slice(steps.length),
  } as const;
  return { body, options };
}

function shortOf(draft: Draft & { kind: 'short' }, scribe: Scribe): Kind {
  const texts = [...new Set(draft.answers.map((answer) => answer.trim()))].filter(
    (answer) => answer !== '',
  );
  if (texts.length === 0) return refusal({ code: 'qti-no-key' });
  if (texts.length > limits.options) return tooMany(texts.length);
  if (texts.some(hasInvisible)) scribe.say({ code: 'letters-invisible' });
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
      return shortOf(draft, scribe);
    case 'refused':
      return { refusal: draft.remark };
  }
}

const encoder = new TextEncoder();

/** One of the texts is longer than a pack may hold. */
function isTooLong({ situation, question, options, decides }: ScenarioText): boolean {
  const texts = [
    documentText(situation),
    lineText(question),
    documentText(decides),
    ...options.flatMap(({ text, why }) => [lineText(text), documentText(why ?? [])]),
  ];
  return texts.some(
    (text) => text.length * 3 > limits.text && encoder.encode(text).length > limits.text,
  );
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
  if (isTooLong(text))
    return { refusal: { code: 'qti-text-too-long', params: { limit: limits.text } } };
  const kept = Object.fromEntries(told.kept);
  const title = titleOf(told.title) || fewWords(lineText(words.question)) || told.ident;
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
