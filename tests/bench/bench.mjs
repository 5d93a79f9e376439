// Measures the production build in a slow headless Chromium, prints a table and checks the budgets.
// `npm run bench` prints; `npm run bench -- --write` also records the table in docs/BENCH.md.
// `npm run bench -- plan` and `-- readiness` simulate learners instead, `-- memory <file.csv>` reads a review log.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { findChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { measureAuthor, QUESTIONS, SCENARIOS } from './author.mjs';
import { benchMemory } from './memory.mjs';
import { benchPlan } from './plan.mjs';
import { benchReadiness } from './readiness.mjs';
import { ANSWERS, CONCEPTS, makeBig } from './big.mjs';
import {
  answeringVisit,
  coldVisit,
  fill,
  newProfile,
  offlineVisits,
  SLOWDOWN,
  startVisit,
} from './visits.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const TAPS = 6;

const sorted = (values) => values.toSorted((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];

async function repeat(measure) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) results.push(await measure());
  return results;
}

/** The build as it is, with a new learner. */
async function measureFirst() {
  const { url, close } = await serve('dist');
  const near = await repeat(() => coldVisit(url, 150));
  const far = await repeat(() => coldVisit(url, 562));
  const offline = await repeat(() => offlineVisits(() => serve('dist')));
  const profile = newProfile();
  const answering = await answeringVisit(url, profile.folder, TAPS);
  profile.remove();
  await close();
  return { near, far, offline, answering };
}

/** A library of 10,000 concepts: for one who begins, and for one who has answered for years. */
async function measureBig() {
  const { site, texts } = await makeBig();
  const { url, close } = await serve(site);
  const beginner = newProfile();
  const veteran = newProfile();
  await fill(url, beginner.folder, { local: [], twin: { segments: [] } });
  await fill(url, veteran.folder, texts);
  const empty = await repeat(() => startVisit(url, beginner.folder));
  const full = await repeat(() => startVisit(url, veteran.folder));
  if (!empty.every(({ isFirst }) => isFirst) || full.some(({ isFirst }) => isFirst))
    throw new Error('the profiles do not hold what they should');
  const answering = await answeringVisit(url, veteran.folder, TAPS);
  beginner.remove();
  veteran.remove();
  await close();
  const rest = median(empty.map(({ start }) => start));
  return { later: full.map(({ start }) => start - rest), answering };
}

const isWritten = process.argv.includes('--write');
const [subject, file] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const others = {
  plan: () => benchPlan(),
  readiness: () => benchReadiness(isWritten),
  memory: () => benchMemory(file ?? process.env.REVIEW_LOG, isWritten),
};
if (subject !== undefined) process.exit((await others[subject]()) ? 0 : 1);

/** How fast the machine is just then: virtual ones are slowed down by their neighbours. */
function loopTime() {
  const began = performance.now();
  let value = 1;
  for (let i = 0; i < 1e7; i += 1) value = Math.imul(value, i | 1) + 1;
  return value === 0 ? 0 : performance.now() - began;
}

const loops = [loopTime()];
const first = await measureFirst();
loops.push(loopTime());
const big = await measureBig();
loops.push(loopTime());
const author = await measureAuthor();
loops.push(loopTime());

