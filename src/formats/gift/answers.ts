/** One answer as it stands in the file, its texts not read yet. */
export interface RawAnswer {
  readonly mark: '=' | '~' | '';
  /** Percent, when it was written. */
  readonly weight?: number;
  readonly text: string;
  readonly feedback: string;
}

export type Answers =
  | { readonly type: 'essay' }
  | { readonly type: 'none' }
  | { readonly type: 'many'; readonly count: number }
  | { readonly type: 'choice' | 'short'; readonly answers: readonly RawAnswer[] }
  | { readonly type: 'numeric'; readonly raw: string }
  | { readonly type: 'matching'; readonly answers: readonly RawAnswer[] }
  | {
      readonly type: 'truth';
      readonly isTrue: boolean;
      readonly wrong: string;
      readonly right: string;
    };

const weightMark = /^\s*%(-?\d{1,9}(?:\.\d{0,9})?)%/;

/** Far more than a question may have: they are counted, and not read. */
const MANY = 100;

/** Cuts at every sign; what stands before the first one has none. */
export function cutAnswers(section: string, signs: RegExp): readonly RawAnswer[] {
  const starts = Array.from(section.matchAll(signs), ({ index }) => index);
  const before = section.slice(0, starts[0]);
  const pieces = starts.map((start, at) => section.slice(start, starts[at + 1]));
  return [before, ...pieces]
    .map((piece) => piece.trimStart())
    .filter((piece) => !/^[=~]?\s*$/.test(piece))
    .map(answerOf);
}

/** Moodle knows thirds to five places; a weight below is none. */
const rounded = (weight: number): number => Number(weight.toFixed(5)) + 0;

function answerOf(raw: string): RawAnswer {
  const mark = raw.startsWith('=') ? '=' : raw.startsWith('~') ? '~' : '';
  const body = raw.slice(mark.length);
  const [said, weight] = weightMark.exec(body) ?? [''];
  const rest = body.slice(said.length);
  const hash = rest.indexOf('#');
  return {
    mark,
    ...(weight === undefined ? {} : { weight: rounded(Number(weight)) }),
    text: (hash < 0 ? rest : rest.slice(0, hash)).trim(),
    feedback: hash < 0 ? '' : rest.slice(hash + 1).trim(),
  };
}

/**
 * Whether each answer stands on a line of its own, and an equals sign within one is a word: `=x = 5`. Moodle wants it
 * escaped, and reads one more right answer.
 */
function isByLine(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const within = lines.map((line) => line.slice(1)).join('\n');
  return (
    lines.length > 1 &&
    within.includes('=') &&
    // Typed answers may follow one another without a blank.
    !(text.includes('~') ? /~|\s=[^\s=]/ : /=[^\s=]/).test(within) &&
    lines.every((line) => /^[=~]/.test(line))
  );
}

/** What stands between the braces, without the general feedback; the order of these checks is Moodle's. */
export function answersOf(section: string): Answers {
  const text = section.trim();
  if (text === '') return { type: 'essay' };
  if (text.startsWith('#')) return { type: 'numeric', raw: text.slice(1) };
  const isChoice = text.includes('~');
  const signs = isByLine(text) ? /^[ \t]*[=~]/gm : isChoice ? /[=~]/g : /=/g;
  const count = text.match(signs)?.length ?? 0;
  if (count > MANY) return { type: 'many', count };
  const answers = cutAnswers(text, signs);
  if (answers.length === 0) return { type: 'none' };
  if (isChoice) return { type: 'choice', answers };
  if (count > 0 && text.includes('->')) return { type: 'matching', answers };
  return truthOf(text) ?? { type: 'short', answers };
}

function truthOf(text: string): Answers | null {
  const [truth = '', wrong = '', ...right] = text.split('#');
  const word = truth.trim().toLowerCase();
  return ['t', 'true', 'f', 'false'].includes(word)
    ? { type: 'truth', isTrue: word.startsWith('t'), wrong, right: right.join('#') }
    : null;
}
