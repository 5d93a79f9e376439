/** A text with gaps, read for one number of them. */
export interface Cloze {
  /** With `[…]` or `[hint]` for the gaps of this number, and the words of the others. */
  readonly question: string;
  /** What stands for the first gap. */
  readonly mark: string;
  /** What was in the gaps of this number; the same words once. */
  readonly answers: readonly string[];
}

const token = /\{\{c([\d,]+)::|\}\}/g;
/** Anki itself looks no deeper. */
const DEEPEST = 10;
/** And no card has more gaps than anyone could learn. */
const MOST = 100;

type Piece = string | Gap;
interface Gap {
  readonly numbers: readonly number[];
  readonly pieces: Piece[];
}

export const isOcclusion = (text: string): boolean => /\{\{c[\d,]+::image-occlusion:/.test(text);

function piecesOf(text: string): readonly Piece[] {
  const root: Piece[] = [];
  const open: Gap[] = [];
  const put = (piece: Piece) => (open.at(-1)?.pieces ?? root).push(piece);
  let from = 0;
  for (const found of text.matchAll(token)) {
    put(text.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[1] === undefined) {
      const gap = open.pop();
      put(gap ?? found[0]);
    } else if (open.length < DEEPEST) {
      const numbers = found[1].split(',').map(Number);
      open.push({ numbers, pieces: [] });
    } else put(found[0]);
  }
  put(text.slice(from));
  // What is never closed is no gap.
  for (const gap of open.toReversed()) {
    const parent = open[open.indexOf(gap) - 1]?.pieces ?? root;
    parent.push(`{{c${gap.numbers.join(',')}::`, ...gap.pieces);
  }
  return root;
}

const partsOf = (gap: Gap): { readonly pieces: readonly Piece[]; readonly hint: string } => {
  const last = gap.pieces.at(-1);
  const at = typeof last === 'string' ? last.indexOf('::') : -1;
  if (typeof last !== 'string' || at < 0) return { pieces: gap.pieces, hint: '' };
  return { pieces: [...gap.pieces.slice(0, -1), last.slice(0, at)], hint: last.slice(at + 2) };
};

const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : wordsOf(partsOf(piece).pieces)))
    .join('');

interface Asked {
  readonly number: number;
  readonly answers: string[];
  readonly marks: string[];
}

function asked(pieces: readonly Piece[], into: Asked): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { pieces: inner, hint } = partsOf(piece);
      if (!piece.numbers.includes(into.number)) return asked(inner, into);
      const mark = hint.trim() === '' ? '[…]' : `[${hint.trim()}]`;
      into.answers.push(wordsOf(inner));
      into.marks.push(mark);
      return mark;
    })
    .join('');
}

const numbersIn = (pieces: readonly Piece[]): readonly number[] =>
  pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : [...piece.numbers, ...numbersIn(piece.pieces)],
  );

/** One question for each number of a gap, in the order of the numbers. */
export function readClozes(text: string): readonly Cloze[] {
  const pieces = piecesOf(text);
  const numbers = [...new Set(numbersIn(pieces))].toSorted((a, b) => a - b).slice(0, MOST);
  return numbers.map((number) => {
    const into: Asked = { number, answers: [], marks: [] };
    const question = asked(pieces, into);
    return { question, mark: into.marks[0] ?? '', answers: [...new Set(into.answers)] };
  });
}

/** Whether there is a gap that is closed. */
export const hasCloze = (text: string): boolean =>
  /\{\{c\d[\d,]*::/.test(text) && numbersIn(piecesOf(text)).length > 0;
