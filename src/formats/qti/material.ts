import { childrenOf, escapeXml, innerXml, textOf, type XmlElement } from '#formats/xml.ts';
import { outerMarkup } from './markup.ts';
import { valueOf } from './names.ts';

/** Material of version 1 as HTML. */

const holders = new Set([
  'material',
  'flow',
  'flow_mat',
  'flow_label',
  'mat_extension',
  'altmaterial',
  'solutionmaterial',
  'hintmaterial',
  'solution',
  'hint',
  'itemfeedback',
  'presentation',
  'presentation_material',
  'reference',
  'rubric',
  'response_label',
]);

/** Elements that stand for themselves, each in a paragraph of its own. */
const standing = new Set(['flow', 'flow_mat']);

const looksLikeHtml =
  /<\/?(?:p|div|br|span|b|i|u|strong|em|img|ul|ol|li|table|code|pre|sub|sup|h\d)\b[^<>]*>/i;

const plain = (text: string): string => escapeXml(text.trim()).replaceAll('\n', '<br/>');

/** Words with the type that they say they are: HTML stands escaped in them, or as elements. */
function wordsOf(element: XmlElement): string {
  const type = (valueOf(element, 'texttype') || valueOf(element, 'type')).toLowerCase();
  if (childrenOf(element).length > 0) return innerXml(element);
  const text = textOf(element);
  const isPlain =
    type === 'text/plain' || type === 'plain_text' || (type === '' && !looksLikeHtml.test(text));
  if (!isPlain) return text;
  // Blanks at the ends part words from a gap.
  return `${/^\s/.test(text) ? ' ' : ''}${plain(text)}${/\s$/.test(text) ? ' ' : ''}`;
}

const picture = (element: XmlElement): string =>
  `<img src="${escapeXml(valueOf(element, 'uri'))}" alt="${escapeXml(valueOf(element, 'label') || textOf(element).trim())}"/>`;

/** @param passes false for elements that are left out with all that stands in them */
export function materialOf(
  element: XmlElement,
  passes: (element: XmlElement) => boolean = () => true,
): string {
  if (!passes(element)) return '';
  const { name } = element;
  if (name === 'mattext' || name === 'mat_formattedtext') return wordsOf(element);
  if (name === 'matemtext') return `<em>${wordsOf(element)}</em>`;
  if (name === 'matbreak') return '<br/>';
  if (name === 'matimage') return picture(element);
  if (/^mat(?:audio|video|applet|application)$/.test(name))
    return `<${name.slice(3)}></${name.slice(3)}>`;
  if (!holders.has(name)) return outerMarkup(element, () => null);
  const inside = childrenOf(element)
    .map((child) => materialOf(child, passes))
    .join('');
  return standing.has(name) && inside !== '' ? `<div>${inside}</div>` : inside;
}
