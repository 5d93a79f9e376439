import { letterName } from './options.ts';

/** An option as the answer is looked for among. */
export interface Named {
  /** `A`, `1`; empty when options have none. */
  readonly name: string;
  /** Words without marks. */
  readonly words: string;
}

export interface FoundAnswer {
  readonly rights: ReadonlySet<number>;
  /** What is said behind it. */
  readonly rest: string;
}

/** Words as they compare: no marks, no case, no blanks, no punctuation around. */
const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_`"'“”‘’.。]+/g, '');

const separator = '\\s*(?:,|、|，|;|&|/|\\+|\\band\\b|と)\\s*(?:and\\s+)?';
const run = (name: string): RegExp =>
  new RegExp(
    `^(?:options?\\s+)?\\(?(?:${name})\\)?(?:${separator}\\(?(?:${name})\\)?){0,11}(?![\\p{L}\\d])`,
    'iu',
  );
const letterRun = run('[A-Zア-オ]');
const numberRun = run('\\d{1,2}');
/** `BD`, as answer keys of exam dumps have it. */
const compact = /^[A-H]{2,8}$/i;
/** `B D`, letters alone. */
const apart = /^[A-H](?:\s+[A-H]){1,7}$/;

const unmarked = (text: string): string =>
  text
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/[①-⑨Ａ-Ｚ０-９]/g, (name) => name.normalize('NFKC'))
    .trim();

function namesOf(text: string): { names: readonly string[]; length: number } | null {
  const dense = compact.exec(text)?.[0];
  if (dense !== undefined) {
    const names = Array.from(dense.toUpperCase());
    if (names.every((name, at) => at === 0 || name > (names[at - 1] ?? '')))
      return { names, length: dense.length };
  }
  if (apart.test(text)) return { names: text.split(/\s+/), length: text.length };
  const said = letterRun.exec(text)?.[0] ?? numberRun.exec(text)?.[0];
  if (said === undefined) return null;
  const names =
    said
      .replace(/^options?\s+/i, '')
      .match(/(?<![\p{L}\d])(?:[A-Za-zア-オ]|\d{1,2})(?![\p{L}\d])/gu) ?? [];
  return { names: names.map(letterName), length: said.length };
}

/** Reads `B`, `B, E`, `B) its text`, `BD`, `2. its text`, or the texts themselves. */
export function findAnswer(value: string, options: readonly Named[]): FoundAnswer | null {
  const text = unmarked(value);
  if (text === '') return null;
  return byWhole(text, options) ?? byName(text, options) ?? byParts(text, options);
}

function byName(text: string, options: readonly Named[]): FoundAnswer | null {
  const found = namesOf(text);
  if (found === null) return null;
  const rights = new Set(found.names.map((name) => options.findIndex((one) => one.name === name)));
  if (rights.has(-1)) return null;
  const behind = text.slice(found.length);
  const said = behind.replace(/^\s*[).:：、。,\-–—]*\s*/, '');
  // Signs alone say nothing.
  const rest = /[\p{L}\p{N}]/u.test(said) ? said : '';
  // "A lock" is no letter: words follow without a sign, and they are not the option's.
  if (found.names.length === 1 && /^\s+[\p{L}\d]/u.test(behind) && !isTextOf(rest, rights, options))
    return null;
  return { rights, rest: isTextOf(rest, rights, options) ? '' : rest };
}

const isTextOf = (
  text: string,
  rights: ReadonlySet<number>,
  options: readonly Named[],
): boolean => {
  const form = plainForm(text);
  return [...rights].some((at) => {
    const own = plainForm(options[at]?.words ?? '');
    return own !== '' && form !== '' && (own.startsWith(form) || form === own);
  });
};

const formsOf = (options: readonly Named[]): readonly string[] =>
  options.map(({ words }) => plainForm(words));

function byWhole(text: string, options: readonly Named[]): FoundAnswer | null {
  const at = formsOf(options).indexOf(plainForm(text));
  return at < 0 ? null : { rights: new Set([at]), rest: '' };
}

/** Several options by their texts, one after another; texts may hold commas themselves. */
function byParts(text: string, options: readonly Named[]): FoundAnswer | null {
  let form = plainForm(text);
  const rights = new Set<number>();
  const longestFirst = [...formsOf(options).entries()].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  for (const [at, own] of longestFirst) {
    if (own.length < 2 || !form.includes(own)) continue;
    form = form.replace(own, ',');
    rights.add(at);
  }
  return rights.size > 1 && /^(?:[,;、；&+]|and)*$/.test(form) ? { rights, rest: '' } : null;
}
