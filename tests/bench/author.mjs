// What authors wait for: the doctor beside a draft of 1,000 scenarios, and the reading of 5,000 foreign questions.
// It is work of the worker, timed in Node by the time of the processor; the screen is timed in a slow Chromium.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { measureEditor } from './author-screen.mjs';
import { ownCode } from './own-code.mjs';

export const SCENARIOS = 1000;
export const QUESTIONS = 5000;
const FROM = 'questions/aws-notes';

const isText = (path) => /\.(?:md|yaml)$/.test(path);

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        return [path.slice(folder.length + 1), isText(path) ? bytes.toString() : bytes];
      }),
  );
}

/** Milliseconds: of the file in hand and of the whole after each letter, and of a whole import. */
export async function measureAuthor() {
  const { bigDraft, examined, imported, manyQuestions } = await ownCode('author-work');
  const files = bigDraft(filesOf(FROM), SCENARIOS);
  const { first, rounds } = examined(files);
  const { millis, report } = await imported(manyQuestions(QUESTIONS));
  if (report.type !== 'items' || report.items.length !== QUESTIONS)
    throw new Error(`${QUESTIONS} questions were not read`);
  const { url, close } = await serve('dist');
  const screen = await measureEditor(url, files);
  await close();
  return {
    ...screen,
    first,
    focus: rounds.map(({ focus }) => focus),
    whole: rounds.map(({ whole }) => whole),
    import: millis,
  };
}
