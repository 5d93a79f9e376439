import { expect, test, vi } from 'vitest';
import { effective } from '#core/journal/effective.ts';
import type { Fact } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import { averageMemory } from '#core/memory/model.ts';
import { answered, noon } from '#core/study/sample.ts';
import { openJournal } from '#storage/journal.ts';
import { fitMemory } from './fitting.ts';
import { createLearnerStore } from './learner.ts';
import { runJob, type Job } from './pack-jobs.ts';
import { openLibrary, sampleBrowser } from './sample.ts';
import type { JobWorker } from './workshop.ts';

const START = 20_000;

/** A worker without a thread. */
function openWorker(): JobWorker {
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  return {
    postMessage: (job: Job) =>
      void runJob(job).then((data) => listeners.forEach((listen) => listen({ data }))),
    addEventListener: (type, listen) => {
      if (type === 'message') listeners.push(listen);
    },
    terminate: () => undefined,
  };
}

/** Somebody who answered twelve concepts on so many days, and forgets everything. */
async function studied(days: number) {
  const opened = await openJournal(sampleBrowser()());
  const learner = await createLearnerStore(opened);
  for (let day = 0; day < days; day += 1)
    for (let i = 0; i < 12; i += 1) {
      const clock = noon(START + day * 3, i);
      const { writer: _w, seq: _s, at: _a, offset: _o, epoch: _e, ...answer } = answered(1, clock);
      const scenario = `s${day % 3}`;
      const fact: Fact<'answered'> = { ...answer, concept: `c${i}`, scenario, right: day === 0 };
      learner.getState().record([fact], clock);
    }
  return { opened, learner };
}

const stores = async (days: number, today: number) => {
  const { opened, learner } = await studied(days);
  const library = await openLibrary();
  const clock = () => noon(START + today);
  return { learner, library, journal: opened.journal, clock, openWorker };
};

test('the numbers are fitted once a day, and every answer is folded by them', async () => {
  const all = await stores(8, 40);
  expect(await fitMemory(all)).toBe(true);
  const { learner, journal } = all;
  await vi.waitFor(() =>
    expect(learner.getState().learner.settings.personal.first).toBeLessThan(-0.1),
  );
  const present = learner.getState().learner;
  expect(present.settings.fittedAfter).toBe(96);
  expect(present).toEqual(replay(effective(await journal.all())));
  expect(await fitMemory(all)).toBe(false);
});

test('after few answers nothing is fitted', async () => {
  const all = await stores(4, 40);
  expect(await fitMemory(all)).toBe(false);
  expect(all.learner.getState().learner.settings.personal).toEqual(averageMemory);
});

test('a worker that fails changes nothing', async () => {
  const all = await stores(8, 40);
  const broken = (): JobWorker => ({
    postMessage: () => undefined,
    addEventListener: (type, listen) => {
      if (type === 'error') listen({});
    },
    terminate: () => undefined,
  });
  expect(await fitMemory({ ...all, openWorker: broken })).toBe(false);
  expect(all.learner.getState().learner.settings.fittedAfter).toBe(0);
});
