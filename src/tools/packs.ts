import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isInterfaceLanguage, type InterfaceLanguage } from '#core/language.ts';
import { audit, leaks } from '#core/pack/audit/audit.ts';
import type { Problem } from '#core/pack/problem.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from '#formats/digest.ts';
import { readProfiles } from '#formats/markdown/read-profiles.ts';
import { auditLines } from './audit-table.ts';
import { checkCoverage, checkReview, writeCoverage } from './check-docs.ts';
import { checkPacks, type CheckedPack } from './check-pack.ts';
import { examFiles, packFolders } from './folders.ts';
import { readSite } from './site.ts';
import { problemLine } from './words.ts';

/** What the command line asks for. */
interface Wanted {
  readonly language: InterfaceLanguage;
  readonly json: boolean;
  /** Whether to measure if keys can be guessed. */
  readonly audit: boolean;
  /** Whether to write the table of claims anew. */
  readonly coverage: boolean;
  /** Whether a warning fails as an error does. */
  readonly strict: boolean;
  /** Whether facts have to be fresh today, and not only when the pack was released. */
  readonly today: boolean;
  /** Where to write each pack as one document, if anywhere. */
  readonly out: string | undefined;
  /** Folder names; none means all. */
  readonly only: readonly string[];
}

const USAGE = `npm run packs -- [options] [folder of a pack below questions/ ...]
  --lang en|ja   words of the problems
  --json         problems as values
  --strict       a warning fails as an error does
  --today        facts have to be fresh today, not only on the day of release
  --audit        measure whether keys can be guessed
  --coverage     write docs/COVERAGE.md anew
  --out <folder> write each pack without errors as one document`;

function parse(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      lang: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      audit: { type: 'boolean', default: false },
      coverage: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      today: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { lang, ...rest } = values;
  if (!isInterfaceLanguage(lang)) throw new Error(`--lang is en or ja, not ${lang}`);
  return { ...rest, out: rest.out, language: lang, only: positionals };
}

const localDate = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

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

interface Audited {
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}

/** Measures one pack; what leaks is an error of the pack as a whole. */
function audited({ name, pack }: CheckedPack): Audited {
  if (!pack) return { problems: [], lines: [] };
  const measured = audit(pack);
  const place = { file: `${name}/pack.yaml`, line: 1, column: 1 };
  return {
    problems: leaks(measured).map((leak) => ({ ...leak, ...place })),
    lines: auditLines(name, measured),
  };
}

function refuse(why: string): null {
  console.error(`${why}\n\n${USAGE}`);
  return null;
}

/** `null` when the command line asks for something that there is not; that has been said then. */
function understood(args: readonly string[], names: readonly string[]): Wanted | null {
  try {
    const wanted = parse(args);
    const strangers = wanted.only.filter((name) => !names.includes(name));
    if (strangers.length === 0) return wanted;
    return refuse(`no such pack: ${strangers.join(', ')}; there are ${names.join(', ')}`);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Checks every pack below a folder, and the documents about them in `docs` beside it, and prints what is wrong.
 * @returns the exit code: 1 when there is an error, or a warning where warnings count; 2 when it was asked wrongly
 */
export async function main(args: readonly string[], questions: string): Promise<number> {
  const folders = packFolders(questions);
  const names = folders.map(({ name }) => name);
  const wanted = understood(args, names);
  if (wanted === null) return 2;
  const { language, out, only } = wanted;
  const root = dirname(questions);
  const exams = readProfiles(examFiles(questions));
  const today = wanted.today ? localDate(new Date()) : null;
  const all = checkPacks(folders, { profiles: exams.profiles, today });
  const checked = all.filter(({ name }) => only.length === 0 || only.includes(name));
  if (wanted.coverage) writeCoverage(all, root);
  const audits = wanted.audit ? checked.map(audited) : [];
  const inPacks = [
    ...(only.length === 0 ? readSite(questions, names).problems : []),
    ...(only.length === 0 ? exams.problems : []),
    ...[...checked, ...audits].flatMap((each) => each.problems),
  ];
  const inDocs = [
    ...(only.length === 0 ? checkCoverage(all, root) : []),
    ...(await checkReview(checked, root)),
  ];
  if (wanted.json) console.log(JSON.stringify([...inPacks, ...inDocs], null, 2));
  else {
    for (const problem of inPacks) console.log(problemLine(language, 'questions/', problem));
    for (const problem of inDocs) console.log(problemLine(language, '', problem));
    for (const line of audits.flatMap(({ lines }) => lines)) console.log(line);
    for (const each of checked) console.log(summary(each));
  }
  if (out !== undefined) await writeDocuments(checked, out);
  const problems = [...inPacks, ...inDocs];
  const failing = wanted.strict ? problems.length : count(problems, 'error');
  return failing > 0 ? 1 : 0;
}
