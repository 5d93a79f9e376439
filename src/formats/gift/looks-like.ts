/** Braces with answers in them: a sign in front of the first, or one of the words for true and false. */
const answers = /\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}])/g;
const marks = [
  /^[ \t]*::[^:\n]{1,200}::/m,
  /^\$CATEGORY:/m,
  /^[ \t]*(?:::.{0,200}::)?\[(?:html|markdown|moodle|plain)\]/m,
];

/** How much a text looks like GIFT, from 0 to 1. */
export function looksLikeGift(text: string): number {
  const start = text.slice(0, 50_000);
  const found = start.match(answers)?.length ?? 0;
  const marked = marks.filter((mark) => mark.test(start)).length;
  // Programs have braces too, and lines that end in a semicolon.
  const code = start.match(/[;{][ \t]*$/gm)?.length ?? 0;
  if (found === 0) return marked > 1 ? 0.4 : 0;
  return Math.min(1, 0.6 + 0.2 * marked + (found > code ? 0.2 : 0));
}
