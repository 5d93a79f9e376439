import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { createDesk } from './desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** So many concepts are so many slices. */
const COUNT = 12;

const files = new Map(
  [...smallPack].flatMap(([path, text]): [string, string][] =>
    path.startsWith('concepts/')
      ? Array.from({ length: COUNT }, (_, index) => [path.replace('work', `work-${index}`), text])
      : [[path, text]],
  ),
);

/** On this device each look at the clock takes a while. */
const SLOW = 400;

beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += SLOW));
});
afterEach(() => void vi.restoreAllMocks());

/** What the page hears until this comes. */
async function heardUntil(last: FromWorker['type'], message: ToWorker) {
  const heard: FromWorker['type'][] = [];
  const desk = createDesk(({ type }) => heard.push(type));
  desk({ type: 'files', isWhole: true, set: [...files], gone: [] });
  desk(message);
  await vi.waitFor(() => expect(heard.at(-1)).toBe(last));
  return heard;
}

test.each([
  ['whole', { type: 'look', ask: 1, file: null, today: '2026-11-20' }],
  ['pack', { type: 'pack', job: 1 }],
] as const)(
  'a first reading that ends in "%s" gives signs of life, each second',
  async (last, message) => {
    const heard = await heardUntil(last, message);
    const signs = heard.filter((type) => type === 'alive');
    expect(signs.length).toBeGreaterThanOrEqual(Math.floor((COUNT * SLOW) / 1200));
    expect(signs.length).toBeLessThan(COUNT);
  },
);
