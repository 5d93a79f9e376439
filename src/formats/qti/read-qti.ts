import { limits } from '#core/pack/limits.ts';
import { decodeText } from '#formats/decode.ts';
import type { ForeignFile, Imported, ImportedItem, Reader, Remark } from '#formats/imported.ts';
import { isZip, openZip } from '#formats/zip.ts';
import { createBundle, type Bundle } from './bundle.ts';
import { documentsOf, type QtiDocument } from './documents.ts';
import { looksLikeQti } from './looks-like.ts';
import { manifestPaths, readManifest, type Manifest, type Resource } from './manifest.ts';
import { createPictures } from './pictures.ts';
import { readTests } from './tests2.ts';
import { itemsOf, type Reading } from './items.ts';

const isPart = (name: string): boolean =>
  /\.(?:xml|qti|dat|html?|xhtml|png|jpe?g|webp|gif|svg)$/i.test(name) || !/\.[^/]*$/.test(name);

interface Opened {
  readonly bundle: Bundle;
  readonly remarks: readonly Remark[];
  readonly isPackage: boolean;
}

function open({ bytes }: ForeignFile): Opened {
  if (!isZip(bytes))
    return { bundle: createBundle(new Map([['', bytes]])), remarks: [], isPackage: false };
  const { files, remarks } = openZip(bytes, isPart);
  return { bundle: createBundle(files), remarks, isPackage: true };
}

const isQti = (bytes: Uint8Array<ArrayBuffer> | undefined): boolean =>
  bytes !== undefined && looksLikeQti(decodeText(bytes.slice(0, 16_384)).text);

const noManifest: Manifest = { title: '', resources: [] };

/** The files with QTI: those of the manifest in its order, then the others by name. */
function listed(bundle: Bundle, resources: readonly Resource[]): readonly string[] {
  const order = new Set(resources.map(({ path }) => path));
  const rest = [...bundle.files.keys()].filter((path) => !order.has(path)).toSorted();
  return [...order, ...rest].filter((path) => isQti(bundle.files.get(path)));
}

const missingItem = (name: string, file: string): ImportedItem => ({
  name: name.slice(0, 200) || '?',
  file,
  line: 1,
  remarks: [{ code: 'qti-missing-file', params: { file: name.slice(0, 200) } }],
});

/** Items that are announced and not there. */
function missingItems(
  bundle: Bundle,
  manifest: Manifest,
  manifestPath: string,
  asked: ReadonlyMap<string, string>,
): readonly ImportedItem[] {
  const missing = new Map(asked);
  for (const { path, isItem } of manifest.resources)
    if (isItem && !bundle.files.has(path) && !missing.has(path)) missing.set(path, manifestPath);
  return [...missing].map(([name, file]) => missingItem(name, file));
}

/** What concerns the package: what it does not list, has twice, or says for the whole. */
function remarksOn(
  { bundle, isPackage, remarks }: Opened,
  manifest: Manifest | null,
  documents: readonly QtiDocument[],
): readonly Remark[] {
  const known = new Set(manifest?.resources.map(({ path }) => path));
  const unlisted = manifest ? documents.filter(({ file }) => !known.has(file)) : [];
  return [
    ...remarks,
    ...(isPackage && !manifest ? [{ code: 'qti-no-manifest' }] : []),
    ...(isPackage ? [] : bundle.parsed('').remarks),
    ...unlisted.map(({ file }) => ({ code: 'qti-not-listed', params: { file } })),
    ...documents.flatMap((document) => document.remarks),
  ];
}

/** Reads one file or a package of QTI 1.2, 2.1, 2.2 or 3.0, as any program wrote it. */
export const readQti: Reader = (file) => {
  const opened = open(file);
  const { bundle } = opened;
  const [manifestPath] = manifestPaths(bundle);
  const manifest = manifestPath === undefined ? null : readManifest(manifestPath, bundle);
  const paths = opened.isPackage ? listed(bundle, manifest?.resources ?? []) : [''];
  const tests = readTests(bundle, paths);
  const documents = documentsOf(bundle, paths, tests);
  const pictures = createPictures(bundle);
  const reading: Reading = {
    bundle,
    pictures,
    tests,
    language: file.language,
    resources: byPath(manifest),
    room: limits.scenarios,
    tell: file.tell,
  };
  const items = itemsOf(documents, reading);
  const missing = missingItems(bundle, manifest ?? noManifest, manifestPath ?? '', tests.missing);
  const remarks = remarksOn(opened, manifest, documents);
  const title =
    manifest?.title || tests.title || documents.find((each) => each.title !== '')?.title;
  const found: Imported = {
    format: 'qti',
    items: [...items, ...missing],
    remarks: items.length + missing.length === 0 ? [...remarks, { code: 'qti-none' }] : remarks,
    media: pictures.media,
  };
  return title === undefined || title === '' ? found : { ...found, title };
};

const byPath = (manifest: Manifest | null): ReadonlyMap<string, Resource> =>
  new Map(manifest?.resources.map((resource) => [resource.path, resource]));
