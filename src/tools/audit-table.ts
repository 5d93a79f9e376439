import type { Audit, Row } from '#core/pack/audit/audit.ts';

const NAMED = 12;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const verdict = ({ kept }: Row): string => {
  if (kept === null) return 'no bound';
  return kept ? 'kept' : 'BROKEN';
};

const cells = (row: Row): readonly string[] => {
  const points = (row.score - row.chance) * 100;
  return [
    row.language === undefined ? row.strategy : `${row.strategy} (${row.language})`,
    String(row.questions),
    String(row.speaks),
    percent(row.score),
    percent(row.chance),
    `${points < 0 ? '' : '+'}${points.toFixed(1)}`,
    (row.spread * 100).toFixed(1),
    verdict(row),
  ];
};

const head = ['guess', 'questions', 'speaks', 'score', 'chance', 'points', 'spread', 'bound'];

/** First column to the left, verdict as it is, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === head.length - 1
          ? cell.padEnd(width)
          : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

const worstOf = ({ strategy, language = 'all', worst }: Row): string => {
  const more = worst.length > NAMED ? `, and ${worst.length - NAMED} more` : '';
  return `  ${strategy} (${language}), least change first: ${worst.slice(0, NAMED).join(', ')}${more}`;
};

/** The measured leaks of a pack as lines of a table, and below it where to mend. */
export const auditLines = (name: string, { rows, learntByHeart }: Audit): readonly string[] => [
  `${name}: can the keys be guessed?`,
  ...aligned([head, ...rows.map(cells)]).map((line) => `  ${line}`),
  ...rows.filter(({ kept }) => kept === false).map(worstOf),
  `  answered from memory in every scenario: ${learntByHeart.join(', ') || 'no concept'}`,
];
