import { childOf, childrenOf, outermost, textOf, type XmlElement } from '#formats/xml.ts';
import { resolved, type Bundle } from './bundle.ts';
import { valueOf } from './names.ts';

/** One file that the manifest of a package lists. */
export interface Resource {
  readonly path: string;
  /** It is said to hold items. */
  readonly isItem: boolean;
  readonly tags: readonly string[];
  /** What an export of ours put aside. */
  readonly kept: ReadonlyMap<string, string>;
}

export interface Manifest {
  readonly title: string;
  readonly resources: readonly Resource[];
}

const MANIFEST = 'imsmanifest.xml';

/** The manifests of a package, the outermost first. */
export const manifestPaths = (bundle: Bundle): readonly string[] =>
  [...bundle.files.keys()]
    .filter((path) => path.split('/').at(-1)?.toLowerCase() === MANIFEST)
    .toSorted((a, b) => a.split('/').length - b.split('/').length);

const words = (element: XmlElement): string => textOf(element).trim().replaceAll(/\s+/g, ' ');

function tagsOf(resource: XmlElement): readonly string[] {
  const metadata = childrenOf(resource, 'metadata');
  const keywords = outermost(metadata, 'keyword').map(words);
  const taxons = outermost(metadata, 'taxonPath').flatMap((path) =>
    outermost(childrenOf(path, 'taxon'), 'entry').map(firstString),
  );
  return [...new Set([...keywords, ...taxons])]
    .filter((tag) => tag !== '')
    .map((tag) => tag.slice(0, 100));
}

/** The first of several languages. */
const firstString = (entry: XmlElement): string => {
  const [first] = childrenOf(entry);
  return first ? words(first) : words(entry);
};

const keptOf = (resource: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    outermost(childrenOf(resource, 'metadata'), 'kept')
      .flatMap((kept) => childrenOf(kept, 'field'))
      .map((field) => [valueOf(field, 'name'), textOf(field)]),
  );

/** Paths that a resource names: where its content is, then its files. */
function pathsOf(resource: XmlElement, manifestPath: string, base: string): readonly string[] {
  const attributes = resource.attributes;
  const addresses = [
    attributes.get('href'),
    attributes.get('bb:file'),
    ...childrenOf(resource, 'file').map((file) => file.attributes.get('href')),
  ].filter((address) => address !== undefined);
  const own = attributes.get('xml:base') ?? '';
  return addresses.flatMap((address) =>
    [`${base}${own}`, base, '']
      .map((before) =>
        resolved(
          `${before === '' || before.endsWith('/') ? before : `${before}/`}${address}`,
          manifestPath,
        ),
      )
      .flatMap((path) => path ?? []),
  );
}

const isItemType = (type: string): boolean =>
  /imsqti_.*item|imsqti_item|imsqti_xmlv1p|x-bb-qti/.test(type);

function resourcesOf(manifest: XmlElement, path: string, bundle: Bundle): readonly Resource[] {
  const below = childOf(manifest, 'resources');
  if (!below) return [];
  const base = below.attributes.get('xml:base') ?? '';
  return childrenOf(below, 'resource').flatMap((resource): readonly Resource[] => {
    const type = valueOf(resource, 'type');
    const paths = pathsOf(resource, path, base);
    const there = [...new Set(paths.filter((each) => bundle.files.has(each)))];
    const missing = paths[0] !== undefined && there.length === 0 ? [paths[0]] : [];
    const facts = { isItem: isItemType(type), tags: tagsOf(resource), kept: keptOf(resource) };
    return [...there, ...missing].map((each) => ({ path: each, ...facts }));
  });
}

/** What a manifest lists; manifests within it stand after its own resources. */
export function readManifest(path: string, bundle: Bundle): Manifest {
  const roots = outermost(bundle.parsed(path).roots, 'manifest');
  const all = roots.flatMap((root) => [root, ...outermost(childrenOf(root), 'manifest')]);
  const [title] = outermost(
    roots.flatMap((root) => childrenOf(root, 'metadata')),
    'title',
  );
  return {
    title: title ? firstString(title) : '',
    resources: all.flatMap((each) => resourcesOf(each, path, bundle)),
  };
}
