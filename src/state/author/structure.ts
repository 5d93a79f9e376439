import type { DraftFiles } from '#core/author/history.ts';
import { editYaml } from '#formats/markdown/yaml-edit.ts';

/** A concept, or one scenario of it. */
export interface PartRef {
  readonly concept: string;
  readonly scenario: string | null;
}

type Changed = Map<string, string | Uint8Array>;

const folderOf = (concept: string): string => `concepts/${concept}/`;
const fileOf = ({ concept, scenario }: PartRef): string =>
  `${folderOf(concept)}${scenario ?? 'concept'}.md`;
const idOf = ({ concept, scenario }: PartRef): string =>
  scenario === null ? concept : `${concept}/${scenario}`;

const isPart =
  ({ concept, scenario }: PartRef) =>
  (path: string): boolean =>
    scenario === null ? path.startsWith(folderOf(concept)) : path === fileOf({ concept, scenario });

/** Appends to a list in YAML; as it was when that cannot be done. */
function appended(yaml: string, key: string, value: string): string {
  const list = new RegExp(`^${key}:`, 'm').test(yaml);
  const changes = list
    ? [{ path: [key, Number.MAX_SAFE_INTEGER], value }]
    : [{ path: [key], value: [value] }];
  return editYaml(yaml, changes) ?? yaml;
}

/** The front matter of a file with something appended to one of its lists. */
function inFront(text: string, key: string, value: string): string {
  const match = /^---\n([^]*?\n)?---(?=\n)/.exec(text);
  if (!match) return text;
  const yaml = appended(match[1] ?? '', key, value);
  const ended = yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  return `---\n${ended}---${text.slice(match[0].length)}`;
}

/** Takes a part out. Its id is never used again: that stands in `pack.yaml`. */
export function withoutPart(files: DraftFiles, part: PartRef): DraftFiles {
  const isGone = isPart(part);
  const next: Changed = new Map([...files].filter(([path]) => !isGone(path)));
  const yaml = files.get('pack.yaml');
  if (typeof yaml === 'string') next.set('pack.yaml', appended(yaml, 'retired', idOf(part)));
  return next;
}

const renamed = (path: string, part: PartRef, id: string): string =>
  part.scenario === null
    ? path.replace(folderOf(part.concept), folderOf(id))
    : fileOf({ concept: part.concept, scenario: id });

/** Gives a part another id; its own file says what it was called, so that nobody's progress is lost. */
export function withRenamed(files: DraftFiles, part: PartRef, id: string): DraftFiles {
  const isMoved = isPart(part);
  const own = fileOf(part);
  return new Map(
    [...files].map(([path, content]) => {
      if (!isMoved(path)) return [path, content];
      const former = part.scenario ?? part.concept;
      const isOwn = path === own && typeof content === 'string';
      return [renamed(path, part, id), isOwn ? inFront(content, 'was', former) : content];
    }),
  );
}

/** The same part once more under another id, without the former names. */
export function withCopy(files: DraftFiles, part: PartRef, id: string): DraftFiles {
  const isCopied = isPart(part);
  const copies = [...files].flatMap(([path, content]): [string, string | Uint8Array][] => {
    if (!isCopied(path)) return [];
    const text = typeof content === 'string' ? content.replace(/^was:.*\n/m, '') : content;
    return [[renamed(path, part, id), text]];
  });
  return new Map([...files, ...copies]);
}
