import type { Slug } from '#core/ids.ts';
import type { Problem } from '#core/pack/problem.ts';
import { ok, type Result } from '#core/result.ts';
import {
  conceptPath,
  draftOf,
  formerIn,
  idProblem,
  inTurn,
  refused,
  retiring,
  scenarioIdProblem,
  scenarioPath,
  scenariosIn,
  textIn,
  withFront,
  type Draft,
} from './draft-files.ts';
import { editScenario } from './edit-scenario.ts';
import { conceptFieldsOf } from './edit-titled.ts';
import type { Files } from './folder.ts';
import { applyPatches } from './patch.ts';
import { fieldsOf } from './scenario-fields.ts';

/**
 * Operations on a draft that touch several of its files. Ids are what a learner's progress hangs on: memory on the
 * concept, evidence on the concept and scenario together. So a new id is followed by `was:`, and an id that nothing
 * follows goes to `retired:` and is never used again.
 */

const formerOf = (files: Files, concept: Slug): readonly Slug[] =>
  formerIn(files, conceptPath(concept));

/** Former ids with one more, without the one that is taken up again. */
const grown = (was: readonly Slug[], old: Slug, now: Slug): readonly Slug[] => [
  ...was.filter((id) => id !== now && id !== old),
  old,
];

const setWas = (path: string, was: readonly Slug[]) => (files: Files) =>
  withFront(files, path, [{ path: ['was'], value: was.length === 0 ? undefined : was }]);

const renamedKeys = (files: Files, rename: (path: string) => string): Files =>
  new Map([...files].map(([path, content]) => [rename(path), content]));

/** Former ids of all concepts but one, which no other may take. */
const allFormer = ({ files, concepts }: Draft, except: Slug): readonly Slug[] =>
  [...concepts].filter((id) => id !== except).flatMap((id) => formerOf(files, id));

/**
 * Gives a concept another id. Its file says what it was called; options that stand for it and concepts that are mixed
 * up with it follow.
 */
export function renameConcept(files: Files, concept: Slug, id: Slug): Result<Files, Problem> {
  const draft = draftOf(files);
  if (!draft.concepts.has(concept)) return refused('unknown_concept', { id: concept });
  const problem = concept === id ? null : idProblem(draft, id, allFormer(draft, concept));
  if (problem) return problem;
  const folder = `concepts/${concept}/`;
  const moved = renamedKeys(files, (path) =>
    path.startsWith(folder) ? `concepts/${id}/${path.slice(folder.length)}` : path,
  );
  const below = [...draft.retired].filter((one) => one.startsWith(`${concept}/`));
  return inTurn<Files>(ok(moved), [
    setWas(conceptPath(id), grown(formerOf(files, concept), concept, id)),
    (now) =>
      retiring(
        now,
        below.map((one) => `${id}/${one.slice(concept.length + 1)}`),
      ),
    (now) => ok(withStandsFor(now, concept, id)),
    (now) => followConfusable(now, concept, id),
  ]);
}

/** The options of a scenario that stand for a concept or term. */
function standsIn(files: Files, path: string, term: Slug): readonly Slug[] {
  const raw = textIn(files, path);
  if (!raw.includes('{=') || !raw.includes(term)) return [];
  const { options } = fieldsOf(raw, draftOf(files).languages);
  return options.filter(({ standsFor }) => standsFor === term).map(({ id }) => id);
}

/** Options that stand for one concept or term stand for another. */
function withStandsFor(files: Files, from: Slug, to: Slug): Files {
  const { languages } = draftOf(files);
  const next = new Map(files);
  for (const { path } of scenariosIn(files)) {
    let raw = textIn(files, path);
    for (const option of standsIn(files, path, from)) {
      const patches = editScenario(raw, languages, { edit: 'standsFor', option, term: to });
      if (patches.ok) raw = applyPatches(raw, patches.value);
    }
    if (raw !== files.get(path)) next.set(path, raw);
  }
  return next;
}

/** Concepts that are mixed up with one are mixed up with another, or with it no more. */
function followConfusable(files: Files, from: Slug, to: Slug | null): Result<Files, Problem> {
  const steps = [...draftOf(files).concepts].flatMap((concept) => {
    const path = conceptPath(concept);
    if (!textIn(files, path).includes(from)) return [];
    const { confusable } = conceptFieldsOf(textIn(files, path), []);
    const at = confusable.indexOf(from);
    if (at < 0) return [];
    const isLast = to === null && confusable.length === 1;
    const change = isLast
      ? { path: ['confusable'], value: undefined }
      : { path: ['confusable', at], value: to ?? undefined };
    return [(now: Files) => withFront(now, path, [change])];
  });
  return inTurn(ok(files), steps);
}

/** Gives a scenario another id; its file says what it was called. */
export function renameScenario(
  files: Files,
  concept: Slug,
  scenario: Slug,
  id: Slug,
): Result<Files, Problem> {
  const draft = draftOf(files);
  const path = scenarioPath(concept, scenario);
  if (!files.has(path)) return refused('unknown_concept', { id: `${concept}/${scenario}` });
  if (scenario === id) return ok(files);
  const others = scenariosIn(files, concept).filter((one) => one.id !== scenario);
  const isFormer = others.some((one) => formerIn(files, one.path).includes(id));
  const problem = scenarioIdProblem(draft, concept, id);
  if (problem) return problem;
  if (isFormer) return refused('was_in_use', { id: `${concept}/${id}` });
  const was = formerIn(files, path);
  const to = scenarioPath(concept, id);
  const moved = renamedKeys(files, (one) => (one === path ? to : one));
  return setWas(to, grown(was, scenario, id))(moved);
}

