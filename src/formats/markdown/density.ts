import type { Spot } from './report.ts';

/** What makes the work of the parser grow with its square, and how often it may stand in one block and in a file. */
const signs: readonly {
  readonly sign: RegExp;
  readonly inBlock: number;
  readonly inFile: number;
}[] = [
  { sign: /[*_]+/g, inBlock: 600, inFile: 3_000 },
  { sign: /[[\]<>]/g, inBlock: 600, inFile: 3_000 },
  { sign: /\|/g, inBlock: 2_000, inFile: 5_000 },
  { sign: /`/g, inBlock: 4_000, inFile: 40_000 },
  { sign: /`+/g, inBlock: 500, inFile: 6_000 },
  { sign: /&/g, inBlock: 2_000, inFile: 10_000 },
  { sign: /\\/g, inBlock: 5_000, inFile: 20_000 },
  { sign: /==/g, inBlock: 2_000, inFile: 10_000 },
];

/** What ends a paragraph for certain. */
const ends = /^\s*$|^ {0,3}[-+*][ \t]/;

export interface Density {
  readonly spot: Spot;
  readonly count: number;
  readonly limit: number;
}

/** Where marks stand so densely that no text of a teacher can be meant; null when they do not. */
export function tooDense(lines: readonly string[]): Density | null {
  for (const { sign, inBlock, inFile } of signs) {
    let block = 0;
    let file = 0;
    let first = 0;
    for (const [index, line] of lines.entries()) {
      if (ends.test(line)) {
        block = 0;
        first = index;
      }
      const count = line.match(sign)?.length ?? 0;
      block += count;
      file += count;
      if (block > inBlock || file > inFile) {
        const isBlock = block > inBlock;
        const spot = { line: (isBlock ? first : index) + 1, column: 1 };
        return { spot, count: isBlock ? block : file, limit: isBlock ? inBlock : inFile };
      }
    }
  }
  return null;
}
