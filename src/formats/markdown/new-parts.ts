import type { Slug } from '#core/ids.ts';
import type { KindName } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { ok, type Result } from '#core/result.ts';
import {
  draftOf,
  conceptPath,
  formerIn,
  scenarioPath,
  scenariosIn,
  textIn,
  withFront,
} from './draft-files.ts';
import { packYamlFieldsOf } from './edit-pack-yaml.ts';
import type { Files } from './folder.ts';
import { newConceptFile, newScenarioFile, newTitledFile } from './new-files.ts';
import { freeId } from './slug.ts';

/** A draft with a new part, and what that is called. */
export interface Added {
  readonly files: Files;
  readonly id: Slug;
}

/** A concept with a title and no rule yet; its id is made from the title, and is none that was ever used. */
export function addConcept(files: Files, title: string, domain: Slug): Added {
  const { languages, concepts, terms, retired } = draftOf(files);
  const former = [...concepts].flatMap((id) => formerIn(files, conceptPath(id)));
  const taken = new Set([...concepts, ...terms, ...retired, ...former]);
  const id = freeId(title, 'concept', (one) => taken.has(one));
  const content = newConceptFile(languages, domain, title);
  return { files: new Map([...files, [conceptPath(id), content]]), id };
}

/** A scenario with every place in which something is to be written. */
export function addScenario(files: Files, concept: Slug, title: string, kind: KindName): Added {
  const { languages, retired } = draftOf(files);
  const former = scenariosIn(files, concept).flatMap(({ path }) => formerIn(files, path));
  const isTaken = (id: Slug): boolean =>
    id === 'concept' ||
    former.includes(id) ||
    files.has(scenarioPath(concept, id)) ||
    retired.has(`${concept}/${id}`);
  const id = freeId(title, 'scenario', isTaken);
  const content = newScenarioFile(kind, languages);
  return { files: new Map([...files, [scenarioPath(concept, id), content]]), id };
}

export function addCase(files: Files, title: string): Added {
  const id = freeId(title, 'case', (one) => files.has(`cases/${one}.md`));
  const content = newTitledFile(draftOf(files).languages, title);
  return { files: new Map([...files, [`cases/${id}.md`, content]]), id };
}

export function addNote(files: Files, title: string): Added {
  const id = freeId(title, 'note', (one) => files.has(`notes/${one}.md`));
  const content = newTitledFile(draftOf(files).languages, title);
  return { files: new Map([...files, [`notes/${id}.md`, content]]), id };
}

/** A domain of weight 0: what it weighs is for the teacher to say. */
export function addDomain(files: Files, title: string): Result<Added, Problem> {
  const { domains, languages } = packYamlFieldsOf(textIn(files, 'pack.yaml'));
  const id = freeId(title, 'domain', (one) => domains.some((domain) => domain.id === one));
  const titles = Object.fromEntries(languages.map((language) => [language, title]));
  const value = { id, title: titles, weight: 0 };
  const next = withFront(files, 'pack.yaml', [{ path: ['domains', domains.length], value }]);
  return next.ok ? ok({ files: next.value, id }) : next;
}
