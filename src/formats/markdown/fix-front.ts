import { didYouMean } from '#core/pack/issues.ts';
import { kindNames } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { draftOf, textIn } from './draft-files.ts';
import { frontPatches } from './edit-file.ts';
import { packYamlFieldsOf } from './edit-pack-yaml.ts';
import type { Files } from './folder.ts';
import { layoutOf, lineEnd } from './layout.ts';
import { patchBetween, type Patch } from './patch.ts';
import { fieldsOf } from './scenario-fields.ts';
import { normalised } from './tree.ts';
import { editYaml, type YamlChange } from './yaml-edit.ts';

/** What a fix is made from; its patches are of the text with `\n` as line ends. */
export interface Broken {
  readonly files: Files;
  /** Of the file, without the pack's folder. */
  readonly path: string;
  readonly problem: Problem;
}

export type Fixer = (broken: Broken) => readonly Patch[] | null;

export const textOf = ({ files, path }: Broken): string => normalised(textIn(files, path));

/** Where the problem stands in the text. */
export function offsetOf(text: string, { line, column }: Problem): number {
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return at;
    at = end + 1;
  }
  return at + column - 1;
}

/** Changes of the YAML of a file. */
function changed(broken: Broken, changes: readonly YamlChange[]): readonly Patch[] | null {
  const text = textOf(broken);
  if (broken.path === 'pack.yaml') {
    const after = editYaml(text, changes);
    return after === null ? null : patchBetween(text, after);
  }
  const layout = layoutOf(text, []);
  return layout && frontPatches(layout, changes);
}

const fieldsAt = (broken: Broken) => fieldsOf(textOf(broken), draftOf(broken.files).languages);

/** Puts a word in the place of another that begins where the problem stands. */
function atPlace(broken: Broken, word: string, by: string): readonly Patch[] | null {
  const text = textOf(broken);
  const from = offsetOf(text, broken.problem);
  return text.startsWith(word, from) ? [{ from, to: from + word.length, insert: by }] : null;
}

export const renameKey: Fixer = (broken) => {
  const { key, near } = broken.problem.params;
  return atPlace(broken, String(key), String(near));
};

const padded = (part: string): string => part.padStart(2, '0');

/** A day that was written in another way, as YAML here has it; null when it is none. */
export function isoDay(words: string): string | null {
  const match = /^(\d{4})[-/.年 ]{1,2}(\d{1,2})(?:[-/.月 ]{1,2}(\d{1,2})日?|月)?$/u.exec(
    words.normalize('NFKC'),
  );
  if (!match) return null;
  const [, year = '', month = '', day] = match;
  return [year, padded(month), ...(day === undefined ? [] : [padded(day)])].join('-');
}

/** The first thing on the line that looks like a day, from where the problem stands. */
export const mendDate: Fixer = (broken) => {
  const text = textOf(broken);
  const from = offsetOf(text, broken.problem);
  const line = text.slice(from, lineEnd(text, from));
  const match =
    /[\d０-９]{4}[^\d０-９\s,}"']{1,2}[\d０-９]{1,2}(?:[^\d０-９\s,}"']{1,2}(?:[\d０-９]{1,2}日?)?)?/u.exec(
      line,
    );
  const day = match && isoDay(match[0]);
  if (!match || !day || day === match[0]) return null;
  const at = from + match.index;
  return [{ from: at, to: at + match[0].length, insert: day }];
};

export const mendVersion: Fixer = (broken) => {
  const { version } = packYamlFieldsOf(textOf(broken));
  const numbers = version.normalize('NFKC').match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
  if (numbers.length === 0) return null;
  const [major = 0, minor = 0, patch = 0] = numbers;
  return changed(broken, [{ path: ['version'], value: `${major}.${minor}.${patch}` }]);
};