/**
 * Moves a scenario to another concept. It asks another rule from then on, so nothing follows it: its ids under the
 * old concept are retired, learners keep what they answered there, and meet it under the new one for the first time.
 * (`was:` knows former ids in the same concept only.)
 */
export function moveScenario(
  files: Files,
  from: { readonly concept: Slug; readonly scenario: Slug },
  to: { readonly concept: Slug; readonly scenario: Slug },
): Result<Files, Problem> {
  const draft = draftOf(files);
  const path = scenarioPath(from.concept, from.scenario);
  const raw = textIn(files, path);
  if (raw === '') return refused('unknown_concept', { id: `${from.concept}/${from.scenario}` });
  if (from.concept === to.concept)
    return renameScenario(files, from.concept, from.scenario, to.scenario);
  if (!draft.concepts.has(to.concept)) return refused('unknown_concept', { id: to.concept });
  const problem = scenarioIdProblem(draft, to.concept, to.scenario);
  if (problem) return problem;
  const was = formerIn(files, path);
  const gone = [from.scenario, ...was].map((id) => `${from.concept}/${id}`);
  const target = scenarioPath(to.concept, to.scenario);
  return inTurn<Files>(ok(renamedKeys(files, (one) => (one === path ? target : one))), [
    setWas(target, []),
    (now) => retiring(now, gone),
  ]);
}

/** The same scenario once more; it has no past. */
export function copyScenario(
  files: Files,
  from: { readonly concept: Slug; readonly scenario: Slug },
  to: { readonly concept: Slug; readonly scenario: Slug },
): Result<Files, Problem> {
  const draft = draftOf(files);
  const raw = files.get(scenarioPath(from.concept, from.scenario));
  if (raw === undefined)
    return refused('unknown_concept', { id: `${from.concept}/${from.scenario}` });
  if (!draft.concepts.has(to.concept)) return refused('unknown_concept', { id: to.concept });
  const problem = scenarioIdProblem(draft, to.concept, to.scenario);
  const target = scenarioPath(to.concept, to.scenario);
  return problem ?? setWas(target, [])(new Map([...files, [target, raw]]));
}

/** The same concept once more, with its scenarios; none of them has a past. */
export function copyConcept(files: Files, concept: Slug, id: Slug): Result<Files, Problem> {
  const draft = draftOf(files);
  if (!draft.concepts.has(concept)) return refused('unknown_concept', { id: concept });
  const problem = idProblem(draft, id, allFormer(draft, ''));
  if (problem) return problem;
  const folder = `concepts/${concept}/`;
  const copies = [...files].flatMap(([path, content]): [string, string | Uint8Array][] =>
    path.startsWith(folder) ? [[`concepts/${id}/${path.slice(folder.length)}`, content]] : [],
  );
  return inTurn<Files>(
    ok(new Map([...files, ...copies])),
    copies.map(([path]) => setWas(path, [])),
  );
}

/** What is left when a part was taken out. */
export interface Left {
  readonly files: Files;
  /** Pictures that no text shows any more; they are still there. */
  readonly unusedMedia: readonly string[];
}

const left = (before: Files, after: Result<Files, Problem>): Result<Left, Problem> => {
  if (!after.ok) return after;
  const used = unusedMedia(before);
  const fresh = unusedMedia(after.value).filter((name) => !used.includes(name));
  return ok({ files: after.value, unusedMedia: fresh });
};

/** Takes a scenario out; its ids are retired. */
export function deleteScenario(files: Files, concept: Slug, scenario: Slug): Result<Left, Problem> {
  const path = scenarioPath(concept, scenario);
  if (!files.has(path)) return refused('unknown_concept', { id: `${concept}/${scenario}` });
  const was = formerIn(files, path);
  const rest = new Map([...files].filter(([one]) => one !== path));
  return left(
    files,
    retiring(
      rest,
      [scenario, ...was].map((id) => `${concept}/${id}`),
    ),
  );
}

/**
 * Takes a concept out with its scenarios; its ids are retired. Where options of other concepts stand for it, it
 * stays as a term, so that they go on saying what they mean.
 */
export function deleteConcept(files: Files, concept: Slug): Result<Left, Problem> {
  const draft = draftOf(files);
  if (!draft.concepts.has(concept)) return refused('unknown_concept', { id: concept });
  const { title, was } = conceptFieldsOf(textIn(files, conceptPath(concept)), draft.languages);
  const folder = `concepts/${concept}/`;
  const rest: Files = new Map([...files].filter(([path]) => !path.startsWith(folder)));
  const isNamed = scenariosIn(rest).some(({ path }) => standsIn(rest, path, concept).length > 0);
  const term = { path: ['terms', concept], value: title };
  return left(
    files,
    inTurn(ok(rest), [
      (now) => retiring(now, [concept, ...was]),
      (now) => followConfusable(now, concept, null),
      (now) => (isNamed ? withFront(now, 'pack.yaml', [term]) : ok(now)),
    ]),
  );
}

/** Pictures that no text shows. */
export function unusedMedia(files: Files): readonly string[] {
  const texts = [...files.values()].filter((content) => typeof content === 'string');
  return [...files.keys()].flatMap((path) => {
    const name = path.startsWith('media/') ? path.slice('media/'.length) : '';
    return name === '' || texts.some((text) => text.includes(path)) ? [] : [name];
  });
}
