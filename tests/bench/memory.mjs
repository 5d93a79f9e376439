// Predicts the reviews of a real learner's log one by one, by the average numbers and by the learner's own.
// `npm run bench -- memory <file.csv>` prints (or REVIEW_LOG=<file.csv>); with `--write` it also records the table in
// docs/READINESS.md. The log is only read.
import { readFileSync } from 'node:fs';
import { ownCode } from './own-code.mjs';
import { FILE, HEAD } from './readiness.mjs';
import { writeSection } from './written.mjs';

export async function benchMemory(file, write) {
  if (file === undefined) {
    console.error('Say which log: npm run bench -- memory <file.csv>');
    return false;
  }
  const { walk, ways } = await ownCode('memory-log');
  const { reviews, cards, predicted, remembered, base, losses, personal } = walk(
    readFileSync(file, 'utf8'),
  );
  const text = [
    '## The memory of one real learner',
    '',
    `\`npm run bench -- memory <file.csv>\`: ${reviews} reviews of ${cards} flashcards. Each of ${predicted} reviews on a later day is predicted from those before it, the numbers being fitted anew after every 250 (remembered: ${(remembered * 100).toFixed(1)} %; the last fit: ${Object.entries(
      personal,
    )
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join(', ')}). One learner is no proof.`,
    '',
    '| predicted by | log loss |',
    '|---|---|',
    `| how often it was remembered in all | ${base.toFixed(4)} |`,
    ...ways.map(({ name }, i) => `| ${name} | ${losses[i].toFixed(4)} |`),
  ].join('\n');
  console.log(text);
  if (write) writeSection(FILE, HEAD, 'memory', text);
  return true;
}
