/** A line that may begin or end a block of code: its sign, and the language behind it. */
const sign = /^\s{0,12}(`{3,}|~{3,})\s*([^`]*)$/;
/** Where a question begins, whatever the file's way: no code goes on over that. */
const question =
  /^\s{0,3}(?:#{2,6}\s*\p{L}{0,12}|(?:\*\*)?(?:Q|Question|問題?))[\s.#]{0,3}\d{1,4}\s?[.):：。．]/iu;

/** Signs that are longer are as good as these. */
const LONGEST = 6;

interface Mark {
  readonly kind: string;
  readonly length: number;
  readonly canEnd: boolean;
}

function markOf(text: string): Mark | null {
  const [, signs, language] = sign.exec(text) ?? [];
  if (signs === undefined) return null;
  const kind = signs.charAt(0);
  return { kind, length: Math.min(signs.length, LONGEST), canEnd: language === '' };
}

/** For each line that could begin a block, where it would end; 0 when it does not before the next question. */
function endsOf(marks: readonly (Mark | null)[], texts: readonly string[]): Uint32Array {
  const ends = new Uint32Array(texts.length);
  const next = new Map<string, number>();
  let nextQuestion = texts.length;
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    if (mark) {
      const end = next.get(`${mark.kind}${mark.length}`) ?? texts.length;
      ends[at] = end < nextQuestion ? end : 0;
      if (mark.canEnd)
        for (let length = 3; length <= mark.length; length += 1)
          next.set(`${mark.kind}${length}`, at);
    } else if (question.test(texts[at] ?? '')) nextQuestion = at;
  }
  return ends;
}

/** Which lines are code, fences included. A fence that nobody closed is none, so that it swallows no questions. */
export function codeLines(texts: readonly string[]): readonly boolean[] {
  const marks = texts.map(markOf);
  const ends = endsOf(marks, texts);
  const isCode = texts.map(() => false);
  for (let at = 0; at < texts.length; at += 1) {
    const end = ends[at] ?? 0;
    if (end === 0) continue;
    isCode.fill(true, at, end + 1);
    at = end;
  }
  return isCode;
}
