// Simulates learners before an exam under several rules of what to study, prints what they recall on the day.
// `npm run bench -- plan` prints; the seeds are fixed.
import { ownCode } from './own-code.mjs';

const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 40) }, (_, i) => 1001 + 10 * i);
const settings = [
  { minutes: 20, skipped: 0 },
  { minutes: 40, skipped: 0 },
  { minutes: 20, skipped: 0.3 },
  { minutes: 40, skipped: 0.3 },
];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Half the width of a 95 % interval. */
const spread = (values) => {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return (1.96 * Math.sqrt(variance)) / Math.sqrt(values.length - 1);
};

export async function benchPlan() {
  const { rules, simulate } = await ownCode('plan-simulation');
  const kept = [];
  const lines = [];
  for (const setting of settings) {
    const recalls = new Map(
      rules.map(({ name, make }) => [name, SEEDS.map((seed) => simulate(make(), setting, seed))]),
    );
    const [first, ...others] = rules.map(({ name }) => name);
    const ours = others.at(-1);
    const when = `${setting.minutes} min a day${setting.skipped > 0 ? `, ${setting.skipped * 100} % of days skipped` : ''}`;
    for (const [name, values] of recalls) {
      const gains = values.map((value, i) => value - recalls.get(first)[i]);
      const gain = name === first ? '' : `${mean(gains).toFixed(3)} ± ${spread(gains).toFixed(3)}`;
      lines.push(`| ${when} | ${name} | ${mean(values).toFixed(4)} | ${gain} |`);
    }
    const best = Math.max(
      ...[...recalls].filter(([name]) => name !== ours).map(([, values]) => mean(values)),
    );
    const gain = mean(recalls.get(ours)) - mean(recalls.get(first));
    const behind = best - mean(recalls.get(ours));
    kept.push((setting.skipped > 0 || gain >= 0.08) && behind <= 0.005);
    console.log(
      `${when}: ours beats reviews first by ${gain.toFixed(3)}, and the best other rule by ${(-behind).toFixed(3)}`,
    );
  }
  console.log(
    [
      '| setting | rule | recall on exam day | against reviews first |',
      '|---|---|---|---|',
      ...lines,
    ].join('\n'),
  );
  return kept.every(Boolean);
}
