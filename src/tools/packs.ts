import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isInterfaceLanguage, type InterfaceLanguage } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from '#formats/digest.ts';
import { checkPacks, type CheckedPack } from './check-pack.ts';
import { packFolders } from './folders.ts';
import { problemLine } from './words.ts';

/** What the command line asks for. */
interface Wanted {
  readonly language: InterfaceLanguage;
  readonly json: boolean;
  /** Where to write each pack as one document, if anywhere. */
  readonly out: string | undefined;
  /** Folder names; none means all. */
  readonly only: readonly string[];
}

function parse(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      lang: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { lang, json, out } = values;
  if (!isInterfaceLanguage(lang)) throw new Error(`--lang is en or ja, not ${lang}`);
  return { language: lang, json, out, only: positionals };
}

const count = (problems: readonly Problem[], severity: Problem['severity']): number =>
  problems.filter((problem) => problem.severity === severity).length;

const summary = ({ name, pack, problems, silenced }: CheckedPack): string => {
  const scenarios = pack?.concepts.flatMap((concept) => concept.scenarios).length ?? 0;
  const parts = [
    `${pack?.concepts.length ?? 0} concepts`,
    `${scenarios} scenarios`,
    `${count(problems, 'error')} errors`,
    `${count(problems, 'warning')} warnings`,
    `${silenced} silenced`,
  ];
  return `${name}: ${parts.join(', ')}`;
};

/** The packs without errors as interchange documents, `<folder>.mondo.json`. */
async function writeDocuments(checked: readonly CheckedPack[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, pack, problems } of checked) {
    if (!pack || count(problems, 'error') > 0) continue;
    const document = JSON.stringify(await withRevisions(pack, digest), null, 2);
    writeFileSync(join(folder, `${name}.mondo.json`), `${document}\n`);
  }
}

/**
 * Checks every pack below a folder and prints what is wrong.
 * @returns the exit code: 1 when there is an error
 */
export async function main(args: readonly string[], questions: string): Promise<number> {
  const { language, json, out, only } = parse(args);
  const checked = checkPacks(packFolders(questions)).filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const problems = checked.flatMap((each) => each.problems);
  if (json) console.log(JSON.stringify(problems, null, 2));
  else {
    for (const problem of problems) console.log(problemLine(language, 'questions/', problem));
    for (const each of checked) console.log(summary(each));
  }
  if (out !== undefined) await writeDocuments(checked, out);
  return count(problems, 'error') > 0 ? 1 : 0;
}
