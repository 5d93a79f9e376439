import { cutSegments } from './cut.ts';
import { takeKey } from './key.ts';
import { scanLines } from './lines.ts';
import { readSegment } from './segment.ts';

/** How much a text looks like exam questions in Markdown, from 0 to 1. */
export function looksLikeExamMarkdown(text: string): number {
  const { lines, key } = takeKey(scanLines(text.slice(0, 400_000)));
  const segments = cutSegments(lines, key.size > 0).slice(0, 200);
  const exams = segments.map(({ first, lines: own }) => readSegment(first, own));
  const answered = exams.filter(({ rights }, index) => {
    return rights !== null || key.has(segments[index]?.number ?? '');
  });
  const whole = answered.filter(({ options }) => options.length > 1);
  if (whole.length === 0) return 0;
  // A list of things to do has boxes too, and asks nothing.
  const asks = whole.some(
    ({ stem, options }) =>
      stem.join(' ').match(/[?？_]/) !== null || options[0]?.mark.style !== 'box',
  );
  return asks ? 0.5 + (0.45 * whole.length) / exams.length : 0.2;
}
