import type { Slug } from '#core/ids.ts';
import type { Checked, Reference } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { ok, type Result } from '#core/result.ts';
import { conceptPath, draftOf, inTurn, scenarioPath, textIn, withFront } from './draft-files.ts';
import type { Files } from './folder.ts';
import { referencesAt, yamlEntries } from './lenient.ts';
import { fieldsOf } from './scenario-fields.ts';

/** A scenario by its concept. */
export interface ScenarioRef {
  readonly concept: Slug;
  readonly scenario: Slug;
}

const pathOf = ({ concept, scenario }: ScenarioRef): string => scenarioPath(concept, scenario);

/** Puts concepts in a domain. */
export const setDomain = (
  files: Files,
  concepts: readonly Slug[],
  domain: Slug,
): Result<Files, Problem> =>
  inTurn<Files>(
    ok(files),
    concepts.map(
      (id) => (now) => withFront(now, conceptPath(id), [{ path: ['domain'], value: domain }]),
    ),
  );

/** Notes on scenarios when and how their facts were checked; undefined takes the note away. */
export const setChecked = (
  files: Files,
  scenarios: readonly ScenarioRef[],
  checked: Checked | undefined,
): Result<Files, Problem> =>
  inTurn<Files>(
    ok(files),
    scenarios.map((one) => (now) => {
      return withFront(now, pathOf(one), [{ path: ['checked'], value: checked }]);
    }),
  );

/** Gives scenarios a reference, in the place of one with the same id. */
export function setReference(
  files: Files,
  scenarios: readonly ScenarioRef[],
  reference: Reference,
): Result<Files, Problem> {
  const { languages } = draftOf(files);
  return inTurn<Files>(
    ok(files),
    scenarios.map((one) => (now) => {
      const { references } = fieldsOf(textIn(now, pathOf(one)), languages).front;
      const at = references.findIndex(({ id }) => id === reference.id);
      const path = ['references', at < 0 ? references.length : at];
      return withFront(now, pathOf(one), [{ path, value: reference }]);
    }),
  );
}

/** Gives every reference to one address another: a page that has moved. */
export function moveAddress(files: Files, from: string, to: string): Result<Files, Problem> {
  const { languages } = draftOf(files);
  const steps = [...files.keys()].flatMap((path) => {
    const raw = textIn(files, path);
    if (!path.endsWith('.md') || !raw.includes(from)) return [];
    const { references } = fieldsOf(raw, languages).front;
    const changes = references.flatMap(({ url }, at) =>
      url === from ? [{ path: ['references', at, 'url'], value: to }] : [],
    );
    return changes.length === 0 ? [] : [(now: Files) => withFront(now, path, changes)];
  });
  return inTurn(ok(files), steps);
}

/** Every address that a reference of the draft has, each once, in order. */
export function addressesOf(files: Files): readonly string[] {
  const all = [...files].flatMap(([path, content]) =>
    path.endsWith('.md') && typeof content === 'string'
      ? referencesAt(yamlEntries(frontSource(content)), '').map(({ url }) => url)
      : [],
  );
  return [...new Set(all)].filter((url) => url !== '').toSorted();
}

const frontSource = (raw: string): string =>
  /^\uFEFF?---[^\S\n]*\n([^]*?)^---/m.exec(raw.replaceAll('\r\n', '\n'))?.[1] ?? '';
