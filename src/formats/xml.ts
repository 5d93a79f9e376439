import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Remark } from './imported.ts';

/** One element of a foreign XML file. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** What stood before the colon; empty when nothing did. */
  readonly prefix: string;
  /** By their full names, `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Neighbouring texts and CDATA are one text. */
  readonly children: readonly XmlNode[];
  /** On which it begins, from 1. */
  readonly line: number;
  /** False when the file broke before its end tag. */
  readonly isWhole: boolean;
}
export type XmlNode = string | XmlElement;

export interface Xml {
  /** One in a sound file; the pieces when it is broken; none when it is no XML. */
  readonly roots: readonly XmlElement[];
  readonly remarks: readonly Remark[];
}

/** What a tree may hold; what is beyond is left out, and said. */
export const xmlLimits = { nesting: 200, elements: 1_000_000, errors: 1_000 } as const;
const ERRORS_SAID = 5;

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlNode[] };

interface Building {
  readonly parser: SaxesParser<Fragment>;
  readonly roots: Growing[];
  /** Open elements; null stands for one that is nested too deep. */
  readonly open: (Growing | null)[];
  readonly remarks: Remark[];
  closed: Growing | null;
  elements: number;
  errors: number;
  hasDoctype: boolean;
}

const fragment = { fragment: true, position: false, xmlns: false } as const;
type Fragment = typeof fragment;

/** Ends the reading from within the parser. */
class Stop extends Error {}

/**
 * Sections that hold signs as they are, or a sign that should have been written as an entity. Names of HTML entities
 * are among them: XML knows five, and those that a document type would define are not believed.
 */
const signs =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)|<(?![\p{L}_:/!?])/giu;

// oxlint-disable-next-line no-control-regex -- what XML may not hold
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** The text without the slips that programs make which write XML by hand. */
function mended(text: string, remarks: Remark[]): string {
  const declaration = /^\s*<\?xml\s[^>]*>/.exec(text)?.[0] ?? '';
  const body = '\n'.repeat(declaration.split('\n').length - 1) + text.slice(declaration.length);
  const clean = body.replaceAll(forbidden, ' ');
  if (clean !== body) {
    const line = lineAt(body, body.search(forbidden));
    remarks.push({ code: 'xml-control', line });
  }
  let count = 0;
  let first = 0;
  const sound = clean.replaceAll(signs, (found: string, index: number) => {
    if (found.length > 1) return found;
    count += 1;
    if (count === 1) first = index;
    return found === '&' ? '&amp;' : '&lt;';
  });
  if (count > 0) remarks.push({ code: 'xml-signs', params: { count }, line: lineAt(clean, first) });
  return sound;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function opened({ name, attributes: given }: SaxesTagPlain, line: number): Growing {
  const colon = name.indexOf(':');
  const attributes = Object.entries(given);
  return {
    name: colon < 0 ? name : name.slice(colon + 1),
    prefix: colon < 0 ? '' : name.slice(0, colon),
    attributes: attributes.length === 0 ? noAttributes : new Map(attributes),
    children: [],
    line,
    isWhole: false,
  };
}

function open(building: Building, tag: SaxesTagPlain, line: number): void {
  const { roots, open: stack, remarks } = building;
  building.elements += 1;
  if (building.elements > xmlLimits.elements) {
    remarks.push({ code: 'xml-too-long', params: { limit: xmlLimits.elements }, line });
    throw new Stop();
  }
  const parent = stack.at(-1);
  if (parent === null || stack.length >= xmlLimits.nesting) {
    if (parent !== null && !remarks.some(({ code }) => code === 'xml-too-deep'))
      remarks.push({ code: 'xml-too-deep', params: { limit: xmlLimits.nesting }, line });
    stack.push(null);
    return;
  }
  const element = opened(tag, line);
  (parent?.children ?? roots).push(element);
  stack.push(element);
}

function close(building: Building): void {
  const element = building.open.pop() ?? null;
  if (element) element.isWhole = true;
  building.closed = element;
}

function say(building: Building, words: string): void {
  const parent = building.open.at(-1);
  if (!parent) return;
  const { children } = parent;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + words;
  else children.push(words);
}

function fail(building: Building, message: string): void {
  const { parser, remarks } = building;
  if (message.startsWith('inappropriately located doctype')) return;
  // The end tag was that of another element.
  if (message === 'unexpected close tag.' && building.closed) building.closed.isWhole = false;
  building.errors += 1;
  if (building.errors <= ERRORS_SAID)
    remarks.push({ code: 'xml-broken', params: { message }, line: parser.line });
  if (building.errors === ERRORS_SAID + 1) remarks.push({ code: 'xml-broken-more' });
  if (building.errors >= xmlLimits.errors) throw new Stop();
}

function start(remarks: Remark[]): Building {
  const parser = new SaxesParser<Fragment>(fragment);
  const building: Building = {
    parser,
    roots: [],
    open: [],
    remarks,
    closed: null,
    elements: 0,
    errors: 0,
    hasDoctype: false,
  };
  let line = 1;
  parser.on('opentagstart', () => {
    // The blank behind the name may have been the end of its line.
    line = parser.columnIndex === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', (tag) => open(building, tag, line));
  parser.on('closetag', () => close(building));
  parser.on('text', (words) => say(building, words));
  parser.on('cdata', (words) => say(building, words));
  parser.on('error', ({ message }) => fail(building, message));
  parser.on('doctype', () => {
    if (!building.hasDoctype) remarks.push({ code: 'xml-doctype', line: parser.line });
    building.hasDoctype = true;
  });
  return building;
}

/**
 * Reads XML of a foreign file as a tree. No document type is obeyed, no entity expanded but the five of XML, no
 * address followed. A broken file gives what can be had: elements that have no end are marked so.
 */
export function readXml(text: string): Xml {
  const remarks: Remark[] = [];
  const building = start(remarks);
  try {
    building.parser.write(mended(text, remarks)).close();
  } catch (error) {
    if (!(error instanceof Stop))
      remarks.push({
        code: 'xml-broken',
        params: { message: String(error) },
        line: building.parser.line,
      });
  }
  if (building.roots.length === 0) remarks.push({ code: 'xml-none' });
  return { roots: building.roots, remarks };
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements directly below, or those of them that have this local name. */
export const childrenOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => isElement(child) && (name === undefined || child.name === name),
  );

/** The first element directly below that has this local name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => isElement(child) && child.name === name);

/** All elements with this local name among these and below them, in the order of the file; not those within one. */
export const outermost = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
  elements.flatMap((element) =>
    element.name === name ? element : outermost(childrenOf(element), name),
  );

/** All words below, without marks. */
export const textOf = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');

/** For words between tags, and for values between quotes. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Elements that HTML never closes. */
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function outerXml(element: XmlElement): string {
  const { name, attributes } = element;
  const values = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  const inside = innerXml(element);
  // A `<br>` that was not closed has swallowed what follows it.
  return voids.has(name) ? `<${name}${values}/>${inside}` : `<${name}${values}>${inside}</${name}>`;
}

/** What stands within an element, as text that an HTML reader understands: local names, entities, empty tags closed. */
export const innerXml = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? outerXml(node) : escapeXml(node))).join('');
