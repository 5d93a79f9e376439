import type { DraftFiles } from '#core/author/history.ts';
import { seeded } from '#core/random.ts';
import { createDesk } from '#state/author/desk.ts';
import { createExaminer } from '#state/author/examine-draft.ts';
import type { ImportReport } from '#state/author/import-types.ts';

/** What authors wait for, done in Node: a draft of so many scenarios examined, so many questions read. */

const SCENARIO = /^concepts\/([^/]+)\/(?!concept\.md)[^/]+\.md$/;

/** A draft of so many scenarios, made of the concepts of one that is smaller, each copy under another id. */
export function bigDraft(files: DraftFiles, scenarios: number): DraftFiles {
  const big = new Map([...files].filter(([path]) => !path.startsWith('concepts/')));
  const folders = new Map<string, [string, string | Uint8Array][]>();
  for (const [path, content] of files) {
    const [, concept = ''] = /^concepts\/([^/]+)\//.exec(path) ?? [];
    if (concept !== '') folders.set(concept, [...(folders.get(concept) ?? []), [path, content]]);
  }
  let count = 0;
  for (let copy = 1; count < scenarios; copy += 1)
    for (const [concept, own] of folders) {
      if (count >= scenarios) break;
      for (const [path, content] of own) {
        if (SCENARIO.test(path)) count += 1;
        big.set(path.replace(`/${concept}/`, `/${concept}-${copy}/`), varied(content, copy));
      }
    }
  return big;
}

/** No two copies are the same text: the doctor would have nothing to compare. */
function varied(content: string | Uint8Array, copy: number): string | Uint8Array {
  if (typeof content !== 'string') return content;
  const random = seeded(copy);
  return content
    .replaceAll(/^(confusable|claims|aged): .*$/gm, '')
    .replaceAll(/\{=[a-z0-9-]+\}/g, '')
    .replaceAll(/\b(?:company|team|会社|チーム)\b/g, () => `group ${Math.floor(random() * 1000)}`);
}

/** So many questions in GIFT. */
export function manyQuestions(count: number): string {
  const random = seeded(1);
  const number = (): number => Math.floor(random() * 100_000);
  return Array.from(
    { length: count },
    (_, index) =>
      `// question: ${index + 1}\n::Q${index + 1}:: A lamp of ${number()} lumen stands in hall ${index}.` +
      ` Which of these is brighter? {\n=one of ${number()} #It is brighter.\n~one of ${number()} #It is not.` +
      `\n~none\n~all}\n`,
  ).join('\n');
}

/** Milliseconds of work. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The first examination of a draft, concept by concept as the worker does it, the next one after a letter was typed, and that of the file in hand. */
export function examined(files: DraftFiles) {
  const examiner = createExaminer();
  const readOn = examiner.newReader();
  const today = '2026-11-26';
  const first = timed(() => {
    while (readOn(files));
    examiner.whole(files, today);
  });
  const path = [...files.keys()].find((one) => SCENARIO.test(one)) ?? '';
  const rounds = Array.from({ length: 9 }, (_, round) => {
    const typed = `${String(files.get(path))}${'x'.repeat(round)}\n`;
    const next = new Map(files).set(path, typed);
    const focus = timed(() => examiner.focus(next, path));
    const whole = timed(() => examiner.whole(next, today));
    return { focus, whole };
  });
  return { first, rounds };
}

/** Reads foreign questions as the worker does. */
export async function imported(text: string): Promise<{ millis: number; report: ImportReport }> {
  const before = process.cpuUsage();
  const report = await new Promise<ImportReport>((resolve) => {
    const desk = createDesk((message) => {
      if (message.type === 'imported') resolve(message.report);
    });
    const bytes = new TextEncoder().encode(text);
    desk({
      type: 'import',
      ask: 1,
      job: { files: [{ path: 'many.gift', bytes }], format: null, language: 'en', mapping: null },
    });
  });
  const { user, system } = process.cpuUsage(before);
  return { millis: (user + system) / 1000, report };
}
