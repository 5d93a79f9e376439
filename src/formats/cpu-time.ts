import process from 'node:process';

/** For tests: milliseconds of processor time, which other work on the machine does not change. */
export function cpuTime(work: () => void): number {
  const begin = process.cpuUsage();
  work();
  return process.cpuUsage(begin).user / 1000;
}
