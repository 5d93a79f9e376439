import type { Language } from '#core/language.ts';
import type { Remark } from '#formats/imported.ts';
import { childOf, childrenOf, type XmlElement } from '#formats/xml.ts';
import { isBlank, plainField, readField, wordsOf, type Field, type Sheet } from './field.ts';
import { flag, fractionOf, letter, tooMany, withinLimit, type Outcome } from './outcome.ts';

export interface Answer {
  readonly text: Field;
  readonly why: Field;
  /** In percent. */
  readonly fraction: number;
}

type Weighed = Answer & { readonly right: boolean };

/** Which answers are right, when a question says what share of the mark each brings. */
function weighed(
  answers: readonly Answer[],
  isSingle: boolean | undefined,
): { readonly answers: readonly Weighed[]; readonly remark?: Remark } | null {
  const fractions = answers.map(({ fraction }) => fraction).filter((fraction) => fraction > 0);
  if (fractions.length === 0) return null;
  const top = fractions.reduce((a, b) => Math.max(a, b));
  const best = fractions.filter((fraction) => fraction === top).length;
  const from = (least: number) =>
    answers.map((answer) => ({ ...answer, right: answer.fraction >= least }));
  if (fractions.length === 1) return { answers: from(top) };
  const wantsOne = isSingle ?? top >= 100;
  if (wantsOne && best === 1) return { answers: from(top), remark: { code: 'partial-credit' } };
  const all = from(Number.MIN_VALUE);
  if (wantsOne) return { answers: all, remark: { code: 'moodle-any-of' } };
  const isEven = best === fractions.length;
  return isEven ? { answers: all } : { answers: all, remark: { code: 'partial-credit' } };
}

/** `single` or `multiple` by the number of right answers. */
export function choicesOf(
  sheet: Sheet,
  stem: Field,
  all: readonly Answer[],
  isSingle: boolean | undefined,
): Outcome {
  const answers = all.filter(({ text }) => !isBlank(text));
  if (answers.length < all.length) sheet.remarks.push({ code: 'moodle-empty-answer' });
  const found = weighed(answers, isSingle);
  if (!found)
    return all.some(({ fraction }) => fraction > 0)
      ? { code: 'moodle-answer-lost' }
      : { code: 'moodle-no-right' };
  if (answers.length < 2) return { code: 'moodle-too-few' };
  const fitting = withinLimit(found.answers);
  if (!fitting) return tooMany(answers.length);
  if (fitting.length < answers.length) sheet.remarks.push(tooMany(answers.length));
  if (found.remark) sheet.remarks.push(found.remark);
  const options = fitting.map(({ right }, index) => ({ id: letter(index), right }));
  const choose = fitting.filter(({ right }) => right).length;
  const base = { options, pin: [] };
  return {
    key: choose === 1 ? { kind: 'single', ...base } : { kind: 'multiple', choose, ...base },
    choices: fitting.map(({ text, why }, index) => ({ id: letter(index), text, why })),
    stem,
  };
}

const answerOf = (sheet: Sheet, answer: XmlElement): Answer => ({
  text: readField(sheet, answer),
  why: readField(sheet, childOf(answer, 'feedback')),
  fraction: fractionOf(answer),
});

const answersOf = (sheet: Sheet): readonly Answer[] =>
  childrenOf(sheet.element, 'answer').map((answer) => answerOf(sheet, answer));

export const readMultichoice = (sheet: Sheet, stem: Field): Outcome =>
  choicesOf(sheet, stem, answersOf(sheet), flag(sheet.element, 'single'));

/** Types of others that have several right answers and do not say so. */
export const readMultiresponse = (sheet: Sheet, stem: Field): Outcome =>
  choicesOf(sheet, stem, answersOf(sheet), false);

/** What is true, then what is false. */
export const truths: ReadonlyMap<Language, readonly [string, string]> = new Map([
  ['en', ['True', 'False']],
  ['ja', ['正しい', '誤り']],
]);

/** Moodle 1 wrote the words of the teacher's language: then true comes first. */
export function readTrueFalse(sheet: Sheet, stem: Field): Outcome {
  const answers = childrenOf(sheet.element, 'answer').slice(0, 2);
  const isTrue = answers.map((answer, index) => {
    const words = wordsOf(answer).toLowerCase();
    return words === 'true' || (words !== 'false' && index === 0);
  });
  if (isTrue[0] === isTrue[1]) return { code: 'moodle-too-few' };
  const words = truths.get(sheet.language) ?? ['True', 'False'];
  const all = answers.map((answer, index) => ({
    ...answerOf(sheet, answer),
    text: plainField(sheet, words[isTrue[index] ? 0 : 1]),
  }));
  return choicesOf(sheet, stem, all, true);
}