/** Weights in the same proportions that add up to 100; the same for all when they are nothing. */
export function evened(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (weight * 100) / sum : 100 / weights.length));
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, weight) => total + weight, 0);
  const byRest = exact
    .map((weight, index) => ({ index, rest: weight % 1 }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

export const evenWeights: Fixer = (broken) => {
  const { domains } = packYamlFieldsOf(textOf(broken));
  const weights = evened(domains.map(({ weight = 0 }) => weight));
  return changed(
    broken,
    weights.map((value, index) => ({ path: ['domains', index, 'weight'], value })),
  );
};

/** The number that are marked as right; a kind that fits it. */
export const countKeys: Fixer = (broken) => {
  const { front, options } = fieldsAt(broken);
  const keys = options.filter(({ right }) => right).length;
  if (keys === 0) return null;
  if (keys === 1) {
    const single = { path: ['kind'], value: 'single' };
    return front.kind === 'multiple'
      ? changed(broken, [single, { path: ['choose'], value: undefined }])
      : null;
  }
  return changed(broken, [
    ...(front.kind === 'multiple' ? [] : [{ path: ['kind'], value: 'multiple' }]),
    { path: ['choose'], value: keys },
  ]);
};

/** What can be told from the rest of the file. */
export const addKey: Fixer = (broken) => {
  const { key } = broken.problem.params;
  const { options } = fieldsAt(broken);
  const keys = options.filter(({ right }) => right).length;
  if (key === 'kind' && keys > 0) {
    const kind = keys === 1 ? 'single' : 'multiple';
    const choose = keys === 1 ? [] : [{ path: ['choose'], value: keys }];
    return changed(broken, [{ path: ['kind'], value: kind }, ...choose]);
  }
  if (key === 'choose' && keys > 0) return changed(broken, [{ path: ['choose'], value: keys }]);
  return key === 'compare' ? changed(broken, [{ path: ['compare'], value: 'prose' }]) : null;
};

/** A kind that was mistyped. */
export const mendValue: Fixer = (broken) => {
  const { key, received } = broken.problem.params;
  if (key === 'version') return mendVersion(broken);
  const near = didYouMean(String(received).replaceAll('"', ''), kindNames);
  return key === 'kind' && near !== '' ? changed(broken, [{ path: ['kind'], value: near }]) : null;
};

export const compareExactly: Fixer = (broken) =>
  changed(broken, [{ path: ['compare'], value: 'exact' }]);

const dropped = (broken: Broken, key: string, list: readonly unknown[], at: number) => {
  if (at < 0) return null;
  const path = list.length === 1 ? [key] : [key, at];
  return changed(broken, [{ path, value: undefined }]);
};

export const dropPin: Fixer = (broken) => {
  const { pin } = fieldsAt(broken).front;
  return dropped(broken, 'pin', pin, pin.indexOf(String(broken.problem.params['id'])));
};

export const dropSilence: Fixer = (broken) => {
  const { silence } = fieldsAt(broken).front;
  const at = silence.findIndex(({ code }) => code === broken.problem.params['code']);
  return dropped(broken, 'silence', silence, at);
};

/** A former id that is in use, of a concept (`old`) or a scenario (`concept/old`). */
export const dropFormer: Fixer = (broken) => {
  const { was } = fieldsAt(broken).front;
  const id = String(broken.problem.params['id']).split('/').at(-1) ?? '';
  return dropped(broken, 'was', was, was.indexOf(id));
};

export const addFront: Fixer = ({ path }) => {
  const [, folder = ''] = /^(notes|cases|concepts)\//.exec(path) ?? [];
  const isScenario = folder === 'concepts' && !path.endsWith('/concept.md');
  if (folder === '') return null;
  return [{ from: 0, to: 0, insert: `---\n${isScenario ? 'kind: single' : '{}'}\n---\n` }];
};

/** An id that was mistyped in front matter, where there is one like it. */
export const nearId =
  (key: 'domain' | 'case' | 'note', known: (files: Files) => readonly string[]): Fixer =>
  (broken) => {
    const near = didYouMean(String(broken.problem.params['id']), known(broken.files));
    return near === '' ? null : changed(broken, [{ path: [key], value: near }]);
  };
