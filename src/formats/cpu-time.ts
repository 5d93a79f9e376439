import process from 'node:process';

const millisOf = (work: () => void): number => {
  const begin = process.cpuUsage();
  work();
  return process.cpuUsage(begin).user / 1000;
};

const TURNS = 1e7;
/** What so many turns take on the machine that limits are meant for. */
const USUAL = 100;

/** How many times slower this machine is at the moment than the usual one, 1 at least. */
function slowness(): number {
  let sum = 0;
  const taken = millisOf(() => {
    for (let turn = 0; turn < TURNS; turn += 1) sum = Math.imul(sum, 31) + turn;
  });
  return Math.max(1, (sum === 0.5 ? 0 : taken) / USUAL);
}

/**
 * For tests: milliseconds of processor time, which other work on the machine does not change, as they would be on the
 * usual machine: shared ones are slowed down for minutes.
 */
export function cpuTime(work: () => void): number {
  const taken = millisOf(work);
  return taken < 200 ? taken : taken / slowness();
}
