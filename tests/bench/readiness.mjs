// Simulates learners who study a pack and sit its exam, and compares what was predicted with what came.
// `npm run bench -- readiness` prints; with `--write` it also records the tables in docs/READINESS.md.
import { ownCode } from './own-code.mjs';
import { writeSection } from './written.mjs';

export const FILE = 'docs/READINESS.md';
export const HEAD = `# How good the predictions are

What Mondo says of a chance to pass, and of a learner's memory, was held against what came. Both tables are written by the commands named in them, whatever came out.`;

/** Learners of each true memory. */
const EACH = Number(process.env.LEARNERS ?? 1000);

const points = (share) => (share * 100).toFixed(1);

const binTable = (bins) =>
  [
    '| predicted | | came true | 99 % interval | |',
    '|---|---|---|---|---|',
    ...bins.map(
      ({ count, predicted, came, least, most }) =>
        `| ${points(predicted)} % | of ${count} | ${points(came)} % | ${points(least)} to ${points(most)} | ${came < least || came > most ? 'outside' : ''} |`,
    ),
  ].join('\n');

const scoreTable = (scores) =>
  [
    '| true memory | learners | gate shut | passed | Brier: base rate | ours | oracle | ours / oracle |',
    '|---|---|---|---|---|---|---|---|',
    ...scores.map(
      ({ name, learners, shut, passed, base, ours, oracle }) =>
        `| ${name} | ${learners} | ${shut} | ${points(passed)} % | ${base.toFixed(4)} | ${ours.toFixed(4)} | ${oracle.toFixed(4)} | ${(ours / oracle).toFixed(2)} |`,
    ),
  ].join('\n');

function page({ scores, bins, oracleBins, answers, answerBins, targets }, seeds) {
  return `## The chance to pass

\`npm run bench -- readiness\`: simulated learners study 120 concepts (five scenarios each, four domains) for ten days to five weeks, then sit an exam of 50 questions that count with a mark of 72 ± 3 %. Their true memories are unlike the assumed one: FSRS-6 with other numbers for each learner and concept (perturbed), ACT-R, and FSRS with forgetting by the square root of time (steep); a fourth, which forgets exponentially, is shown apart, since no numbers of the assumed memory can follow it. They slip, carry rules over to new situations only mostly, and remember pictures. The app sees answers and confidence. The oracle knows every true chance to recall, but neither the questions nor the mark. Seeds ${seeds}.

${scoreTable(scores)}

What was predicted of passing, in the three:

${binTable(bins)}

What the oracle predicts, for comparison:

${binTable(oracleBins)}

${answers.count} single answers, each predicted from those before it (Brier ${answers.ours.toFixed(4)}, base rate ${answers.base.toFixed(4)}):

${binTable(answerBins)}

${targets.map(({ what, isMet }) => `- ${isMet ? 'kept' : 'MISSED'}: ${what}`).join('\n')}`;
}

export async function benchReadiness(write) {
  const { report, seedOf, sizeOf, memories } = await ownCode('readiness-report');
  const seeds = memories
    .map((name) => `${seedOf(name, 0)} to ${seedOf(name, sizeOf(name, EACH) - 1)} (${name})`)
    .join(', ');
  const result = report(EACH);
  const text = page(result, seeds);
  console.log(text);
  if (write) writeSection(FILE, HEAD, 'readiness', text);
  return result.targets.every(({ isMet }) => isMet);
}
