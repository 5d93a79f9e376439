import type { DraftFiles } from '#core/author/history.ts';
import { newPart } from '#state/author/new-part.ts';
import type { Outline } from '#state/author/report.ts';
import { conceptFile, conceptsOf, scenarioFile } from './contents.ts';
import type { NewPart } from './NewPartDialog.tsx';

/** A title as an id; letters that an id cannot hold leave nothing. */
const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48);

/** An id that nothing else has. */
function freeId(wanted: string, otherwise: string, taken: readonly string[]): string {
  const base = wanted === '' ? otherwise : wanted;
  if (wanted !== '' && !taken.includes(base)) return base;
  for (let number = wanted === '' ? 1 : 2; ; number += 1)
    if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}

/** The files with a new part among them, and where it stands. A concept begins with one scenario. */
export function filesWith(files: DraftFiles, part: NewPart, outline: Outline | null) {
  const languages = outline?.languages ?? ['en'];
  const concepts = conceptsOf(files);
  const next = new Map(files);
  if (part.type === 'scenario') {
    const id = freeId('', 'scenario', concepts.get(part.concept) ?? []);
    const file = scenarioFile(part.concept, id);
    next.set(file, newPart.scenario(part.kind, languages));
    return { files: next, file };
  }
  const id = freeId(slugOf(part.title), 'concept', [...concepts.keys()]);
  next.set(conceptFile(id), newPart.concept(languages, part.domain, part.title));
  const file = scenarioFile(id, 'scenario-1');
  next.set(file, newPart.scenario('single', languages));
  return { files: next, file: conceptFile(id) };
}
