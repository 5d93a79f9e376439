import { limits } from '#core/pack/limits.ts';
import { childOf, childrenOf } from '#formats/xml.ts';
import { isBlank, readField, readPlain, type Field, type Sheet } from './field.ts';
import { letter, tooMany, type Choice, type Outcome } from './outcome.ts';

export interface Pair {
  /** Nothing for a choice that belongs to no prompt. */
  readonly prompt?: Field;
  readonly choice: Field;
}

const sameText = ({ pieces }: Field): string => JSON.stringify(pieces);

/** Prompts to choices; choices with the same words are one. */
export function pairsOf(stem: Field, pairs: readonly Pair[]): Outcome {
  const prompts = pairs.flatMap(({ prompt, choice }) => (prompt ? [{ prompt, choice }] : []));
  const choices = new Map(pairs.map(({ choice }) => [sameText(choice), choice]));
  const count = prompts.length + choices.size;
  if (count > limits.options) return tooMany(count);
  if (prompts.length === 0 || choices.size < 2) return { code: 'moodle-too-few' };
  const ids = new Map([...choices.keys()].map((text, at) => [text, letter(prompts.length + at)]));
  const idOf = (choice: Field) => ids.get(sameText(choice)) ?? '';
  return {
    key: {
      kind: 'matching',
      prompts: prompts.map(({ choice }, at) => ({ id: letter(at), choice: idOf(choice) })),
      choices: [...ids.values()],
    },
    choices: [
      ...prompts.map(({ prompt }, at): Choice => ({ id: letter(at), text: prompt })),
      ...[...choices.values()].map((text): Choice => ({ id: idOf(text), text })),
    ],
    stem,
  };
}

/** `matching`, whose choices are plain, and `ddmatch`, whose choices are HTML. */
export function readMatching(sheet: Sheet, stem: Field): Outcome {
  const read = sheet.element.attributes.get('type') === 'ddmatch' ? readField : readPlain;
  const pairs = childrenOf(sheet.element, 'subquestion').map((pair): Pair => {
    const prompt = readField(sheet, pair);
    const choice = read(sheet, childOf(pair, 'answer'));
    return isBlank(prompt) ? { choice } : { prompt, choice };
  });
  const written = pairs.filter(({ choice }) => !isBlank(choice));
  if (pairs.some(({ prompt, choice }) => prompt && isBlank(choice)))
    sheet.remarks.push({ code: 'moodle-empty-answer' });
  return pairsOf(stem, written);
}

/** The order of the file is the right one. */
export function readOrdering(sheet: Sheet, stem: Field): Outcome {
  const answers = childrenOf(sheet.element, 'answer');
  const choices = answers
    .map((answer, at) => ({
      id: letter(at),
      text: readField(sheet, answer),
      why: readField(sheet, childOf(answer, 'feedback')),
    }))
    .filter(({ text }) => !isBlank(text));
  if (choices.length > limits.options) return tooMany(choices.length);
  if (choices.length < 2) return { code: 'moodle-too-few' };
  return {
    key: { kind: 'ordering', steps: choices.map(({ id }) => id), spare: [] },
    choices,
    stem,
  };
}
