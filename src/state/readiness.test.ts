import { expect, test, vi } from 'vitest';
import { ownExam } from '#core/exam/subject.ts';
import { answered, noon } from '#core/study/sample.ts';
import type { Clock } from '#core/time.ts';
import { openJournal } from '#storage/journal.ts';
import { createLearnerStore } from './learner.ts';
import { findReadiness } from './readiness.ts';
import { openLibrary, sampleBrowser } from './sample.ts';

const START = 20_000;
const ANSWERS = 300;

async function opened() {
  const { journal, ...ground } = await openJournal(sampleBrowser()());
  const learner = await createLearnerStore({ journal, ...ground });
  for (let i = 0; i < ANSWERS; i += 1) {
    const clock = noon(START + Math.floor(i / 20), i % 20);
    const { writer: _w, seq: _s, at: _a, offset: _o, epoch: _e, ...fact } = answered(1, clock);
    learner.getState().record([{ ...fact, concept: `c${i % 12}` }], clock);
  }
  const clock = (): Clock => noon(START + 30);
  // Reading the journal takes its own pauses: here it is read before.
  const [all, again] = [await journal.all(), await journal.again()];
  const readBefore = { ...journal, all: async () => all, again: async () => again };
  return { learner, journal: readBefore, clock, library: await openLibrary() };
}

test('the page can answer a tap every few answers while a chance is worked out', async () => {
  const stores = await opened();
  const [pack] = stores.library.getState().packs;
  const subject = pack && ownExam({ ...pack, exam });
  if (!subject) throw new Error('the sample has an exam');
  // Each look at the clock is a millisecond later: so a slice is as long as it has steps.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const pauses = vi.spyOn(globalThis, 'setTimeout');
  const { learner } = stores.learner.getState();
  const found = await findReadiness(stores, learner, subject, null);
  expect(found.readiness.record.predictions.length).toBeGreaterThan(100);
  // Three walks over the answers: what was known at the time, how it fared, what is evidence.
  expect(pauses.mock.calls.length).toBeGreaterThan((3 * ANSWERS) / 10);
  vi.restoreAllMocks();
});

const exam = { title: {}, questions: 20, minutes: 40, pass: 70, kinds: ['single' as const] };
