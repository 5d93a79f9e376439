import { childrenOf, escapeXml, textOf, type XmlElement } from '#formats/xml.ts';
import { resolved, type Bundle } from './bundle.ts';
import { innerMarkup, type Replace } from './markup.ts';
import { found, valueOf } from './names.ts';

/** What a test of version 2 says of an item that it takes from another file. */
interface Placed {
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly weight: string;
}

export interface Tests {
  /** By the path of the item's file. */
  readonly placed: ReadonlyMap<string, Placed>;
  /** Paths that are asked for and not there, with the test that asks. */
  readonly missing: ReadonlyMap<string, string>;
  /** Tests with words for the whole. */
  readonly instructed: ReadonlySet<string>;
  readonly title: string;
}

interface Walk {
  readonly bundle: Bundle;
  readonly placed: Map<string, Placed>;
  readonly missing: Map<string, string>;
  readonly instructed: Set<string>;
  /** Files of sections that were entered: a section may lead back to itself. */
  readonly entered: Set<string>;
}

function itemRef(walk: Walk, element: XmlElement, file: string, path: readonly string[]): void {
  const target = resolved(valueOf(element, 'href'), file);
  if (target === null || !walk.bundle.files.has(target)) {
    walk.missing.set(target ?? valueOf(element, 'href'), file);
    return;
  }
  if (walk.placed.has(target)) return;
  const [weight] = childrenOf(element, 'weight');
  walk.placed.set(target, {
    path,
    tags: valueOf(element, 'category').split(/\s+/).filter(Boolean),
    weight: weight ? valueOf(weight, 'value') : '',
  });
}

function enter(walk: Walk, element: XmlElement, file: string, path: readonly string[]): void {
  for (const child of childrenOf(element)) {
    const title = valueOf(child, 'title');
    if (child.name === 'assessmentItemRef') itemRef(walk, child, file, path);
    else if (child.name === 'rubricBlock' && textOf(child).trim() !== '') walk.instructed.add(file);
    else if (child.name === 'testPart') enter(walk, child, file, path);
    else if (child.name === 'assessmentSection')
      enter(walk, child, file, title === '' ? path : [...path, title]);
    else if (child.name === 'assessmentSectionRef') {
      const target = resolved(valueOf(child, 'href'), file) ?? '';
      if (walk.entered.has(target)) continue;
      walk.entered.add(target);
      for (const root of walk.bundle.parsed(target).roots)
        enter(walk, { ...root, children: [root] }, target, path);
    }
  }
}

/** The tests among the files: which items they take, in which section. */
export function readTests(bundle: Bundle, paths: readonly string[]): Tests {
  const walk: Walk = {
    bundle,
    placed: new Map(),
    missing: new Map(),
    instructed: new Set(),
    entered: new Set(),
  };
  const titles: string[] = [];
  for (const path of paths)
    for (const root of bundle.parsed(path).roots)
      for (const test of root.name === 'questestinterop'
        ? []
        : found(root, ({ name }) => name === 'assessmentTest')) {
        const title = valueOf(test, 'title');
        titles.push(title);
        enter(walk, test, path, title === '' ? [] : [title]);
      }
  return { ...walk, title: titles.length === 1 ? (titles[0] ?? '') : '' };
}

/** Pictures of another file, by addresses that hold from anywhere in the package. */
const picturesFrom =
  (file: string): Replace =>
  (element) => {
    const path = element.name === 'img' ? resolved(valueOf(element, 'src'), file) : null;
    return path === null
      ? null
      : `<img src="/${escapeXml(path)}" alt="${escapeXml(valueOf(element, 'alt'))}"/>`;
  };

/** The passages that an item refers to, as HTML. */
export function passagesOf(bundle: Bundle, item: XmlElement, file: string): string {
  return childrenOf(item, 'assessmentStimulusRef')
    .map((reference) => {
      const target = resolved(valueOf(reference, 'href'), file) ?? '';
      return bundle
        .parsed(target)
        .roots.flatMap((root) => found(root, ({ name }) => name === 'stimulusBody'))
        .map((body) => innerMarkup(body, picturesFrom(target)))
        .join('');
    })
    .join('');
}
