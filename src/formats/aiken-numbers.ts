/** The lines of a stem, and the number that the author gave it; empty when there is none. */
export interface NumberedStem {
  readonly number: string;
  readonly stem: readonly string[];
}

/** `1. `, `12) `, `(3) `, `4: `, `5 - `, `６．`, but no `3.5`. */
const bare = /^[(（]?([\d０-９]{1,4})(?:\s*[.):．）：、]|\s+[-–—](?=\s)|$)(?![\d０-９])\s*(.*)$/u;
/** `Q1. `, `Question 2: `, `No. 3 `, `問４ `, `第5問 `. */
const worded =
  /^(?:questions?|q|no|nr|問題?|第)\s*[.#]?\s*([\d０-９]{1,4})\s?問?\s?(?:[.):．）：、–—-]|(?<=\s)|$)(?![\d０-９])\s*(.*)$/iu;

/** So many of a file's questions must count on from one another, or their numbers are words. */
const SHARE = 2 / 3;

function split(stem: readonly string[]): NumberedStem & { readonly value: number | null } {
  const [first = '', ...rest] = stem;
  const text = first.trim();
  const [, number = '', words = ''] = worded.exec(text) ?? bare.exec(text) ?? [];
  const lines = words === '' ? rest : [words, ...rest];
  // A number alone is what is asked.
  return number === '' || lines.length === 0
    ? { number: '', stem, value: null }
    : { number, stem: lines, value: Number(number.normalize('NFKC')) };
}

/** Counts on from one to the other, those between them that have no number counted or not. */
const countsOn = (from: Placed | undefined, to: Placed | undefined): boolean =>
  from !== undefined &&
  to !== undefined &&
  (to.value === from.value + 1 || to.value - from.value === to.index - from.index);

interface Placed {
  readonly index: number;
  readonly value: number;
}

/**
 * Takes the numbers off the stems of a file where they number its questions: most of them count on from the one
 * before or up to the one behind. "3. generation" of one question is left as it is.
 */
export function withoutNumbers(stems: readonly (readonly string[])[]): readonly NumberedStem[] {
  const all = stems.map(split);
  const placed = all.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]));
  const counting = new Set(
    placed.flatMap((one, at) =>
      countsOn(placed[at - 1], one) || countsOn(one, placed[at + 1]) ? [one.index] : [],
    ),
  );
  const isNumbering = counting.size >= stems.length * SHARE;
  return all.map(({ number, stem }, index) =>
    isNumbering && counting.has(index)
      ? { number, stem }
      : { number: '', stem: stems[index] ?? [] },
  );
}
