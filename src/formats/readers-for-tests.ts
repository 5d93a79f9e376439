import * as fc from 'fast-check';
import { documentText, lineText } from '#core/pack/document.ts';
import type { Scenario } from '#core/pack/model.ts';
import { parsePack } from '#core/pack/read-document.ts';
import type { ForeignFile, Imported, ImportedItem, ImportedQuestion, Reader } from './imported.ts';
import { cpuTime } from './cpu-time.ts';

/** A file with this text, in English. */
export const fileOf = (text: string, language = 'en'): ForeignFile => ({
  name: 'file.txt',
  bytes: new TextEncoder().encode(text),
  language,
});

const rightIds = (question: ImportedQuestion): readonly string[] => {
  if ('options' in question) return question.options.flatMap((one) => (one.right ? [one.id] : []));
  if ('answers' in question) return question.answers.flatMap((one) => (one.right ? [one.id] : []));
  return [];
};

/** A question in one line: `kind: situation | question [*right (why), wrong] decides`. */
export function toldQuestion(question: ImportedQuestion): string {
  const [text] = Object.values(question.text);
  if (!text) return '';
  const rights = rightIds(question);
  const pairs = new Map(
    question.kind === 'matching' ? question.prompts.map(({ id, choice }) => [id, choice]) : [],
  );
  const options = text.options.map(({ id, text: words, why }) => {
    const choice = pairs.get(id);
    const mark = rights.includes(id) ? '*' : '';
    const pair = choice === undefined ? '' : ` => ${choice}`;
    return `${mark}${lineText(words)}${pair}${why ? ` (${documentText(why)})` : ''}`;
  });
  const situation = text.situation.length > 0 ? `${documentText(text.situation)} | ` : '';
  const decides = text.decides.length > 0 ? ` ${documentText(text.decides)}` : '';
  return `${question.kind}: ${situation}${lineText(text.question)} [${options.join(', ')}]${decides}`;
}

/** An item in one line, its remarks by code. */
const toldItem = ({ line, question, remarks }: ImportedItem): string =>
  [
    `${line}`,
    question === undefined ? 'not taken' : toldQuestion(question),
    ...remarks.map(({ code }) => `!${code}`),
  ].join(' ');

export const told = (imported: Imported): readonly string[] => imported.items.map(toldItem);

/** A question as a scenario of a pack, with what an import has to add. */
const asScenario = (question: ImportedQuestion, index: number): Scenario => {
  const { title: _title, path: _path, tags: _tags, ...rest } = question;
  return {
    ...rest,
    id: `s${index}`,
    was: [],
    reserve: false,
    references: [],
    aged: [],
    textRev: 'aaaaaaaa',
    keyRev: 'aaaaaaaa',
  };
};

/** What is wrong with a result: with its questions as a pack, with its items, with its keys. */
export function flaws(imported: Imported): readonly string[] {
  const questions = imported.items.flatMap(({ question }) => question ?? []);
  const pack = {
    format: 1,
    uid: 'aaaaaaaaaaaa',
    version: '1.0.0',
    released: '2026-11-20',
    languages: ['en'],
    title: { en: 'A' },
    summary: { en: 'A' },
    authors: [],
    contact: {},
    licence: 'CC0-1.0',
    domains: [],
    terms: [],
    retired: [],
    notes: [],
    cases: [],
    concepts: [
      {
        id: 'c',
        domain: 'd',
        claims: [],
        confusable: [],
        was: [],
        text: { en: { title: 'A', rule: [] } },
        scenarios: questions.map(asScenario),
      },
    ],
  };
  const parsed = parsePack(JSON.stringify(pack), 'import');
  const problems = parsed.ok
    ? []
    : parsed.error.map(({ code, path }) => `${code} ${path.join('/')}`);
  return [...problems, ...imported.items.flatMap(itemFlaws)];
}

