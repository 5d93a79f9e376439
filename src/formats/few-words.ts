/** Letters that a title in a list can hold. */
const TITLE = 80;

/** The first words of a text, in one line. */
export function fewWords(text: string): string {
  const words = text
    .slice(0, TITLE * 8)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = Array.from(words);
  if (letters.length <= TITLE) return words;
  const cut = letters.slice(0, TITLE - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return `${blank > TITLE / 2 ? cut.slice(0, blank) : cut}…`;
}
