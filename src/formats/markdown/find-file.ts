import type { Slug } from '#core/ids.ts';
import { conceptPath, formerIn, scenarioPath, scenariosIn } from './draft-files.ts';
import type { Files } from './folder.ts';

/** A concept by its present or a former id. */
function presentConcept(files: Files, concept: Slug): Slug | undefined {
  if (files.has(conceptPath(concept))) return concept;
  const all = [...files.keys()].flatMap(
    (path) => /^concepts\/([^/]+)\/concept\.md$/.exec(path)?.[1] ?? [],
  );
  return all.find((id) => formerIn(files, conceptPath(id)).includes(concept));
}

/** The file of a concept, or of one of its scenarios, by the ids that they have or had; `null` when it is gone. */
export function fileOf(files: Files, concept: Slug, scenario: Slug | undefined): string | null {
  const folder = presentConcept(files, concept);
  if (folder === undefined) return null;
  if (scenario === undefined) return conceptPath(folder);
  const path = scenarioPath(folder, scenario);
  if (files.has(path)) return path;
  const renamed = scenariosIn(files, folder).find((one) =>
    formerIn(files, one.path).includes(scenario),
  );
  return renamed?.path ?? null;
}
