import { childOf, escapeXml, textOf, type XmlElement } from '#formats/xml.ts';
import { valueOf } from './names.ts';

/** What stands in the HTML for an element; null leaves it as it is. */
export type Replace = (element: XmlElement) => string | null;

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** Blanks that programs write by their HTML names, which XML does not know. */
const blankNames = /&amp;(nbsp|ensp|emsp|thinsp);/g;

/** A picture by `object` has its words within. */
function pictureOf(element: XmlElement): string {
  const address = valueOf(element, 'data');
  const words = textOf(element).trim();
  const isPicture =
    valueOf(element, 'type').startsWith('image/') || /\.(?:png|jpe?g|webp|gif|svg)$/i.test(address);
  return isPicture
    ? `<img src="${escapeXml(address)}" alt="${escapeXml(words)}"/>`
    : `<object>${escapeXml(words)}</object>`;
}

/** Formulas are told by the TeX or the words that they carry, else by their signs. */
function formulaOf(element: XmlElement): string {
  const words = valueOf(element, 'alttext');
  const semantics = childOf(element, 'semantics');
  const annotation = semantics && childOf(semantics, 'annotation');
  const told =
    words === ''
      ? textOf(annotation ?? element)
          .replaceAll(/\s+/g, ' ')
          .trim()
      : words;
  return `<math>${escapeXml(told)}</math>`;
}

/** Frames of QTI around words. */
const frames = new Set([
  'contentBody',
  'rubricBlock',
  'stimulusBody',
  'templateBlock',
  'infoControl',
]);

/** The class of words that decide, which QTI has no element for. */
export const DECIDING = 'deciding';

/** An element with its content as HTML. */
export function outerMarkup(element: XmlElement, replace: Replace): string {
  const replaced = replace(element);
  if (replaced !== null) return replaced;
  const { name } = element;
  if (name === 'object') return pictureOf(element);
  if (name === 'math') return formulaOf(element);
  if (frames.has(name)) return `<div>${innerMarkup(element, replace)}</div>`;
  if (name === 'span' && valueOf(element, 'class') === DECIDING)
    return `<mark>${innerMarkup(element, replace)}</mark>`;
  const values = (name === 'code' ? ['class'] : ['href', 'src', 'alt'])
    .filter((key) => element.attributes.has(key))
    .map((key) => ` ${key}="${escapeXml(valueOf(element, key))}"`)
    .join('');
  if (voids.has(name)) return `<${name}${values}/>`;
  return `<${name}${values}>${innerMarkup(element, replace)}</${name}>`;
}

/** What stands within an element, as HTML. */
export const innerMarkup = (element: XmlElement, replace: Replace): string =>
  element.children
    .map((node) =>
      typeof node === 'string'
        ? escapeXml(node).replaceAll(blankNames, '&$1;')
        : outerMarkup(node, replace),
    )
    .join('');