function itemFlaws({ name, line, question, remarks }: ImportedItem): readonly string[] {
  const found: string[] = [];
  if (name.trim() === '') found.push('no name');
  if (!Number.isInteger(line) || line < 1) found.push(`line ${line}`);
  if (question === undefined) return remarks.length === 0 ? [...found, 'no reason'] : found;
  if (question.title.trim() === '') found.push('no title');
  const [text] = Object.values(question.text);
  const words = text?.options.map((option) => lineText(option.text)) ?? [];
  if (words.some((word) => word.trim() === '')) found.push('an option without words');
  if (lineText(text?.question ?? []).trim() === '') found.push('no question');
  const rights = rightIds(question).length;
  if (question.kind === 'single' && rights !== 1) found.push(`${rights} right`);
  if (question.kind === 'multiple' && (rights === 0 || rights !== question.choose))
    found.push(`${rights} right, choose ${question.choose}`);
  if (question.kind === 'short' && rights === 0) found.push('no right answer');
  return found;
}

/** Signs that mean something to some reader of text, or that a stranger would try. */
const tokens = [
  ...Array.from('{}=~#:%/\\[]()*_`<>|!-+.,;&"\'$^?0123456789ABCDabcdx \n\t'),
  '\n\n',
  '::',
  '//',
  '->',
  '####',
  '%50%',
  '%-100%',
  '[html]',
  '[markdown]',
  '[id:',
  '[tag:',
  '$CATEGORY: ',
  '\\n',
  '{T}',
  '{F}',
  'A. ',
  'B) ',
  'ANSWER: B',
  'Answer: ',
  '**Answer:** A',
  '正解: B',
  '1. ',
  '2. ',
  '## Question 3',
  '- [x] ',
  '- [ ] ',
  '```\n',
  '<details>',
  '</details>',
  '<summary>Answer</summary>',
  '(Choose two)',
  'Explanation: ',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '<a href="javascript:alert(1)">a</a>',
  '__proto__',
  'constructor',
  '\u202e',
  '\u200b',
  '\u0000',
  '\ufdd0',
  '\ud800',
  '１',
  '９'.repeat(40),
  '1e999',
  '<!--',
  '-->',
  '&lt;',
  '\r',
] as const;

/** Fixtures with pieces cut out, doubled and put in, and plain noise. */
export function mangled(fixtures: readonly string[]): fc.Arbitrary<string> {
  const token = fc.constantFrom(...tokens);
  const edit = fc.tuple(
    fc.nat(),
    fc.nat(60),
    fc.nat(),
    fc.oneof(token, fc.string({ maxLength: 5 })),
  );
  const edited = fc
    .tuple(fc.constantFrom(...fixtures), fc.array(edit, { minLength: 1, maxLength: 8 }))
    .map(([fixture, edits]) =>
      edits.reduce((text, [at, length, kind, piece]) => {
        const from = at % (text.length + 1);
        const cut = text.slice(from, from + length);
        const middle = [piece, '', cut + cut, `${piece}${cut}`][kind % 4] ?? '';
        return text.slice(0, from) + middle + text.slice(from + length);
      }, fixture),
    );
  const noise = fc.array(fc.oneof(token, token, fc.string({ maxLength: 4 })), { maxLength: 60 });
  return fc.oneof(
    { arbitrary: edited, weight: 3 },
    { arbitrary: noise.map((all) => all.join('')), weight: 1 },
  );
}

/** As much as a reader has to bear within a second. */
const LONGEST = 200_000;

/** Few signs, again and again: what makes a pattern or a loop quadratic. */
export const repeated: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', 'A. ', '1. a\n', '::a::b{', '{=a ~', '**Q1.** a\n'),
    fc.constantFrom(1, 50, 2_000),
  )
  .map(([piece, start, runs]) => {
    // In one run, or in runs with a line end between them.
    const unit = `${piece.join('').repeat(Math.ceil(LONGEST / runs / piece.join('').length))}\n`;
    return (start + unit.repeat(runs)).slice(0, LONGEST);
  });

/** Milliseconds of the processor that a reader takes; those of the clock would count what else the machine does. */
export function timed(reader: Reader, text: string): number {
  const file = fileOf(text);
  return cpuTime(() => void reader(file));
}