const millis = { unit: 'ms', digits: 0 };
const kilobytes = { unit: 'KB', digits: 1 };
const draft = `${SCENARIOS.toLocaleString('en')} scenarios`;
const many = `${ANSWERS.toLocaleString('en')} answers to ${CONCEPTS.toLocaleString('en')} concepts`;
const rows = [
  {
    what: 'For comparison: ten million multiplications in a loop, in Node',
    values: loops,
    ...millis,
  },
  {
    what: 'JavaScript before the first question can be answered, gzip',
    values: first.near.map(({ script }) => script),
    budget: 140,
    ...kilobytes,
  },
  {
    what: 'All bytes before it',
    values: first.near.map(({ all }) => all),
    budget: 200,
    ...kilobytes,
  },
  {
    what: 'Navigation to the first verdict, 150 ms a request',
    values: first.near.map(({ verdict }) => verdict),
    budget: 2500,
    ...millis,
  },
  {
    what: 'Navigation to the first verdict, 562 ms a request',
    values: first.far.map(({ verdict }) => verdict),
    ...millis,
  },
  {
    what: 'Second visit, without a network, to the first question',
    values: first.offline.map(({ again }) => again),
    budget: 700,
    ...millis,
  },
  {
    what: 'The same in a browser that has just been opened',
    values: first.offline.map(({ opened }) => opened),
    ...millis,
  },
  {
    what: 'The same while a debugger, or a test tool, watches',
    values: first.offline.map(({ debugged }) => debugged),
    ...millis,
  },
  {
    what: 'Tap on a confidence to the painted verdict',
    values: first.answering.taps,
    budget: 50,
    ...millis,
  },
  {
    what: `The same after ${many}`,
    values: big.answering.taps,
    budget: 50,
    ...millis,
  },
  {
    what: `Later visit after ${many}, to the start button: more than without`,
    values: big.later,
    budget: 400,
    ...millis,
  },
  {
    what: 'Written to localStorage by one answer, at most',
    values: [Math.max(first.answering.written, big.answering.written)],
    budget: 8,
    ...kilobytes,
  },
  {
    what: `Author: a draft of ${draft} opened, from its list to the painted form`,
    values: author.opened,
    budget: 1500,
    ...millis,
  },
  {
    what: 'Author: a letter typed there without a slowdown, to the frame that shows it, at most',
    values: [Math.max(...author.fast)],
    budget: 50,
    ...millis,
  },
  {
    what: 'Author: the same in the source',
    values: [Math.max(...author.fastSource)],
    budget: 50,
    ...millis,
  },
  {
    what: `For comparison: a letter in the form at ${SLOWDOWN}x, while all is examined for the first time`,
    values: author.letters,
    ...millis,
  },
  {
    what: 'For comparison: the first letters in the source, at the same',
    values: author.sourceLetters,
    ...millis,
  },
  {
    what: `Author: the scenario in hand examined, in a draft of ${draft}`,
    values: author.focus,
    budget: 100,
    ...millis,
  },
  {
    what: `Author: all of ${draft} examined after a change`,
    values: author.whole,
    budget: 1000,
    ...millis,
  },
  {
    what: `Author: ${draft} read for the first time, in slices`,
    values: [author.first],
    ...millis,
  },
  {
    what: `Author: ${QUESTIONS.toLocaleString('en')} questions in GIFT read`,
    values: [author.import],
    budget: 5000,
    ...millis,
  },
];

const isMissed = ({ values, budget }) => budget !== undefined && median(values) > budget;

function line(row) {
  const { what, values, budget, unit, digits } = row;
  const shown = sorted(values).map((value) => value.toFixed(digits));
  const range = values.length > 1 ? `${shown[0]} to ${shown.at(-1)}` : '';
  const verdict = budget === undefined ? '' : isMissed(row) ? 'MISSED' : 'kept';
  const limit = budget === undefined ? '' : `${budget} ${unit}`;
  return `| ${what} | ${median(values).toFixed(digits)} ${unit} | ${range} | ${limit} | ${verdict} |`;
}

const table = [
  '| what | median | range | budget | |',
  '|---|---|---|---|---|',
  ...rows.map(line),
].join('\n');
console.log(table);

if (isWritten) {
  const [version = ''] =
    /\d[\d.]*/.exec(execFileSync(findChromium(), ['--version'], { encoding: 'utf8' })) ?? [];
  writeFileSync(
    'docs/BENCH.md',
    `# Measured budgets

\`npm run bench -- --write\` wrote this on ${new Date().toISOString().slice(0, 10)}: the production build, in headless
Chromium ${version} on a virtual machine with ${cpus().length} cores, at ${SLOWDOWN}x CPU slowdown. First visits: a new
profile, 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request (562 ms where it says so), ${RUNS} runs; a script taps
as soon as there is something to tap. Visits are measured without a debugger, as learners have them; what one costs stands
below, since test tools bring one. Without a network means that the server is gone. Taps: ${TAPS} answers, 1.5 s after each question, pressed for 60 ms; time begins when the finger leaves. What is painted counts when its
frame has been. The long journal is made up by a fixed seed and stored as a rest would leave it. 1 KB is
1,024 bytes; the bytes are those over the wire, headers included. The rows of the author up to the letters are the screen, with
everything on this device, letters by the one that waited longest; the others are work of the worker, in Node, by the
time of the processor, without a slowdown.

${table}
`,
  );
}
process.exitCode = rows.some(isMissed) ? 1 : 0;
