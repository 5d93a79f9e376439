import type { Slug } from '#core/ids.ts';
import type { Files } from './folder.ts';
import { wordsAt, yamlEntries } from './lenient.ts';

/** The ids that a file says its part had before. */
function formerIds(content: string | Uint8Array): readonly string[] {
  if (typeof content !== 'string') return [];
  const [, front = ''] = /^\uFEFF?---\r?\n([^]*?)^---/m.exec(content) ?? [];
  return front.includes('was') ? wordsAt(yamlEntries(front), 'was') : [];
}

/** The folder of a concept by its present or a former id. */
function folderOf(files: Files, concept: Slug): string | null {
  if (files.has(`concepts/${concept}/concept.md`)) return `concepts/${concept}/`;
  const renamed = [...files].find(
    ([path, content]) =>
      /^concepts\/[^/]+\/concept\.md$/.test(path) && formerIds(content).includes(concept),
  );
  return renamed ? renamed[0].slice(0, -'concept.md'.length) : null;
}

/** The file of a concept, or of one of its scenarios, by the ids that they have or had; `null` when it is gone. */
export function fileOf(files: Files, concept: Slug, scenario: Slug | undefined): string | null {
  const folder = folderOf(files, concept);
  if (folder === null) return null;
  const path = `${folder}${scenario ?? 'concept'}.md`;
  if (files.has(path) || scenario === undefined) return path;
  const renamed = [...files].find(
    ([other, content]) => other.startsWith(folder) && formerIds(content).includes(scenario),
  );
  return renamed?.[0] ?? null;
}
