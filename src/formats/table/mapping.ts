import type { Language } from '#core/language.ts';
import type { Markup } from '#formats/cell-text.ts';

/**
 * Which column of a table means what: plain data that a screen shows, changes and keeps. Columns and rows count
 * from 0; null: there is none.
 */
export interface Mapping {
  /** Which sheet of the file. */
  readonly sheet: number;
  /**
   * `blackboard`: each row names its kind first, and its columns hang on the kind; `brightspace`: a question goes over
   * several rows, and each names first what it holds.
   */
  readonly layout: 'columns' | 'blackboard' | 'brightspace';
  /** The row with the names of the columns. */
  readonly header: number | null;
  /** The first row that holds a question. */
  readonly firstRow: number;
  readonly markup: Markup;
  /** One for each language that stands side by side; the first has the answer's texts. */
  readonly words: readonly WordColumns[];
  readonly answer: AnswerColumns;
  readonly kind: number | null;
  readonly id: number | null;
  /** Domain, category, chapter: the outermost first. */
  readonly path: readonly number[];
  readonly tags: readonly number[];
  /** Addresses of pictures, which cannot be brought in. */
  readonly images: readonly number[];
}

export interface WordColumns {
  /** Null: the language that the teacher said. */
  readonly language: Language | null;
  readonly situation: number | null;
  readonly question: number | null;
  readonly options: readonly number[];
  /** Parts the options that stand in one cell; empty when each has a column. */
  readonly separator: string;
  /** Why an option is right or wrong, in the order of the options; null: no column for that option. */
  readonly reasons: readonly (number | null)[];
  readonly rightWhen: readonly (number | null)[];
  readonly explanation: number | null;
}

export const answerForms = [
  'any',
  'letter',
  'number',
  'index',
  'text',
  'bits',
  'mark',
  'order',
] as const;
/**
 * How the right answer is told: by the option's letter, number (from 1), index (from 0) or text; a row of 0 and 1;
 * a mark in the option's own cell (`*Paris`); `order`: the first one is right. `any`: whatever fits.
 */
export type AnswerForm = (typeof answerForms)[number];

export interface AnswerColumns {
  readonly columns: readonly number[];
  /** A column for each option that holds an x or nothing. */
  readonly marks: readonly (number | null)[];
  readonly by: AnswerForm;
}

export const noWords: WordColumns = {
  language: null,
  situation: null,
  question: null,
  options: [],
  separator: '',
  reasons: [],
  rightWhen: [],
  explanation: null,
};
