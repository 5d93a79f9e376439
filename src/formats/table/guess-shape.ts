import { placesBy } from './answer.ts';
import { cellOf, isBlank, type Row } from './grid.ts';
import { guessAnswer } from './guess-answer.ts';
import { answerForms, noWords, type AnswerForm, type Mapping } from './mapping.ts';

const WIDEST = 20;
const tried: readonly AnswerForm[] = answerForms.filter(
  (form) => form !== 'order' && form !== 'mark',
);

interface Candidate {
  readonly mapping: Mapping;
  readonly share: number;
}

const lengthOf = (rows: readonly Row[], column: number): number =>
  rows.reduce((sum, row) => sum + cellOf(row, column).trim().length, 0) / Math.max(rows.length, 1);

/** A table whose columns have no names: what stands in them must say it. */
export function guessShape(all: readonly Row[], noMapping: Mapping): Mapping {
  const rows = all.filter((row) => !isBlank(row));
  const width = Math.min(WIDEST, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  const filled = Array.from({ length: width }, (_unused, column) => column).filter((column) =>
    rows.some((row) => cellOf(row, column).trim() !== ''),
  );
  const [first, second] = filled;
  if (first === undefined) return noMapping;
  if (second === undefined) return { ...noMapping, words: [{ ...noWords, question: first }] };
  if (filled.length > 3) {
    const best = candidates(rows, filled, noMapping).toSorted((a, b) => b.share - a.share)[0];
    return best && best.share > 0.9
      ? best.mapping
      : { ...noMapping, words: [{ ...noWords, question: longest(rows, filled) }] };
  }
  return pairs(filled, noMapping);
}

/** Two columns with a term and its definition, a question and its answer; perhaps a third that is kept. */
function pairs(filled: readonly number[], noMapping: Mapping): Mapping {
  const [question = null, answer] = filled;
  return {
    ...noMapping,
    words: [{ ...noWords, question }],
    answer: { columns: answer === undefined ? [] : [answer], marks: [], by: 'any' },
  };
}

/** `question,a,b,c,d,answer` and its kin: the answer before, behind or far behind the options. */
function candidates(
  rows: readonly Row[],
  filled: readonly number[],
  noMapping: Mapping,
): readonly Candidate[] {
  const question = longest(rows, filled.slice(0, 3));
  const behind = filled.filter((column) => column > question);
  return behind.flatMap((answer): readonly Candidate[] => {
    const before = behind.filter((column) => column < answer);
    const options = before.length > 1 ? before : behind.filter((column) => column > answer);
    if (options.length < 2) return [];
    const words = { ...noWords, question, options };
    const guessed = guessAnswer(rows, words, { columns: [answer], marks: [], by: 'any' });
    const fits = rows.filter((row) =>
      tried.some(
        (by) =>
          (guessed.by === by || guessed.by === 'any') &&
          placesBy(
            by,
            [cellOf(row, answer)],
            options.map((column) => cellOf(row, column)),
          ) !== null,
      ),
    ).length;
    const explanation = before.length > 1 ? behind.find((column) => column > answer) : undefined;
    return [
      {
        mapping: {
          ...noMapping,
          words: [{ ...words, explanation: explanation ?? null }],
          answer: guessed,
          id: question > 0 ? (filled[0] ?? null) : null,
        },
        share: fits / rows.length,
      },
    ];
  });
}

const longest = (rows: readonly Row[], columns: readonly number[]): number =>
  columns.toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0] ?? 0;
