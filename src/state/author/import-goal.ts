import type { DraftFiles } from '#core/author/history.ts';
import type { Imported } from '#formats/imported.ts';
import { itemsToFiles } from '#formats/markdown/items-to-files.ts';
import { withFreshMedia } from '#formats/media-names.ts';
import { slugOf } from '#formats/markdown/slug.ts';
import { newPackFiles, type NewPack } from '#formats/markdown/new-files.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import type { ImportGoal } from './import-types.ts';

/** What was read as a draft of its own, or among the files of one. */
export function draftOf(imported: Imported | null, goal: ImportGoal): DraftFiles {
  if (imported === null) return goal.to === 'draft' ? goal.files : new Map();
  return goal.to === 'new' ? asNew(imported, goal.pack) : among(imported, goal.files);
}

/** A category that every question stands in says nothing. */
function domainsIn({ items }: Imported): ReadonlyMap<string, string> {
  const names = new Set(items.flatMap(({ question }) => question?.path[0] ?? []));
  const taken = new Set<string>();
  return new Map(
    [...names].map((name, index) => {
      const wanted = slugOf(name);
      const id = wanted === '' || taken.has(wanted) ? `domain-${index + 1}` : wanted;
      taken.add(id);
      return [name, id];
    }),
  );
}

function asNew(imported: Imported, pack: NewPack): DraftFiles {
  const domains = domainsIn(imported);
  const isParted = domains.size > 1;
  const [other = 'main'] = domains.values();
  const head = newPackFiles(
    isParted ? { ...pack, domains: [...domains].map(([title, id]) => ({ id, title })) } : pack,
  );
  const files = itemsToFiles(imported, {
    languages: pack.languages,
    taken: new Set(),
    domainOf: ([first]) => (isParted ? (domains.get(first ?? '') ?? other) : 'main'),
  });
  return new Map([...head, ...files]);
}

function among(imported: Imported, files: DraftFiles): DraftFiles {
  const head = new Map([...files].filter(([path]) => path === 'pack.yaml'));
  const { pack } = readPack(head);
  const taken = [...files.keys()].flatMap((path) => /^concepts\/([^/]+)\//.exec(path)?.[1] ?? []);
  const domains = pack?.domains ?? [];
  const held = new Map(
    [...files].flatMap(([path, content]): [string, Uint8Array][] =>
      path.startsWith('media/') && typeof content !== 'string' ? [[path.slice(6), content]] : [],
    ),
  );
  const added = itemsToFiles(withFreshMedia(imported, held), {
    languages: pack?.languages ?? ['en'],
    taken: new Set(taken),
    domainOf: ([first]) => {
      const wanted = slugOf(first ?? '');
      return (domains.find(({ id }) => id === wanted) ?? domains[0])?.id ?? 'main';
    },
  });
  return new Map([...files, ...added]);
}
