/**
 * Control signs that stand for themselves are put out of the way while the text is cut, and put back after.
 * Noncharacters of Unicode stand in for them: no text may hold any.
 */
const standIns = new Map(
  Array.from(':#={}~n', (sign, index) => [sign, String.fromCodePoint(0xfdd0 + index)]),
);
const signs = new Map(Array.from(standIns, ([sign, standIn]) => [standIn, sign]));

const anyNoncharacter = /[\ufdd0-\ufdef]/g;

/** Text in which `\~`, `\=` and the like are one letter each, and no control signs. */
export const shielded = (text: string): string =>
  text
    .replaceAll(anyNoncharacter, '\ufffd')
    .replaceAll(/\\([\\:#={}~n])/g, (_, sign: string) => standIns.get(sign) ?? '\\');

/** Braces that nobody escaped, as if somebody had. */
export const bracesShielded = (text: string): string =>
  text.replaceAll(/[{}]/g, (sign) => standIns.get(sign) ?? sign);

/** @param lineBreak what `\n` becomes */
export const unshielded = (text: string, lineBreak = '\n'): string =>
  text.replaceAll(anyNoncharacter, (letter) => {
    const sign = signs.get(letter);
    return sign === 'n' ? lineBreak : (sign ?? '');
  });

/** Shielded text as it stood in the file, on one line. */
export const asSource = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(anyNoncharacter, (letter) => `\\${signs.get(letter) ?? ''}`)
    .trim();

/** Text that means itself wherever it stands. */
export const escaped = (text: string): string =>
  text
    .replaceAll(anyNoncharacter, '\ufffd')
    .replaceAll(/[\\:#={}~]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n');
